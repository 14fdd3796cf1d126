"""Rows of a table by column role, with the repairs that shifted rows need."""

from collections.abc import Iterator, Sequence
from itertools import compress

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Cell, Row, Table
from dutygraph.ingest.lists.columns import Columns, columns_of
from dutygraph.ingest.lists.contents import counts_parts, is_number
from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.lists.frame import counts_columns, is_form, is_note
from dutygraph.ingest.lists.kinds import SectionKind, section_named
from dutygraph.ingest.lists.vocabulary import stated_role, vocabulary
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import is_filler

_FEWEST_UNFILLED = 2
"""Rows; a single one may be a duty whose text is missing."""
_LONGEST_NAME = 20
"""A longer text in a column of names is no name (the longest body named in the real lists has 17 characters)."""


class GridRow:
    """One row: cells by column role; a column that the table does not have reads as an empty cell."""

    def __init__(self, cells: dict[str, Cell], locator: Locator) -> None:
        self.cells = cells
        self.locator = locator

    def cell(self, role: str) -> Cell:
        """The cell of a role."""
        return self.cells.get(role) or Cell()

    def text(self, role: str) -> str:
        """The cleaned text of a role's cell, "" when blank, a mere dash, or without such a column."""
        cell = self.cells.get(role)
        return "" if cell is None or is_filler(text := cell.text) else text

    def place(self, *roles: str) -> Locator:
        """Where the first filled cell of the roles stands; when none is filled, the first one's place or the row's."""
        role = next((role for role in roles if self.text(role)), roles[0])
        return self.cell(role).locator or self.locator

    def warn_unplaced(self, draft: ListDraft, where: str) -> None:
        """Record every text of the row as belonging to nothing known; ``where`` as for ``ListDraft.warn_unplaced``."""
        for cell in self.cells.values():
            draft.warn_unplaced(cell, where)


def grid_rows(table: Table, key: str, draft: ListDraft) -> Iterator[GridRow]:
    """Yield the filled rows of a table of the section that is being read, and record its columns in the draft.

    ``key`` is the role of the column that names who acts; a row whose leading blank cells were lost is shifted
    back to where its name stands under that column.
    """
    columns = _columns(table, draft)
    roles = columns.roles
    rows = list(content_rows(columns.rows(table), table.header if columns.has_header else None, draft))
    names = _names(rows, roles, key)
    unknown = [
        role is None and not vocabulary().stands_beside(header.text, draft.section)
        for role, header in zip(roles, table.header.cells, strict=True)
    ]
    for row in rows:
        shift = _shift(row.cells, roles, key, names)
        cells = [Cell() for _ in range(shift)] + row.cells[: len(row.cells) - shift]
        if shift:
            draft.warn("shifted_row", row.locator, shift=shift)
        for cell in compress(cells, unknown):
            draft.warn_unplaced(cell, "unknown_column")
        found = GridRow({role: cell for role, cell in zip(roles, cells, strict=True) if role}, row.locator)
        if (number := found.text("number")) and not (is_number(number) or counts_parts(number)):
            draft.warn("odd_number", found.place("number"), number=shorten(number))
        yield found


def content_rows(rows: Sequence[Row], header: Row | None, draft: ListDraft) -> Iterator[Row]:
    """Yield the rows of content: not the header again, numbers of columns, or a form's own; notes become warnings."""
    printed = header.texts if header else None
    for at, row in enumerate(_without_unfilled(rows)):
        texts = row.texts
        if all(map(is_filler, texts)) or vocabulary().says_nothing(texts):
            continue
        if texts == printed:
            continue
        if at == 0 and header and counts_columns(texts):
            continue
        if is_note(next(filter(None, texts))):
            for cell in row.cells:
                draft.warn_unplaced(cell, "note")
        elif not is_form(texts):
            yield row


def _without_unfilled(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without several at the end that hold nothing but their number: a form has more than were needed."""
    end = len(rows)
    while end and [is_number(text) for text in rows[end - 1].texts if not is_filler(text)] == [True]:
        end -= 1
    return rows[:end] if len(rows) - end >= _FEWEST_UNFILLED else rows


def _columns(table: Table, draft: ListDraft) -> Columns:
    """Return the columns of a table, and tell the draft which there are, which were guessed and which are unknown."""
    columns = columns_of(table, draft.section)
    section = section_named(columns.section)
    known = draft.columns.setdefault(draft.section, [])
    for at, (role, cell) in enumerate(zip(columns.roles, table.header.cells, strict=True)):
        kind = role.partition(":")[0] if role else ""
        if kind and kind not in known:
            known.append(kind)
        header = shorten(cell.text) if columns.has_header else ""
        if at in columns.guesses:
            usual = section.usual[kind] if section else kind
            _warn_guessed(draft, cell.locator, at, header, usual)
        elif role is None and header:
            _warn_unknown(draft, cell, section)
    return columns


def _warn_unknown(draft: ListDraft, cell: Cell, section: SectionKind | None) -> None:
    """Warn of a header without a role in the section, also of one whose stated role none of its columns can have."""
    header, stated = shorten(cell.text), stated_role(cell.text)
    if vocabulary().stands_beside(cell.text, draft.section):
        draft.warn("beside_column", cell.locator, header=header)
    elif stated is None:
        draft.warn("unknown_column", cell.locator, header=header)
    else:
        usual = section.usual.items() if section else ()
        known = "、".join(f"{role}（{word}）" for role, word in usual)
        draft.warn("stated_in_vain", cell.locator, header=header, role=stated, known=known)


def _warn_guessed(draft: ListDraft, place: Locator | None, at: int, header: str, role: str) -> None:
    if header:
        draft.warn("guessed_column", place, header=header, role=role)
    else:
        draft.warn("guessed_without_header", place, column=at + 1, role=role)


def _names(rows: Sequence[Row], roles: list[str | None], key: str) -> set[str]:
    if key not in roles:
        return set()
    column = roles.index(key)
    return {text for row in rows if (text := row.cells[column].text) and len(text) <= _LONGEST_NAME}


def _shift(cells: Sequence[Cell], roles: list[str | None], key: str, names: set[str]) -> int:
    """Return by how many columns a row slipped to the left: its last cells are blank and its name stands too early."""
    if key not in roles:
        return 0
    column = roles.index(key)
    if 0 < len(cells[column].text) <= _LONGEST_NAME:
        return 0
    texts = [cell.text for cell in cells]
    for shift in range(1, column + 1):
        if any(texts[len(texts) - shift :]) or is_number(texts[0]):
            return 0
        if _is_name(texts[column - shift], names):
            return shift
    return 0


def _is_name(text: str, names: set[str]) -> bool:
    bodies = vocabulary().body_words
    return text in names or (
        0 < len(text) <= _LONGEST_NAME
        and len(names) > 0
        and folded(text).endswith(bodies)
        and _all_bodies(names)
    )


def _all_bodies(names: set[str]) -> bool:
    """Whether the column's names are bodies (局, 办 …) for the most part, so that another body fits in."""
    bodies = vocabulary().body_words
    return sum(folded(name).endswith(bodies) for name in names) * 2 > len(names)
