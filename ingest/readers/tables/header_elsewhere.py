"""Rows of content whose header stands elsewhere: below them, on the sheet before, or nowhere in their grid."""

from collections.abc import Mapping, Sequence

from dutygraph.ingest.document import Cell, Table
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.tables.headers import Header, header_at
from dutygraph.ingest.readers.tables.row_kinds import counts_on, is_numbered
from dutygraph.ingest.readers.tables.turned import is_turned

Rows = Sequence[Sequence[Cell]]


def has_header(rows: Rows) -> bool:
    """Return whether one of the rows is the header of a list's table, or its first column is."""
    return any(header_at(rows, at) for at in range(len(rows))) or (bool(rows) and is_turned(rows))


def goes_on_with(table: Table, rows: Rows) -> bool:
    """Return whether rows have no header, and the first numbered one the number after the last of a table."""
    width = len(table.header.cells)
    number = _column_of_numbers(table.header.texts)
    if number is None or any(len(row) != width for row in rows) or has_header(rows):
        return False
    return counts_on(table, next((row for row in rows if is_numbered(row, number)), ()), restarts=False)


def first_above(rows: Rows, headers: Mapping[int, Header]) -> int | None:
    """Return the first row of content above the first of the headers, None if there is none.

    So it is where the header was set to be repeated on pages after the first.
    """
    first = min(headers, default=0)
    number = _column_of_numbers(headers[first].row.texts) if headers else None
    if number is None:
        return None
    return next((at for at in range(first) if is_numbered(rows[at], number)), None)


def _column_of_numbers(header: Sequence[str]) -> int | None:
    _, roles = vocabulary().roles(header, None)
    return roles.index("number") if "number" in roles else None
