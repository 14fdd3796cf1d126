"""Tables as Word and HTML print them, with paragraphs and further tables in their cells, brought into blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.document import Block, Cell, Passage, Span
from ingest.readers.grids import Assembly, Grid, has_header
from ingest.records import Locator


@dataclass(slots=True)
class PrintedCell:
    """A cell: where it stands, and what it holds in reading order."""

    locator: Locator
    pieces: list["Piece"] = field(default_factory=list)


@dataclass(slots=True)
class PrintedTable:
    """A table: rows of any length; None stands for a cell that a merge covers."""

    rows: list[list[PrintedCell | None]]


Piece = Passage | PrintedTable


def assemble(pieces: Iterable[Piece]) -> list[Block]:
    """Return the blocks of a document."""
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
            assembly.add_grid(_grid(piece))


def _is_frame(table: PrintedTable) -> bool:
    """Whether a table only arranges the page: it has no header, and a list's table stands inside it."""
    inner = [piece for cell in _cells(table) for piece in cell.pieces if isinstance(piece, PrintedTable)]
    if not inner or has_header(_grid(table)):
        return False
    return any(_is_frame(piece) or has_header(_grid(piece)) for piece in inner)


def _cells(table: PrintedTable) -> Iterator[PrintedCell]:
    return (cell for row in table.rows for cell in row if cell)


def _grid(table: PrintedTable) -> Grid:
    """Bring the rows to one width; a table in a cell becomes lines of the cell, one for each of its own."""
    width = max((len(row) for row in table.rows), default=0)
    return [[_cell(cell) for cell in row] + [Cell() for _ in range(width - len(row))] for row in table.rows]


def _cell(cell: PrintedCell | None) -> Cell:
    return Cell(list(_spans(cell)) or [Span("", cell.locator)]) if cell else Cell()


def _spans(cell: PrintedCell) -> Iterator[Span]:
    for piece in cell.pieces:
        if isinstance(piece, Passage):
            yield from piece.spans
        else:
            for inner in _cells(piece):
                yield from _spans(inner)
