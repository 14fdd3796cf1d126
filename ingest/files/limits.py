"""Limits for the size of a document and for the time and memory of reading it; each limit is a setting."""

from collections.abc import Iterable, Iterator, Sized
from functools import cache
from typing import TypeVar

from pydantic import Field, PositiveInt
from pydantic_settings import SettingsConfigDict

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.settings import Settings

MEGABYTE = 1_000_000

Sized_ = TypeVar("Sized_", bound=Sized)


class Limits(Settings):
    """Limits per document. The title of a field names the limited quantity in the error for a document over the limit."""

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_LIMIT_")

    file_megabytes: PositiveInt = Field(
        default=50,
        title="文件大小（MB） / file size in MB",
        description="一份文件最大多少 MB / MB of a document at most",
    )
    archive_members: PositiveInt = Field(
        default=10_000,
        title="压缩包内的文件数 / files inside a packed document",
        description="一份文件（如 .docx）内部最多打包多少个文件 / files packed inside a document (.docx, say) at most",
    )
    inflated_megabytes: PositiveInt = Field(
        default=200,
        title="解压后的大小（MB） / unpacked size in MB",
        description="一份文件解压后最大多少 MB / MB of a document at most, once unpacked",
    )
    inflation_ratio: PositiveInt = Field(
        default=100,  # as Apache POI has it (ZipSecureFile, MIN_INFLATE_RATIO 0.01)
        title="解压倍数 / unpacked size as a multiple of the packed one",
        description="防压缩炸弹：超过 10 MB 后，解压后最多为压缩时的多少倍"
        " / against zip bombs: beyond 10 MB, unpacked size as a multiple of the packed one at most",
    )
    rows: PositiveInt = Field(
        default=200_000,
        title="表格行数 / table rows that are not blank",
        description="一份文件最多多少个表格行，空行不计 / table rows of a document at most; blank ones are not counted",
    )
    cells: PositiveInt = Field(
        default=2_000_000,
        title="单元格数 / table cells",
        description="一份文件最多多少个单元格 / table cells of a document at most",
    )
    pages: PositiveInt = Field(
        default=2_000,
        title="页数 / pages",
        description="一份 PDF 最多多少页 / pages of a PDF document at most",
    )
    seconds: PositiveInt = Field(
        default=60,
        title="读取时间（秒） / seconds of reading",
        description="一份文件最多读取多少秒，其中 LibreOffice 转换最多占九成"
        " / seconds that reading a document may take; LibreOffice gets nine tenths of them",
    )
    scanned_pages: PositiveInt = Field(
        default=200,
        title="识别的扫描页数 / scanned pages to recognise",
        description="一份 PDF 最多识别多少页扫描图像 / scanned pages of a PDF document that are recognised at most",
    )
    scanned_page_seconds: PositiveInt = Field(
        default=30,  # a page takes 3 seconds of a processor; others may be at work beside
        title="每个扫描页的识别时间（秒） / seconds of recognising a scanned page",
        description="每识别一页扫描图像，读取时间另加多少秒 / seconds that each scanned page adds to those of reading",
    )
    memory_megabytes: PositiveInt = Field(
        default=500,
        title="读取所用内存（MB） / MB of memory while reading",
        description="读取一份文件最多用多少 MB 内存 / MB of memory that reading a document may take",
    )


@cache
def limits() -> Limits:
    """Return the limits of this process, from the environment. Raises SettingError."""
    return Limits()


def over_limit(source: str, name: str) -> UnreadableDocumentError:
    """Return the error for a document over a limit; ``name`` is a field of ``Limits``."""
    zh, en = (Limits.model_fields[name].title or "").split(" / ")
    most, variable = getattr(limits(), name), Limits.variable(name)
    return UnreadableDocumentError(
        source,
        zh=f"{zh}超过上限 {most}，请拆分或精简文件；确需读取时调高 {variable}",
        en=f"{en}: more than {most}; split the file or make it smaller, or raise {variable}",
    )


def check(source: str, name: str, value: float) -> None:
    """Raise UnreadableDocumentError if ``value`` is over the limit ``name``, in that limit's unit."""
    if value > getattr(limits(), name):
        raise over_limit(source, name)


def within_limits(rows: Iterable[Sized_], source: str) -> Iterator[Sized_]:
    """Yield rows of cells as long as their number and that of their cells stay within the limits.

    Callers leave blank rows out, which do not count. Raises UnreadableDocumentError.
    """
    cells = 0
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        check(source, "rows", number)
        check(source, "cells", cells)
        yield row
