"""A table for many bodies: the column that names the body of each row, and the table of each body without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Block, Row, Table
from dutygraph.ingest.lists.titles import names_body
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.names.regions import read_region
from dutygraph.ingest.records import Locator

_ACTORS = {"office", "handler", "party", "lead", "support"}
"""Roles of columns that say who acts in a row: beside one of these, another column of bodies says whose list it is."""

_LEVELS = "省市区县州旗"


@dataclass(frozen=True, slots=True)
class ListName:
    """The place where a list is named: the body, and the list's title as printed (None if only the body is printed)."""

    body: str
    title: str | None
    locator: Locator


Mark = Block | ListName


def rows_by_body(table: Table) -> list[Mark]:
    """Return for each body in the 部门 column its name and a table of its rows; the table itself without such a column.

    A blank cell below a name belongs to it, as a merged one does; a body may come again further down.
    """
    column = _body_column(table)
    if column is None:
        return [table]
    header = _without(table.header, column)
    body = ""
    tables: dict[str, Table] = {}
    marks: list[Mark] = []
    for row in table.rows:
        body = row.cells[column].text or body
        if body not in tables:
            tables[body] = Table(header)
            if body:
                marks.append(ListName(body, None, row.cells[column].locator or row.locator))
            marks.append(tables[body])
        tables[body].rows.append(_without(row, column))
    return marks or [table]


def same_body(one: str, other: str) -> bool:
    """Say whether two names are of one body, one of them without its region: 云溪市澜江区民政局, 区民政局, 民政局."""
    short, long = sorted((one, other), key=len)
    for bare in {short, short.lstrip(_LEVELS)} - {""}:
        place = long.removesuffix(bare)
        if long.endswith(bare) and (place in _LEVELS or read_region(place)[1] == len(place)):
            return True
    return False


def _body_column(table: Table) -> int | None:
    """Return the index of the 部门 column, None without one: it stands first, or beside a column of who acts."""
    words = [cell.text for cell in table.header.cells]
    _, roles = vocabulary().roles(words, None)
    for column, (word, role) in enumerate(zip(words, roles, strict=True)):
        if word in vocabulary().department_columns and _holds_bodies(table.rows, column):
            others = {*roles[:column], *roles[column + 1 :]}
            is_first = set(roles[:column]) <= {"number", None}
            if (is_first or others & _ACTORS) and (role is None or others & {role, "lead", "support"}):
                return column
    return None


def _holds_bodies(rows: Sequence[Row], column: int) -> bool:
    texts = {row.cells[column].text for row in rows} - {""}
    return sum(map(names_body, texts)) * 2 > len(texts)


def _without(row: Row, column: int) -> Row:
    return Row(row.cells[:column] + row.cells[column + 1 :])
