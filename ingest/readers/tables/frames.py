"""What Word and HTML print, paragraphs and tables with further tables in their cells, turned into blocks."""

from collections.abc import Iterable, Iterator, Sequence

from dutygraph.ingest.document import Block, Cell, Passage, Span, Unread
from dutygraph.ingest.readers.tables.grids import Assembly, Grid
from dutygraph.ingest.readers.tables.header_elsewhere import has_header
from dutygraph.ingest.readers.tables.nested import unnested
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable


def assemble(pieces: Iterable[Piece]) -> list[Block]:
    """Return the blocks of a document from its paragraphs and printed tables in reading order."""
    assembly = Assembly()
    _add(pieces, assembly)
    return assembly.finish()


def _add(pieces: Iterable[Piece], assembly: Assembly) -> None:
    for piece in pieces:
        if isinstance(piece, Passage):
            assembly.add_passage(piece)
        elif _is_frame(piece):
            for cell in _cells(piece):
                _add(cell.pieces, assembly)
        else:
            table = unnested(piece)
            assembly.add_grid(_grid(table))
            for unread in {id(one): one for one in (*_unread(piece), *_unread(table))}.values():
                assembly.add_passage(unread)


def _unread(table: PrintedTable) -> Iterator[Unread]:
    """Yield what stands in the cells of a table, and of tables in them, and is no text."""
    for cell in _cells(table):
        for piece in cell.pieces:
            if isinstance(piece, PrintedTable):
                yield from _unread(piece)
            elif isinstance(piece, Unread):
                yield piece


def _is_frame(table: PrintedTable) -> bool:
    """Return whether a table only arranges the page: it has no header, and a list's table stands inside it."""
    inner = [piece for cell in _cells(table) for piece in cell.pieces if isinstance(piece, PrintedTable)]
    if not inner or has_header(_grid(table)):
        return False
    return any(_is_frame(piece) or has_header(_grid(piece)) for piece in inner)


def _cells(table: PrintedTable) -> Iterator[PrintedCell]:
    return (cell for row in table.rows for cell in row if cell)


def _grid(table: PrintedTable) -> Grid:
    """Return the rows in one width, without the columns that merges cover in every row."""
    width = max((len(row) for row in table.rows), default=0)
    columns = [at for at in range(width) if any(at < len(row) and row[at] for row in table.rows)]
    return [[_cell(row, at) for at in columns] for row in table.rows]


def _cell(row: Sequence[PrintedCell | None], at: int) -> Cell:
    """Return a cell of the grid; a row that ends early is filled up with blank cells, a single cell spans its row."""
    if at < len(row):
        cell = row[at]
        return Cell(list(_spans(cell)) or [Span("", cell.locator)]) if cell else Cell()
    last = row[-1] if len(row) > 1 else None
    return Cell([Span("", last.locator)]) if last else Cell()


def _spans(cell: PrintedCell) -> Iterator[Span]:
    """Yield the spans of a cell, also those of tables in it."""
    for piece in cell.pieces:
        if isinstance(piece, Passage):
            yield from piece.spans
        else:
            for inner in _cells(piece):
                yield from _spans(inner)
