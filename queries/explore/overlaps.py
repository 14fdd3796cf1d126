"""Which bodies overlap without a declared boundary, and what is tied to a body by findings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from dutygraph.graph.model import Ref
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.explore.models import FOCUS, Focus
from dutygraph.queries.findings.models import BESIDE, CLOSED, Status
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.pairs import Between, BodyPair, between_bodies, body_pairs
from dutygraph.queries.findings.read.selection import Entry, ResolvedSelection, Selection

UNDECLARED = "boundary.undeclared"
_STANDING = [status for status in get_args(Status) if status not in CLOSED]


def undeclared(store: GraphStore) -> Mapping[BodyPair, int]:
    """Return how many objects every two bodies overlap in without a declared boundary; what people dismissed is left out."""
    return Counter(
        pair
        for entry in _standing(store, Selection(kinds=(UNDECLARED,)))
        for pair in body_pairs(entry.department_ids)
    )


def related(store: GraphStore, body: str) -> list[str]:
    """Return the ids of the bodies that share findings or matters with a body, those that overlap most first."""
    known = store.cached("between", lambda: between_bodies(store, all_findings(store).entries))
    overlaps = undeclared(store)
    pairs = {pair: what for pair, what in known.items() if body in pair}

    def rank(pair: BodyPair) -> tuple[int, int, int, list[str]]:
        between: Between = pairs[pair]
        return -overlaps.get(pair, 0), -between.findings, -between.declared, sorted(pair)

    return [other for pair in sorted(pairs, key=rank) for other in pair - {body}]


def concerned(store: GraphStore, body: str, focus: Focus) -> Sequence[Ref]:
    """Return what the list of a body says that findings of this sort concern."""
    classes = [class_ for class_, one in FOCUS.items() if one == focus]
    ids = [entry.id for entry in _standing(store, Selection(classes=classes), body)]
    found = store.read(cypher("concerned_nodes"), {"findings": ids, "id": body, "beside": sorted(BESIDE)})
    return [Ref(row["kind"], row["id"]) for row in found]


def _standing(store: GraphStore, selection: Selection, *bodies: str) -> list[Entry]:
    """Return the findings of a selection, of one of the bodies (ids) if any are given, that nobody has closed."""
    wanted = ResolvedSelection(selection, {"status": _STANDING, "department": bodies})
    return all_findings(store).found(wanted).listed()
