"""A table for many bodies: the column that names the body of each row, and the table of each body without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Row, Table
from dutygraph.ingest.lists.headings import is_body
from dutygraph.ingest.lists.titles import BRACKET, is_title_line, names_body, without_lead
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.names.body_words import is_vague
from dutygraph.ingest.names.regions import read_region
from dutygraph.ingest.records import Locator

_ACTORS = {"office", "handler", "party", "lead", "support"}
"""Roles of columns that say who acts in a row: beside one of these, another column of bodies says whose list it is."""

_OFFICES = {"office", "handler"}

_LEVELS = "省市区县州旗"


@dataclass(frozen=True, slots=True)
class ListName:
    """The place where a list is named: the body, and the list's title as printed (None if only the body is printed)."""

    body: str
    title: str | None
    locator: Locator


Mark = Block | ListName


def rows_by_body(table: Table, publisher: str) -> list[Mark]:
    """Return for each body that the 部门 column or a row of its own names the name and a table of its rows.

    Under the title of a list of one body, the ``publisher`` ("" for none), a column of its parts (殡葬管理所) names offices.
    A blank cell below a name belongs to it, as a merged one does; a body may come again further down. A table that
    names no body is returned as it is.
    """
    column = _body_column(table, publisher)
    if column is None:
        return _cut_at_names(table)
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


class Bodies:
    """The bodies of a document and the titles of their lists; a body is found by its name with or without its region."""

    def __init__(self) -> None:
        self._named: dict[str, list[tuple[str, str]]] = {}

    def add(self, name: str, title: str) -> tuple[str, str]:
        """Return the body of that name and its title, which are ``name`` and ``title`` if it was not named before."""
        bare = name[read_region(name)[1] :].lstrip(_LEVELS)
        known = self._named.setdefault(bare, [])
        found = next((entry for entry in known if same_body(entry[0], name)), None)
        if found is None:
            known.append((name, title))
        return found or (name, title)


def same_body(one: str, other: str) -> bool:
    """Say whether two names are of one body, one of them without its region: 云溪市澜江区民政局, 区民政局, 民政局."""
    short, long = sorted((one, other), key=len)
    for bare in {short, short.lstrip(_LEVELS)} - {""}:
        place = long.removesuffix(bare)
        if long.endswith(bare) and (place in _LEVELS or read_region(place)[1] == len(place)):
            return True
    return False


def _body_column(table: Table, publisher: str) -> int | None:
    """Return the index of the 部门 column, None without one: it stands first, or beside a column of who acts."""
    words = table.header.texts
    section, roles = vocabulary().roles(words, None)
    for column, word in enumerate(words):
        if _names_bodies(word, section) and _holds_bodies(table.rows, column, publisher):
            _, others = vocabulary().roles([*words[:column], *words[column + 1 :]], section)
            is_first = set(others[:column]) <= {"number", None}
            has_actor = roles[column] is None or set(others) & {roles[column], "lead", "support"}
            if (is_first or set(others) & _ACTORS) and has_actor:
                return column
    return None


def _names_bodies(word: str, section: str | None) -> bool:
    """Return whether a header may be that of a 部门 column; 责任部门 is one in a section that names offices, not parties."""
    known, bare = vocabulary(), folded(word).removesuffix("名称")
    if word in known.department_columns:
        return True
    if section is None or bare not in known.responsible_columns:
        return False
    return not _OFFICES.isdisjoint(known.columns[section].values())


def _holds_bodies(rows: Sequence[Row], column: int, publisher: str) -> bool:
    texts = {BRACKET.sub("", row.cells[column].text) for row in rows} - {""}
    bodies = sum(is_body(text) or (not publisher and names_body(text)) for text in texts)
    return bodies * 2 > len(texts)


def _cut_at_names(table: Table) -> list[Mark]:
    """Return the table cut at the rows in which nothing but the name of a body stands, with the names between."""
    names = [at for at, row in enumerate(table.rows) if _is_name(row)]
    if not names:
        return [table]
    marks: list[Mark] = [Table(table.header, table.rows[: names[0]])] if names[0] else []
    for at, end in zip(names, [*names[1:], len(table.rows)], strict=True):
        row = table.rows[at]
        marks.append(ListName(without_lead(row.text), None, row.locator))
        if rows := table.rows[at + 1 : end]:
            marks.append(Table(table.header, rows))
    return marks


def _is_name(row: Row) -> bool:
    """Whether the name of a body stands in the first cell of a row, and nothing behind it."""
    first, *rest = row.cells
    if not first.text or any(cell.text for cell in rest):
        return False
    name = without_lead(first.text)
    return names_body(name) and is_title_line(name) and is_body(name) and not is_vague(name)


def _without(row: Row, column: int) -> Row:
    return Row(row.cells[:column] + row.cells[column + 1 :])
