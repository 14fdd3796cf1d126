"""Web pages (.html), as portals publish them and as Word and Excel save them."""

import re
from contextlib import suppress

from lxml import etree, html

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError, damaged
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.readers.html.content import document_root, title_outside
from dutygraph.ingest.readers.html.elements import too_deep
from dutygraph.ingest.readers.html.flow import Flow
from dutygraph.ingest.readers.tables.frames import assemble

_DECLARED = re.compile(rb"charset\s*=\s*(?:[\"']\s*)?([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096
_MOST_BROKEN = 1000
"""One broken character in 1,000 is an error of the portal; more of them show another encoding."""


def read_html(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a web page's content; raises UnreadableDocumentError for what cannot be read as one."""
    page = _parse(_text(data, source), source)
    root = document_root(page)
    flow = Flow(source)
    if title := title_outside(page, root):
        flow.add_line(title)
    return assemble(flow.read(root))


def _text(data: bytes, source: str) -> str:
    """Return the decoded page; the encoding that it declares counts only where the bytes do not show theirs.

    Big5, of pages in traditional characters, cannot be distinguished from GB18030 by its bytes, so there it counts.
    """
    declared = _DECLARED.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else "gb18030"
    if name.startswith("big5"):
        with suppress(UnicodeDecodeError):
            return data.decode("big5hkscs")
    try:
        return decode(data, source)
    except UnreadableDocumentError:
        try:
            text = data.decode("gb18030" if name.startswith("gb") else name, errors="replace")
        except (LookupError, UnicodeError):  # no encoding of texts (idna, undefined)
            text = ""
        if not text or text.count("\ufffd") * _MOST_BROKEN > len(text):
            raise
        return text


def _parse(text: str, source: str) -> html.HtmlElement:
    """Return the root of a page. A page with elements nested too deeply is refused: lxml would drop them in silence."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    try:
        page = html.document_fromstring(text, parser=parser)
    except etree.ParserError as error:
        raise damaged(source) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise too_deep(source)
    return page
