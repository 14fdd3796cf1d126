"""Regimes of supervision as a table: one in each row, their headings as columns (监管事项, 监督检查对象, 监督检查内容 …)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Cell, Paragraph, Row, Table
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.grid import content_rows
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.headings import bare_mark, without_number
from dutygraph.ingest.lists.sections.regimes import WORDS, is_bare_heading
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
    """Say whether the columns of a table are headings of regimes: two or more, or one beside the titles."""
    roles = _roles(table)
    if _only_text(roles) is not None:
        return True
    return sum(role in ("targets", "part") for role in roles) >= _FEWEST_HEADINGS or {
        "title",
        "targets",
    } <= set(roles)


def _only_text(roles: Sequence[str | None]) -> int | None:
    """Return the index of the column that holds all text of the regimes beside their titles, None without such a one."""
    texts = [at for at, role in enumerate(roles) if role in (None, "targets", "part")]
    return texts[0] if "title" in roles and len(texts) == 1 else None


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
    whole = _only_text(roles)
    for at, (cell, head, role) in enumerate(zip(cells, header.cells, roles, strict=True)):
        if at == whole and _has_headings(cell):
            _add_lines(regime, cell, head)
        elif role not in ("number", "title") and not is_filler(cell.text):
            texts = (regime.remarks if role == "remark" else regime.texts).setdefault(_heading(head), [])
            if texts[-1:] == [cell.text]:  # a merged cell that an export filled down
                continue
            texts.append(cell.text)
            if role == "targets":
                regime.targets.append(cell.text)


def _has_headings(cell: Cell) -> bool:
    return any(is_bare_heading(bare_mark(span.cleaned, 1)) for span in cell.spans)


def _add_lines(regime: _Draft, cell: Cell, head: Cell) -> None:
    """Add a cell whose lines have headings of their own: 监督检查对象：加油站."""
    heading = _heading(head)
    for text in filter(None, (without_number(span.cleaned) for span in cell.spans)):
        mark = bare_mark(text, 1)
        opens = is_bare_heading(mark)
        heading, content = (mark.text, mark.rest) if opens else (heading, text)
        if content:
            regime.texts.setdefault(heading, []).append(content)
        if content and folded(heading) in WORDS["targets"]:
            regime.targets.append(content)


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
