"""职责边界: matters that several bodies share, and who does which part of them."""

import re
from collections.abc import Sequence
from typing import Literal

from dutygraph.ingest.document import Block, Paragraph, Table
from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.lists.grid import GridRow, grid_rows
from dutygraph.ingest.lists.header_words import PART
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.bands import with_subjects
from dutygraph.ingest.lists.sections.boundary_prose import read_prose
from dutygraph.ingest.lists.sections.cell_parties import each_party, named_parties
from dutygraph.ingest.lists.sections.lost_matters import warn_of_lost_matters
from dutygraph.ingest.lists.sections.prose_parties import ROLES
from dutygraph.ingest.lists.sections.shared_parts import SharedPart, own_parts, settle
from dutygraph.ingest.lists.titles import names_body
from dutygraph.ingest.records import Boundary, Party
from dutygraph.ingest.text import or_none

_PARTIES = ("party", *ROLES)
_FEWEST_SHARING = 2
_LABEL = re.compile(r"(?P<body>[^：:，。；]{2,20})[：:]")


def read(blocks: Sequence[Block], draft: ListDraft) -> list[Boundary]:
    """Return the shared matters in the tables and the text of the section; what is part of none becomes warnings."""
    boundaries: list[Boundary] = []
    shared: list[SharedPart] = []
    text: list[Paragraph] = []
    for block in with_subjects(blocks, section_kinds()["boundaries"], "party"):
        if isinstance(block, Table):
            boundaries += read_prose(text, draft)
            text = []
            for row in grid_rows(block, "party", draft):
                _read_row(row, boundaries, shared, draft)
        else:
            text.append(block)
    boundaries += read_prose(text, draft)
    settle(boundaries, shared, draft)
    warn_of_lost_matters(boundaries, draft)
    return boundaries


def _read_row(row: GridRow, boundaries: list[Boundary], shared: list[SharedPart], draft: ListDraft) -> None:
    number, matter = row.text("number"), row.text("matter")
    if _opens_boundary(number, matter, boundaries):
        place = row.place("matter", "number")
        boundaries.append(Boundary(number=number, matter=matter, locator=place))
    elif number and not matter:
        draft.warn("number_without_matter", row.place("number"), number=number)
    if boundaries:
        _add_remark(row, boundaries)
    parties, sharing = _with_own_parts(row, [] if _adds_to_party(row, boundaries) else _parties(row))
    if any(party.division and not party.department for party in parties) and row.cell("party").spans:
        draft.warn("part_without_party", row.place("division"), division=shorten(row.text("division")))
    if boundaries:
        lead, *supports = (len(boundaries[-1].parties) + at for at in sharing or [0])
        if supports:
            shared.append(SharedPart(len(boundaries) - 1, lead, supports, row.place("division")))
        boundaries[-1].parties.extend(parties)
    elif parties:
        row.warn_unplaced(draft, "before_first_matter")


def _add_remark(row: GridRow, boundaries: list[Boundary]) -> None:
    """Add the remark of a row to the matter that it belongs to."""
    if remark := row.text("remark"):
        whole = (boundaries[-1].remark or "") + remark
        boundaries[-1] = boundaries[-1].model_copy(update={"remark": whole})


def _opens_boundary(number: str, matter: str, boundaries: Sequence[Boundary]) -> bool:
    """A new matter opens a boundary, and so does another number with the matter above printed again.

    A number alone does not: a blank matter is a cell merged with the one above, even where rows are counted on.
    """
    if not boundaries:
        return bool(number or matter)
    last = boundaries[-1]
    return bool(matter) and (matter != last.matter or number not in ("", last.number))


def _adds_to_party(row: GridRow, boundaries: Sequence[Boundary]) -> bool:
    """Add a row with nothing but a further basis or case to the party above; False for other rows."""
    more = {role: row.text(role) for role in ("basis", "case") if row.text(role)}
    others = any(row.text(role) for role in row.cells if role not in {"basis", "case", "remark"})
    if not more or others or not (boundaries and boundaries[-1].parties):
        return False
    last = boundaries[-1].parties[-1]
    boundaries[-1].parties[-1] = last.model_copy(
        update={role: (getattr(last, role) or "") + text for role, text in more.items()}
    )
    return True


def _parties(row: GridRow) -> list[Party]:
    """One party per row, or several: in columns 牵头 and 配合, or named by the headers of columns with their parts."""
    parts = {role.removeprefix(PART): row.text(role) for role in row.cells if role.startswith(PART)}
    columns = [column for column in _PARTIES if row.text(column) or parts.get(column)]
    bodies = [body for body, part in parts.items() if part and body not in _PARTIES]
    if not columns and not bodies and any(row.text(role) for role in ("division", "basis", "case")):
        if row.cells.keys().isdisjoint(_PARTIES) and (named := named_parties(_unnamed(row))):
            return named
        columns = ["party"]
    return [
        *(
            party
            for column in columns
            for party in each_party(
                _party(row, row.text(column), column, ROLES.get(column)),
                row.cell(column),
                row.cell("division"),
            )
        ),
        *(_party(row, body, body, None) for body in bodies),
    ]


def _unnamed(row: GridRow) -> Party:
    """Return what a row says of nobody in particular."""
    basis, case, division = (or_none(row.text(role)) for role in ("basis", "case", "division"))
    return Party(department="", division=division, basis=basis, case=case, locator=row.place("division"))


def _with_own_parts(row: GridRow, parties: list[Party]) -> tuple[list[Party], list[int]]:
    """Return the leading and the assisting party of a row each with its own part, where one cell holds both.

    Where the text does not say whose part is what, return which of them share it.
    """
    division = row.text("division")
    shared = [at for at, party in enumerate(parties) if division and party.division == division]
    if len(shared) < _FEWEST_SHARING or parties[shared[-1]].role != "support":
        return parties, []
    named = own_parts(division, [parties[at].department for at in shared])
    if named is None:
        return parties, shared
    for at, part in zip(shared, named, strict=True):
        parties[at] = parties[at].model_copy(update={"division": or_none(part)})
    return parties, []


def _party(row: GridRow, department: str, owner: str, role: Literal["lead", "support"] | None) -> Party:
    """A party with the part of ``owner`` if that has a column of its own, or else with the common one.

    A body that is not named in a column of its own may open its part: 区水利局：查处非法采砂。
    """
    part = PART + owner
    division = row.text(part) or row.text("division")
    if not department and (label := _LABEL.match(division)) and names_body(label["body"]):
        department, division = label["body"], division[label.end() :]
    return Party(
        department=department,
        locator=row.place(owner, part) if owner in _PARTIES else row.place(part),
        role=role,
        division=or_none(division),
        basis=or_none(row.text("basis")),
        case=or_none(row.text("case")),
    )
