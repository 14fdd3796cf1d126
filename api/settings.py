"""Limits and addresses of the service. Read from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServiceSettings(BaseSettings):
    """Settings of the service; each is the environment variable ``DUTYGRAPH_`` plus its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_", env_ignore_empty=True, frozen=True)

    host: str = Field(
        default="127.0.0.1",
        description="监听地址，默认只对本机开放 / address to listen on; by default for this machine only",
    )
    port: int = Field(default=8000, ge=0, le=65535, description="监听端口 / port to listen on")
    allowed_hosts: tuple[str, ...] = Field(
        default=("127.0.0.1", "localhost", "::1"),
        description="允许浏览器使用的主机名（JSON 数组），防止 DNS 重绑定；对外开放时填服务器的名称或地址"
        " / host names a browser may use (a JSON array), against DNS rebinding; open to others, name the server here",
    )
    page_size: int = Field(default=50, ge=1, description="每页条数 / entries per page")
    max_page_size: int = Field(
        default=500, ge=1, description="每页最多条数 / most entries per page a client may ask for"
    )
    max_rows: int = Field(default=1000, ge=1, description="一次查询最多返回的行数 / most rows of one query")
    timeout: float = Field(
        default=15.0, gt=0, description="一次读取的时限（秒） / seconds one read of the graph may take"
    )
    picture_nodes: int = Field(
        default=300, ge=1, description="一张图最多显示的节点数 / most nodes shown in one picture"
    )
