"""One cell with the parts of two parties, the leading and the assisting one: whose part is what."""

from collections.abc import Sequence

from dutygraph.ingest.lists.bodies import same_body
from dutygraph.ingest.lists.sections.prose_parties import actor, pieces
from dutygraph.ingest.names.body_names import split_bodies


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


def _owner(bodies: str, parties: Sequence[str]) -> int | None:
    """Return the index of the cell that has a body, None if none or several have it."""
    names = split_bodies(bodies)
    owners = [
        at
        for at, cell in enumerate(parties)
        if names and all(any(same_body(name, one) for one in split_bodies(cell)) for name in names)
    ]
    return owners[0] if len(owners) == 1 else None
