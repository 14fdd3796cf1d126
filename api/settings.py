"""Limits and addresses of the service. Read from the environment."""

import json
from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from dutygraph.visualize.pictures.settings import PictureSettings

_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})


def _names(value: object) -> object:
    """Read the JSON array of an environment variable; what is none goes on to the check of the type."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


class ServiceSettings(PictureSettings):
    """Settings of the pages and the API."""

    host: str = Field(
        default="127.0.0.1",
        description="监听地址，默认只对本机开放 / address to listen on; by default for this machine only",
    )
    port: int = Field(
        default=8000,
        ge=0,
        le=65535,
        description="监听端口，0 为任一空闲端口 / port to listen on; 0 takes a free one",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)] = Field(
        default=("127.0.0.1", "localhost", "::1"),
        description="允许浏览器使用的主机名（JSON 数组），防止 DNS 重绑定；对外开放时填服务器的名称或地址"
        " / host names a browser may use (a JSON array), against DNS rebinding; open to others, name the server here",
    )
    token: SecretStr | None = Field(
        default=None,
        min_length=20,
        description="编辑者令牌，至少 20 个字符；供容器使用，平时用 dutygraph token 建立"
        " / a token with the role editor, 20 characters or more, for containers; otherwise dutygraph token makes them",
    )
    upload_megabytes: int = Field(
        default=200,
        ge=1,
        description="一次上传的文件合计最多多少 MB / MB of the files of one upload at most",
    )
    page_size: int = Field(default=50, ge=1, description="问题线索每页条数 / findings per page")
    max_rows: int = Field(
        default=1000,
        ge=1,
        le=10_000,
        description="网页和接口一次查询最多返回的行数 / most rows of one query in the pages and the API",
    )
    timeout: float = Field(
        default=15.0,
        gt=0,
        allow_inf_nan=False,
        description="网页和接口一次读取的时限（秒） / seconds that one read may take in the pages and the API",
    )
    cypher: bool = Field(
        default=False,
        description="是否接受客户端编写的只读 Cypher（POST /cypher）"
        " / whether clients may ask read-only Cypher of their own (POST /cypher)",
    )
    district_nodes: int = Field(
        default=2000,
        ge=1,
        description="全区一览最多逐个显示多少个节点，再多则按部门归组"
        " / nodes of a district shown one by one; beyond it they are grouped by department",
    )

    @property
    def open_to_others(self) -> bool:
        """Whether other machines may come to the service: by its address, or by a name that is not this machine's."""
        return not {self.host.lower(), *(name.lower() for name in self.allowed_hosts)} <= _THIS_MACHINE
