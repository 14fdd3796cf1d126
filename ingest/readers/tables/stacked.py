"""Turned tables between upright ones in one grid, as a sheet stacks them: 序号 1 2 / 服务事项 … … below duties."""

from collections.abc import Iterator, Sequence

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Cell
from dutygraph.ingest.lists.kinds import section_named
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.tables.turned import has_neighbours, is_label, label_of

Rows = Sequence[Sequence[Cell]]


def stacked(rows: Rows) -> list[tuple[Rows, bool]]:
    """Return the parts of a grid in order, each with whether it is turned; one part where no turned table stands in it."""
    parts: list[tuple[Rows, bool]] = []
    at = 0
    for begin, end in _turned_runs(rows):
        if begin > at:
            parts.append((rows[at:begin], False))
        parts.append((rows[begin:end], True))
        at = end
    if at < len(rows):
        parts.append((rows[at:], False))
    return parts


def _turned_runs(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield where runs of rows begin and end that each have another label in front, and are about something together."""
    begin = 0
    seen: set[str] = set()
    for at in range(len(rows) + 1):
        label = label_of(rows[at][0]).text if at < len(rows) and _is_labelled(rows[at]) else ""
        if label and label not in seen and not _begins_other(label, rows[begin:at]):
            seen.add(label)
            continue
        if _is_table(rows[begin:at]):
            yield begin, at
        begin, seen = (at, {label}) if label else (at + 1, set())


def _begins_other(label: str, rows: Rows) -> bool:
    """Whether a label is none of the section that the rows above are a whole table of."""
    section, _ = vocabulary().roles([label_of(row[0]).text for row in rows], None)
    return section is not None and _is_table(rows) and not vocabulary().headers[section].knows(folded(label))


def _is_labelled(row: Sequence[Cell]) -> bool:
    return is_label(row[0]) and any(cell.text for cell in row[1:]) and not has_neighbours(row)


def _is_table(rows: Rows) -> bool:
    """Whether rows are a turned table: its labels are columns of one section, and say what it is about."""
    labels = [label_of(row[0]).text for row in rows]
    section, roles = vocabulary().roles(labels, None)
    kind = section_named(section)
    return (
        kind is not None
        and len(set(roles) - {None, "number"}) > 1
        and not set(kind.subject).isdisjoint(roles)
    )
