"""Reading the tables of a Word or Excel file as they are printed."""

from collections.abc import Iterator
from pathlib import Path

from dutygraph.ingest.document import Cell, Passage
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.content import read_bytes, readable_name
from dutygraph.ingest.files.sniff import true_suffix
from dutygraph.ingest.plain_tables import PlainCell, PlainTables
from dutygraph.ingest.readers.docx.reader import printed_docx
from dutygraph.ingest.readers.office import as_docx
from dutygraph.ingest.readers.sheets.reader import packed_sheets, sheets
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable


def read_tables(path: Path) -> PlainTables:
    """Return the tables of a Word or Excel file; raises UnreadableDocumentError for any other, and for a broken one."""
    data, source = read_bytes(path), readable_name(path)
    match true_suffix(data, source):
        case ".xlsx":
            grids = [sheet.rows for sheet in packed_sheets(data, source)]
        case ".xls":
            grids = [sheet.rows for sheet in sheets(data, source)]
        case ".docx":
            return PlainTables(tables=list(_of_word(printed_docx(data, source))))
        case ".doc" | ".wps" | ".rtf":
            return PlainTables(tables=list(_of_word(printed_docx(as_docx(data, source), source))))
        case other:
            raise UnreadableDocumentError(
                source,
                zh=f"应为 Word 或 Excel 文件，这是 {other or '其他'} 文件",
                en=f"a Word or Excel file is needed, this is {other or 'another'}",
            )
    return PlainTables(tables=[[[_of_excel(cell) for cell in row] for row in rows] for rows in grids])


def _of_excel(cell: Cell) -> PlainCell:
    if not cell.spans:
        return PlainCell()
    return PlainCell(text=_lines(cell), place=cell.spans[0].locator)


def _of_word(pieces: Iterator[Piece]) -> Iterator[list[list[PlainCell]]]:
    for piece in pieces:
        if isinstance(piece, PrintedTable):
            yield [[_of_cell(cell) for cell in row] for row in piece.rows]


def _of_cell(cell: PrintedCell | None) -> PlainCell:
    """Return a cell; a table in it becomes lines, as somebody may paste one into an answer."""
    if cell is None:
        return PlainCell()
    return PlainCell(text="\n".join(_texts(cell)), place=cell.locator)


def _texts(cell: PrintedCell) -> Iterator[str]:
    for piece in cell.pieces:
        if isinstance(piece, PrintedTable):
            for row in piece.rows:
                yield " ".join(text for one in row if one for text in _texts(one))
        else:
            yield _lines(piece)


def _lines(passage: Passage) -> str:
    return "\n".join(span.text.strip() for span in passage.spans).strip()
