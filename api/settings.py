"""Limits and addresses of the service. Read from the environment."""

import json
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

from dutygraph.settings import Settings


def _names(value: object) -> object:
    """Read the JSON array of an environment variable; what is none goes on to the check of the type."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


class ServiceSettings(Settings):
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
    page_size: int = Field(default=50, ge=1, description="问题线索每页条数 / findings per page")
    max_page_size: int = Field(
        default=500,
        ge=1,
        description="接口每页最多可要多少条问题线索 / findings per page that a client of the API may ask for",
    )
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
    picture_nodes: int = Field(
        default=300, ge=1, description="一张图最多显示的节点数 / most nodes shown in one picture"
    )
