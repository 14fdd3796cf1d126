"""Cards that hold a small upright table: labels with their values, and below them a header and rows of tasks and offices."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.document import Cell
from dutygraph.ingest.lists.kinds import section_named
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.tables.turned import is_label, label_of

Rows = Sequence[Sequence[Cell]]

_FEWEST_HEADERS = 2


@dataclass(slots=True)
class _Card:
    """A card: its values by label, and the small table in it: its columns and its rows."""

    values: dict[str, Cell] = field(default_factory=dict)
    labels: list[Cell] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    header: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)

    def begin_table(self, header: Sequence[Cell]) -> None:
        """Take the columns of the small table, but for numbers: they are those of its rows, not of the card."""
        _, roles = vocabulary().roles([cell.text for cell in header], None)
        self.columns = [at for at, cell in enumerate(header) if cell.text and roles[at] != "number"]
        self.header = [header[at] for at in self.columns]

    def grid(self) -> list[list[Cell]]:
        """Return the card as a table: its values stand in the first row, and are merged with the rows below."""
        values = list(self.values.values())
        rows = [
            [*(values if at == 0 else (Cell() for _ in values)), *row] for at, row in enumerate(self.rows)
        ]
        return [[*self.labels, *self.header], *rows]


def cards_with_tables(rows: Rows) -> list[Rows]:
    """Return each card of a grid as a table, and the titles between them; [] unless each card has a small table in it.

    The card says what it is about (职责名称), the rows of the table who does which part of it.
    """
    cards: list[_Card] = []
    grids: list[_Card | Cell] = []
    for row in rows:
        filled, known = [cell for cell in row if cell.text], len(cards)
        if _is_title(row) and (not cards or cards[-1].rows):
            grids.append(row[0])
        elif not is_label(filled[0]):
            if not (cards and cards[-1].header):
                return []
            cards[-1].rows.append([row[at] for at in cards[-1].columns])
        elif not row[0].text:
            return []
        elif len(filled) >= _FEWEST_HEADERS and all(map(is_label, filled)):
            if not cards or cards[-1].header:
                return []
            cards[-1].begin_table(row)
        elif not _add_values(cards, filled):
            return []
        grids += cards[known:]
    if not (cards and all(map(_is_whole, cards))):
        return []
    return [part.grid() if isinstance(part, _Card) else [[part]] for part in grids]


def _is_title(row: Sequence[Cell]) -> bool:
    """Return whether one text that is no label spans a row."""
    return bool(row[0].text) and not is_label(row[0]) and not any(cell.spans for cell in row[1:])


def _add_values(cards: list[_Card], cells: Sequence[Cell]) -> bool:
    """Add labels and values in turn to the last card, or to a new one if a label comes again; False for other rows."""
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    if len(cells) % 2 or any(not is_label(label) or is_label(value) for label, value in pairs):
        return False
    for label, value in pairs:
        name = label_of(label).text
        if not cards or name in cards[-1].values:
            cards.append(_Card())
        cards[-1].values[name] = value
        cards[-1].labels.append(label_of(label))
    return True


def _is_whole(card: _Card) -> bool:
    """Return whether a card has rows, and says itself what they are about."""
    names = [cell.text for cell in (*card.labels, *card.header)]
    section, roles = vocabulary().roles(names, None)
    kind = section_named(section)
    subject = kind.pair[0] if kind and kind.pair else None
    return bool(card.rows) and subject in roles[: len(card.labels)]
