"""Workbooks and documents embedded in a Word document: their blocks as pieces of it."""

from collections.abc import Callable, Iterator, Sequence
from pkgutil import resolve_name

from dutygraph.ingest.document import Block, Cell, Paragraph, Passage, Span, Unread
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.sniff import true_suffix
from dutygraph.ingest.readers.docx.xml import Element
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable
from dutygraph.ingest.records import Locator

Reader = Callable[[bytes, str], list[Block]]

_WORKBOOKS = {".xlsx": "read_packed_workbook", ".xls": "read_workbook"}
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def link_of(element: Element) -> str | None:
    """Return the id of the relation by which an element (w:object) embeds a part, None without one."""
    embedded = next(element.iter(_OBJECT), None)
    return None if embedded is None else embedded.get(_LINK)


def read_embedded(data: bytes, source: str, read_docx: Reader) -> list[Block]:
    """Return the blocks of an embedded workbook or document; none of what cannot be read, or is of another format."""
    try:
        suffix = true_suffix(data, source)
        if suffix == ".docx":
            return read_docx(data, source)
        if suffix in _WORKBOOKS:
            reader: Reader = resolve_name(f"dutygraph.ingest.readers.sheets.reader:{_WORKBOOKS[suffix]}")
            return reader(data, source)
    except UnreadableDocumentError:
        pass
    return []


def pieces_of(blocks: Sequence[Block], place: Locator) -> Iterator[Piece]:
    """Yield embedded blocks as pieces of the document around them, where they are found at ``place``."""
    for block in blocks:
        if isinstance(block, Unread):
            yield Unread([Span("", place)], block.what)
        elif isinstance(block, Passage):
            yield _placed(block, place)
        else:
            rows = [block.header, *block.rows]
            yield PrintedTable([[_cell(cell, place) for cell in row.cells] for row in rows])


def _cell(cell: Cell, place: Locator) -> PrintedCell | None:
    return PrintedCell(place, [_placed(cell, place)]) if cell.spans else None


def _placed(passage: Passage, place: Locator) -> Paragraph:
    return Paragraph([Span(span.text, _joined(span.locator, place)) for span in passage.spans])


def _joined(inner: Locator, outer: Locator) -> Locator:
    """Return the place in the document with sheet and cell of an embedded workbook."""
    return outer.model_copy(update={"sheet": inner.sheet, "cell": inner.cell})
