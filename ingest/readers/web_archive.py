"""Web archives (MHTML, RFC 2557): a web page with its parts in one file, as Word, Excel and browsers save it."""

from codecs import BOM_UTF8
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from pathlib import PurePosixPath

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError, damaged
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.readers.html.reader import read_html

_TABS = "tabstrip"
"""Excel's name for the part with the names of the sheets."""


def read_web_archive(data: bytes, source: str) -> list[Block]:
    """Return the blocks of an archive's page; where that only frames others, as in Excel's, those of the pages framed.

    Raises UnreadableDocumentError when the archive is broken, holds no page, or goes over the limits.
    """
    pages = _pages(data, source)
    blocks = read_html(_content(pages[0]), source)
    if not blocks:
        framed = (page for page in pages[1:] if PurePosixPath(_name(page)).stem != _TABS)
        blocks = [block for page in framed for block in read_html(_content(page), source)]
    return blocks


def _pages(data: bytes, source: str) -> list[Message]:
    """Return the pages of an archive; the first is the one to be shown."""
    try:
        parts = list(BytesParser(policy=compat32).parsebytes(data.removeprefix(BOM_UTF8).lstrip()).walk())
    except (MessageError, RecursionError, ValueError) as error:
        raise damaged(source) from error
    check(source, "archive_members", len(parts))
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise UnreadableDocumentError(
            source,
            zh="网页归档（MHTML）里没有网页，无法读取；请重新保存，或另存为 .docx",
            en="the web archive (MHTML) holds no web page; save it again, or as .docx",
        )
    return pages


def _name(page: Message) -> str:
    return str(page.get("Content-Location", "")).replace("\\", "/")


def _content(page: Message) -> bytes:
    """Return a page's bytes, in UTF-8 where the header of its part names the encoding that they are in."""
    content = page.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    try:
        return data.decode(page.get_content_charset("")).encode()
    except (LookupError, UnicodeError):
        return data
