"""Tables inside the cells of a list's table: their rows become rows of the outer one, where their columns fit into it.

In a cell of tasks may stand a table of tasks and offices. It lies over the columns that its cell spans and the blank ones
beside it, or it has a header of its own. Any other table of several rows and columns becomes a
warning, as not read: as the text of its cell its columns would run into one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dutygraph.ingest.document import Passage, Span, Unread
from dutygraph.ingest.lists.vocabulary import NUMBER, vocabulary
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable

_NUMBER = re.compile(NUMBER)
_MOST_COLUMNS = 32
"""Lists have about ten columns; each row of a table inside becomes a row as wide as the outer one."""

Row = list[PrintedCell | None]


@dataclass(frozen=True, slots=True)
class _Inner:
    """A table inside a cell: its rows without a header, and the outer column for each of its columns that counts."""

    rows: list[Row]
    columns: dict[int, int]


def unnested(table: PrintedTable) -> PrintedTable:
    """Return a list's table with the tables in its cells as rows of its own, as far as their columns fit into it."""
    header_at = next((at for at, row in enumerate(table.rows) if _is_header(row)), None)
    nests = any(_table_in(cell) for row in table.rows for cell in row)
    if header_at is None or not nests or max(map(len, table.rows)) > _MOST_COLUMNS:
        return table
    outer = _Outer(table.rows[header_at])
    below = (new for row in table.rows[header_at + 1 :] for new in outer.expanded(row))
    return PrintedTable([*table.rows[:header_at], outer.header, *below])


class _Outer:
    """A list's table; its header takes on columns that only tables inside its cells have."""

    def __init__(self, header: Row) -> None:
        self.header = list(header)

    def expanded(self, row: Row) -> list[Row]:
        """Return the rows that a row with tables in its cells amounts to; cells beside these count for all of them."""
        inner = {at: found for at in range(len(row)) if (found := self._inner(row, at))}
        row = [cell if at in inner else _with_unread_tables(cell) for at, cell in enumerate(row)]
        if not inner:
            return [row]
        outside: Row = [*row, *[None] * (len(self.header) - len(row))]
        for at in inner:
            outside[at] = _text_beside(row[at])
        rows = [
            _laid_out(inner.values(), at, len(outside))
            for at in range(max(len(i.rows) for i in inner.values()))
        ]
        if any(outside[at] for at in inner):
            return [outside, *rows]
        first = [new or old for new, old in zip(rows[0], outside, strict=True)]
        return [first, *rows[1:]]

    def _inner(self, row: Row, at: int) -> _Inner | None:
        """Return the table in a cell with its place in the outer columns, None when there is none or it does not fit."""
        table = _table_in(row[at])
        used = _used_columns(table) if table else []
        if table is None or not used:
            return None
        if len(table.rows) > 1 and _is_header(table.rows[0], fewest=min(2, len(used))):
            return _Inner(table.rows[1:], self._columns_by_header(table.rows[0], used, at))
        free = [at, *takewhile(lambda column: _is_free(row, column), range(at + 1, len(row)))]
        if len(used) > 1 and _is_numbered(table, used[0]):
            used = used[1:]
        if len(used) > len(free) or len(used) == len(table.rows) == 1:
            return None
        return _Inner(table.rows, dict(zip(used, free, strict=False)))

    def _columns_by_header(self, header: Row, used: Sequence[int], at: int) -> dict[int, int]:
        """Return the outer columns by the words of a header; a column that the outer table lacks is added to it."""
        section, roles = vocabulary().roles([cell.text if cell else "" for cell in self.header], None)
        words = vocabulary().columns.get(section or "", {})
        columns: dict[int, int] = {}
        for column, cell in ((column, header[column]) for column in used if column < len(header)):
            role = words.get(cell.text) if cell else None
            if role == "number":
                continue
            if role in roles and role:
                columns[column] = roles.index(role)
            elif roles[at] is None and at not in columns.values():
                columns[column], self.header[at] = at, cell
            else:
                columns[column] = len(self.header)
                self.header.append(cell)
        return columns


def _laid_out(inner: Iterable[_Inner], at: int, width: int) -> Row:
    """Return one row of the tables inside a row, their cells in the outer columns."""
    cells = {
        target: one.rows[at][column]
        for one in inner
        for column, target in one.columns.items()
        if at < len(one.rows) and column < len(one.rows[at])
    }
    return [cells.get(column) for column in range(width)]


def _table_in(cell: PrintedCell | None) -> PrintedTable | None:
    """Return the only table in a cell."""
    tables = [piece for piece in cell.pieces if isinstance(piece, PrintedTable)] if cell else []
    return tables[0] if len(tables) == 1 and tables[0].rows else None


def _text_beside(cell: PrintedCell | None) -> PrintedCell | None:
    """Return a cell without the table in it, None when no text is left."""
    if cell is None or not cell.text:
        return None
    return PrintedCell(cell.locator, [piece for piece in cell.pieces if isinstance(piece, Passage)])


def _used_columns(table: PrintedTable) -> list[int]:
    width = max(map(len, table.rows))
    return [at for at in range(width) if any(at < len(row) and _says(row[at]) for row in table.rows)]


def _with_unread_tables(cell: PrintedCell | None) -> PrintedCell | None:
    """Return a cell with the tables in it as not read; one of a single row or column only arranges its text."""
    if cell is None or not any(_is_grid(piece) for piece in cell.pieces):
        return cell
    unread = Unread([Span("", cell.locator)], what="nested_table")
    return PrintedCell(cell.locator, [unread if _is_grid(piece) else piece for piece in cell.pieces])


def _is_grid(piece: Piece) -> bool:
    return isinstance(piece, PrintedTable) and len(piece.rows) > 1 and len(_used_columns(piece)) > 1


def _says(cell: PrintedCell | None) -> bool:
    return cell is not None and bool(cell.text or _table_in(cell))


def _is_free(row: Row, column: int) -> bool:
    """Return whether nothing stands in a column of a row: a merge covers it, or its cell is blank."""
    return not _says(row[column])


def _is_numbered(table: PrintedTable, column: int) -> bool:
    texts = [cell.text for row in table.rows if column < len(row) and (cell := row[column]) and cell.text]
    return all(_NUMBER.fullmatch(text) for text in texts)


def _is_header(row: Row, fewest: int = 2) -> bool:
    """Return whether the words of a row are header words, half of them at least."""
    return vocabulary().is_header([cell.text for cell in row if cell], fewest)
