"""How much a document may ask of the machine. Each limit is a named setting, and going over it ends in one clear line."""

from collections.abc import Iterable, Iterator, Sized
from functools import cache
from typing import TypeVar

from pydantic import Field, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import UnreadableDocumentError

_PREFIX = "DUTYGRAPH_LIMIT_"
MEGABYTE = 1_000_000

Sized_ = TypeVar("Sized_", bound=Sized)


class Limits(BaseSettings):
    """Limits per document; each is the environment variable ``DUTYGRAPH_LIMIT_`` plus its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, frozen=True)

    file_megabytes: PositiveInt = Field(default=50, description="文件大小（MB） / file size in MB")
    archive_members: PositiveInt = Field(
        default=10_000, description="压缩包内的文件数 / files inside a packed document"
    )
    inflated_megabytes: PositiveInt = Field(
        default=200, description="解压后的大小（MB） / unpacked size in MB"
    )
    inflation_ratio: PositiveInt = Field(
        default=100,  # as Apache POI has it (ZipSecureFile, MIN_INFLATE_RATIO 0.01)
        description="解压倍数 / unpacked size as a multiple of the packed one",
    )
    rows: PositiveInt = Field(default=200_000, description="表格行数 / table rows that are not blank")
    cells: PositiveInt = Field(default=2_000_000, description="单元格数 / table cells")
    pages: PositiveInt = Field(default=2_000, description="页数 / pages")
    seconds: PositiveInt = Field(default=60, description="读取时间（秒） / seconds of reading")
    memory_megabytes: PositiveInt = Field(
        default=500, description="读取所用内存（MB） / MB of memory while reading"
    )


@cache
def limits() -> Limits:
    """Return the limits that hold in this process."""
    return Limits()


def over_limit(source: str, name: str) -> UnreadableDocumentError:
    """Return the error that says: the document goes over the limit of that name (a field of ``Limits``)."""
    zh, en = (Limits.model_fields[name].description or "").split(" / ")
    most, variable = getattr(limits(), name), _PREFIX + name.upper()
    return UnreadableDocumentError(
        source,
        zh=f"{zh}超过上限 {most}，请拆分或精简文件；确需读取时调高 {variable}",
        en=f"{en}: more than {most}; split the file or make it smaller, or raise {variable}",
    )


def check(source: str, name: str, value: float) -> None:
    """Raise UnreadableDocumentError when a value (pages, say) is over the limit of that name."""
    if value > getattr(limits(), name):
        raise over_limit(source, name)


def within_limits(rows: Iterable[Sized_], source: str) -> Iterator[Sized_]:
    """Yield rows of cells one by one, as long as their number and that of their cells stay within the limits.

    For readers that stream: leave wholly blank rows out before, they cost nothing. Raises UnreadableDocumentError.
    """
    cells = 0
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        check(source, "rows", number)
        check(source, "cells", cells)
        yield row
