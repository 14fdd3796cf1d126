"""Regimes of supervision as a table: one in each row, their headings as columns (监管事项, 监督检查对象, 监督检查内容 …)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Cell, Paragraph, Row, Table
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.grid import content_rows
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.headings import without_number
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Locator, Regime, RegimeSection
from dutygraph.ingest.text import is_filler, or_none

_NAME = section_kinds()["supervision"].name
_FEWEST_HEADINGS = 2


@dataclass(slots=True)
class _Draft:
    """A regime while its rows are read: its title and place, and its texts by heading."""

    title: str
    locator: Locator
    texts: dict[str, list[str]] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    """The texts of a column of remarks: text of the regime, but no heading of it."""


def is_regime_table(table: Table) -> bool:
    """Say whether the columns of a table are headings of regimes: two or more, not counting number and title."""
    roles = _roles(table)
    return sum(role in ("targets", "part") for role in roles) >= _FEWEST_HEADINGS or {
        "title",
        "targets",
    } <= set(roles)


def needs_title(table: Table) -> bool:
    """Say whether a table of regimes has no column for their titles; it is one regime, with its title above."""
    return "title" not in _roles(table)


def read_table(table: Table, title: Paragraph | None, draft: ListDraft) -> list[Regime]:
    """Return the regimes of a table, in the order of its rows; ``title`` stands above a table without titles."""
    roles = _roles(table)
    known = draft.columns.setdefault(draft.section, [])
    known.extend(role for role in roles if role in ("number", "title", "targets") and role not in known)
    found: list[_Draft] = []
    for row in content_rows(table.rows, table.header, draft):
        cells = dict(zip(roles, row.cells, strict=True))
        if not found or _opens_regime(cells, found[-1], has_title=title is not None):
            found.append(_opened(row, cells, title, draft))
        _add(found[-1], row.cells, table.header, roles)
    return [_regime(one) for one in found]


def _opens_regime(cells: dict[str | None, Cell], above: _Draft, *, has_title: bool) -> bool:
    """A title that is not that of the row above opens a regime; a blank one is a cell merged with the one above.

    Without titles in the table or above it, a number does.
    """
    if "title" not in cells:
        return not has_title and "number" in cells and not is_filler(cells["number"].text)
    title = cells["title"].text
    return not is_filler(title) and without_number(title) != above.title


def _opened(row: Row, cells: dict[str | None, Cell], title: Paragraph | None, draft: ListDraft) -> _Draft:
    cell = cells.get("title") or title
    name = without_number(cell.text) if cell else ""
    locator = (cell.locator if cell and name else None) or row.locator
    if not name:
        draft.warn("no_title", locator)
    return _Draft(name, locator)


def _add(regime: _Draft, cells: Sequence[Cell], header: Row, roles: Sequence[str | None]) -> None:
    for cell, head, role in zip(cells, header.cells, roles, strict=True):
        if role not in ("number", "title") and not is_filler(cell.text):
            texts = (regime.remarks if role == "remark" else regime.texts).setdefault(_heading(head), [])
            if texts[-1:] == [cell.text]:  # a merged cell that an export filled down
                continue
            texts.append(cell.text)
            if role == "targets":
                regime.targets.append(cell.text)


def _regime(one: _Draft) -> Regime:
    return Regime(
        title=one.title,
        locator=one.locator,
        targets=or_none("".join(one.targets)),
        sections=[heading for heading in one.texts if heading],
        body=[
            RegimeSection(heading=heading, text="\n".join(texts))
            for heading, texts in (one.texts | one.remarks).items()
        ],
    )


def _roles(table: Table) -> list[str | None]:
    """Return the roles of the columns; an unknown one between the number and the first heading holds the titles."""
    words = vocabulary().columns[_NAME]
    found = [words.get(folded(_heading(cell))) for cell in table.header.cells]
    roles = [
        None if role in ("number", "title") and role in found[:at] else role for at, role in enumerate(found)
    ]
    first = next((at for at, role in enumerate(roles) if role in ("targets", "part")), 0)
    if "title" not in roles and first and roles[first - 1] is None and roles[: first - 1] in ([], ["number"]):
        roles[first - 1] = "title"
    return roles


def _heading(cell: Cell) -> str:
    return without_number(cell.text).rstrip("：:")
