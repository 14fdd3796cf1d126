"""职责边界: matters that several bodies share, and who does which part of them."""

from collections.abc import Sequence
from typing import Literal

from ingest.document import Block, Table
from ingest.draft import ListDraft
from ingest.grid import GridRow, grid_rows
from ingest.records import Boundary, Party
from ingest.text import or_none

SECTION = "职责边界"
ROLES: dict[str, Literal["lead", "support"]] = {"lead": "lead", "support": "support"}
"""Columns of 牵头单位 and 配合单位, and the role of the bodies in them."""


def read_boundaries(blocks: Sequence[Block], draft: ListDraft) -> None:
    """Read the boundary tables of a list into the draft."""
    for block in blocks:
        if isinstance(block, Table):
            for row in grid_rows(block, SECTION, "party", draft):
                _read_row(row, draft)
        else:
            draft.warn_unplaced(block, SECTION)


def _read_row(row: GridRow, draft: ListDraft) -> None:
    number, matter = row.text("number"), row.text("matter")
    if number or (matter and not (draft.boundaries and draft.boundaries[-1].matter == matter)):
        place = row.cell("matter").locator if matter else row.cell("number").locator
        draft.boundaries.append(Boundary(number=number, matter=matter, locator=place or row.locator))
    parties = _parties(row)
    if not draft.boundaries:
        draft.warn_unplaced(row.cell("party"), f"{SECTION}：首个管理事项之前的行")
        return
    draft.boundaries[-1].parties.extend(parties)


def _parties(row: GridRow) -> list[Party]:
    """One party per row; a table with 牵头 and 配合 columns names two bodies in a row."""
    named = [column for column in ("party", *ROLES) if row.text(column)] or ["party"]
    rest = {role: or_none(row.text(role)) for role in ("division", "basis", "case")}
    if named == ["party"] and not row.text("party") and not any(rest.values()):
        return []
    return [
        Party(
            department=row.text(column),
            locator=row.cell(column).locator or row.locator,
            role=ROLES.get(column),
            **rest,
        )
        for column in named
    ]
