"""Where the graph lives: a data folder of its own, or a Neo4j server. Read from the environment."""

from pathlib import Path

from pydantic import Field, SecretStr

from dutygraph.settings import Settings


class StoreSettings(Settings):
    """Settings of the store."""

    data: Path = Field(
        default=Path("dutygraph-data"),
        description="数据文件夹（内置图数据库） / data folder of the embedded engine",
    )
    wait: float = Field(
        default=120,
        ge=0,
        description="另一个命令正在读取清单或重新计算时，最多等待几秒"
        " / seconds to wait for another command that reads lists or recomputes",
    )
    uri: str | None = Field(
        default=None,
        description="Neo4j 服务器地址，如 neo4j://主机:7687；不设则用内置图数据库"
        " / address of a Neo4j server; without it the embedded engine is used",
    )
    user: str = Field(default="neo4j", description="Neo4j 用户名 / user at the Neo4j server")
    password: SecretStr | None = Field(default=None, description="Neo4j 密码 / password at the Neo4j server")
    database: str = Field(default="neo4j", description="Neo4j 数据库名 / database at the Neo4j server")
