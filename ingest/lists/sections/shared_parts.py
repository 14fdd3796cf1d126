"""One cell with the parts of several parties: whose part is what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dutygraph.ingest.lists.bodies import same_body
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.sections.prose_parties import Actor, actor, pieces
from dutygraph.ingest.names.body_names import split_bodies
from dutygraph.ingest.records import Boundary, Locator


def own_parts(division: str, parties: Sequence[str]) -> list[str] | None:
    """Return the part of each party where the text names them (区水利局负责…；区公安局配合…), None where it does not.

    ``parties`` are cells of one or several bodies. A piece without a body of its own goes on with the one before.
    """
    parts = ["" for _ in parties]
    current: int | None = None
    for piece in pieces(division):
        found = actor(piece)
        if found:
            current = _owner(found.bodies, parties)
        if current is None:
            return None
        text = found.part if found else piece.text
        joint = "；" if parts[current] and found else piece.before if parts[current] else ""
        parts[current] += joint + text
    return parts if all(parts) else None


def named_parts(division: str) -> list[Actor]:
    """Return the bodies that a text begins its parts with, each with its part: 区水利局：…。区公安局：…, 区水利局负责…；….

    The list is empty unless the text begins with a body.
    """
    found: list[Actor] = []
    for piece in pieces(division):
        if one := actor(piece):
            found.append(one)
        elif found:
            last = found[-1]
            found[-1] = replace(last, part=last.part + (piece.before if last.part else "") + piece.text)
        else:
            return []
    return found


def _owner(bodies: str, parties: Sequence[str]) -> int | None:
    """Return the index of the cell that has a body, None if none or several have it."""
    names = split_bodies(bodies)
    owners = [
        at
        for at, cell in enumerate(parties)
        if names and all(any(same_body(name, one) for one in split_bodies(cell)) for name in names)
    ]
    return owners[0] if len(owners) == 1 else None


@dataclass(frozen=True, slots=True)
class SharedPart:
    """A part that stands beside a leading and an assisting party: the indices of its matter and of both, and its place."""

    matter: int
    lead: int
    supports: Sequence[int]
    place: Locator


def settle(boundaries: Sequence[Boundary], shared: Sequence[SharedPart], draft: ListDraft) -> None:
    """Give each shared part to one of its parties: to the leading one, with a warning, or else to the assisting ones.

    It is theirs where other assisting parties follow in rows with parts of their own, beside the same leading one.
    """
    for matter, group in groupby(shared, key=lambda part: part.matter):
        parts = list(group)
        parties = boundaries[matter].parties
        leads = {parties[part.lead].department for part in parts}
        behind = parties[parts[-1].supports[-1] + 1 :]
        by_row = any(one.role == "support" and one.division for one in behind) or len(parts) > len(leads) == 1
        for part in parts:
            lead, bare = parties[part.lead], part.supports
            if by_row:
                bare = [part.lead]
            else:
                names = "、".join(parties[at].department for at in part.supports)
                draft.warn("part_of_lead", part.place, support=names, lead=lead.department)
            for at in bare:
                parties[at] = parties[at].model_copy(update={"division": None})
        if len(leads) == 1:
            for part in reversed(parts[1:]):
                del parties[part.lead]
