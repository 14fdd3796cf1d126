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
    if _opens_boundary(number, matter, draft.boundaries):
        place = row.place("matter", "number")
        draft.boundaries.append(Boundary(number=number, matter=matter, locator=place))
    elif number and not matter:
        draft.warn(
            "number_without_matter",
            f"{SECTION}：序号“{number}”没有管理事项，归入上一事项",
            row.place("number"),
        )
    draft.warn_unplaced(row.cell("remark"), f"{SECTION}：备注")
    parties = _parties(row)
    if draft.boundaries:
        draft.boundaries[-1].parties.extend(parties)
    elif parties:
        row.warn_unplaced(draft, f"{SECTION}：首个管理事项之前的行")


def _opens_boundary(number: str, matter: str, boundaries: Sequence[Boundary]) -> bool:
    """A new matter opens a boundary, and so does a number with the matter above printed again.

    A number alone does not: a blank matter is a cell merged with the one above, even where rows are counted on.
    """
    if not boundaries:
        return bool(number or matter)
    return bool(matter) and (bool(number) or matter != boundaries[-1].matter)


def _parties(row: GridRow) -> list[Party]:
    """One party per row; a table with 牵头 and 配合 columns names two bodies in a row."""
    named = [column for column in ("party", *ROLES) if row.text(column)] or ["party"]
    rest = {role: or_none(row.text(role)) for role in ("division", "basis", "case")}
    if named == ["party"] and not row.text("party") and not any(rest.values()):
        return []
    return [
        Party(
            department=row.text(column),
            locator=row.place(column),
            role=ROLES.get(column),
            **rest,
        )
        for column in named
    ]
