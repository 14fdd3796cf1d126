"""Tables whose labels stand in the first column, as a card for each duty or turned on their side, set upright.

A card has a label and its value beside each other, also two such pairs in a row; a turned table has a record in each
further column. Labels are the header words of lists (职责名称, 责任科室 …).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.vocabulary import NUMBER, vocabulary
from dutygraph.ingest.records import Locator

Rows = Sequence[Sequence[Cell]]

_NUMBER = re.compile(NUMBER)
_FEWEST_LABELS = 2
_FEWEST_COLUMNS = 3
_NUMBER_LABEL = "序号"


def is_turned(rows: Rows) -> bool:
    """Say whether a table has its labels in the first column: several ones of a list, for at least half of the rows.

    A row in which two labels are neighbours is the header of an upright table.
    """
    rows = _without_groups(rows)
    labels = [row[0].text for row in rows if is_label(row[0]) and any(cell.text for cell in row[1:])]
    if len(set(labels)) < _FEWEST_LABELS:
        return False
    others = sum(bool(row[0].text) for row in rows if not is_label(row[0]) and not _title(row))
    if len(labels) < others:
        return False
    return not any(has_neighbours(row) for row in rows)


def upright(rows: Rows) -> Iterator[Rows]:
    """Yield the tables that a turned table amounts to, each with its header as first row, and its title rows."""
    part: list[Sequence[Cell]] = []
    for row in _without_groups(rows):
        if title := _title(row):
            if part:
                yield _set_upright(part)
            part = []
            yield [[title]]
        else:
            part.append(row)
    if part:
        yield _set_upright(part)


def _without_groups(rows: Rows) -> Rows:
    """Return the rows without a first column whose cells each span a card; what it says stands above the card."""
    spanning = sum(not row[0].spans for row in rows)
    if len(rows[0]) < _FEWEST_COLUMNS or spanning * 2 < len(rows) or any(is_label(row[0]) for row in rows):
        return rows
    apart: list[Sequence[Cell]] = []
    for first, *others in rows:
        if first.text:
            number = _NUMBER.fullmatch(first.text) is not None
            cells = [Cell([Span(_NUMBER_LABEL, first.locator or Locator())]), first] if number else [first]
            apart.append([*cells, *[Cell()] * (len(others) - len(cells))])
        apart.append(others)
    return apart


def _set_upright(rows: Rows) -> Rows:
    columns = [at for at in range(1, len(rows[0])) if any(row[at].text for row in rows)]
    paired = any(is_label(cell) for row in rows for cell in row[1:])
    labels = [_name(row[0]) for row in rows]
    if len(columns) > 1 and not paired and all(labels) and len(set(labels)) == len(labels):
        return [[label_of(row[0]) for row in rows], *([row[at] for row in rows] for at in columns)]
    cards = _Cards()
    for card in [rows] if paired else ([(row[0], row[at]) for row in rows] for at in columns):
        for row in card:
            cards.add(row)
    return cards.grid()


@dataclass(slots=True)
class _Cards:
    """Cards put together to a table: its columns by label, and a row for each value that a label has in a card."""

    labels: dict[str, Cell] = field(default_factory=dict)
    cards: list[list[dict[str, Cell]]] = field(default_factory=list)
    standing: dict[int, str] = field(default_factory=dict)
    """The label in force in each column; it counts for the rows below where its cell is merged with them."""

    def add(self, row: Sequence[Cell]) -> None:
        """Add the values of a row, each under the label to its left.

        A value in a row of its own, under a label that the card did not have before, belongs to the whole card.
        """
        current = ""
        alone = sum(is_label(cell) for cell in row) == 1
        for at, cell in enumerate(row):
            if (at == 0 and cell.text) or is_label(cell):
                current = label_of(cell).text
                self.labels.setdefault(current, label_of(cell))
                self.standing[at + 1] = current
                if current == next(iter(self.labels)):
                    self.cards.append([{}])
            elif cell.text and (label := current or self.standing.get(at, "")):
                self._value(label, cell, whole_card=alone)

    def _value(self, label: str, cell: Cell, *, whole_card: bool) -> None:
        if not self.cards:
            self.cards.append([{}])
        card = self.cards[-1]
        if whole_card and not any(label in row for row in card):
            card[0][label] = cell
            return
        if label in card[-1]:
            card.append({})
        card[-1][label] = cell

    def grid(self) -> Rows:
        """Return the header and the rows; an office that is printed once in a card counts for all of its rows."""
        names = list(self.labels)
        _, roles = vocabulary().roles(names, None)
        for label in (name for name, role in zip(names, roles, strict=True) if role in vocabulary().answers):
            for card in self.cards:
                values = [row[label] for row in card if label in row]
                if len(values) == 1:
                    for row in card:
                        row[label] = values[0]
        rows = [row for card in self.cards for row in card if row]
        return [list(self.labels.values()), *([row.get(name, _blank(row)) for name in names] for row in rows)]


def _blank(row: dict[str, Cell]) -> Cell:
    place = next((cell.locator for cell in row.values() if cell.locator), Locator())
    return Cell([Span("", place)])


def _title(row: Sequence[Cell]) -> Cell | None:
    """Return the only text of a row when it is no label, or the heading of a section rather than one."""
    if not row[0].text or any(cell.text for cell in row[1:]):
        return None
    heading = read_heading(row[0].text).section is not None
    return row[0] if heading or not is_label(row[0]) else None


def has_neighbours(row: Sequence[Cell]) -> bool:
    """Say whether two labels are neighbours in a row, as in the header of an upright table."""
    own = [is_label(cell) for cell in row if cell.spans]
    return any(left and right for left, right in pairwise(own))


def is_label(cell: Cell) -> bool:
    """Say whether a cell is a header word of lists, maybe with a number or colon."""
    return _name(cell) in vocabulary().header_words


def label_of(cell: Cell) -> Cell:
    """Return a label without its number and colon."""
    return Cell([Span(_name(cell), cell.locator or Locator())]) if cell.spans else cell


def _name(cell: Cell) -> str:
    text = cell.text
    number = _NUMBER.match(text)
    return (text[number.end() :] if number else text).rstrip("：:")
