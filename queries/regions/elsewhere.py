"""What the reading of one region must know of all other lists, so that it finds what one graph with all of them finds.

Three things are told by all lists together: the number and title of a legal basis that lists print in several ways, under
which characters a government numbers its documents (``graph/analysis/slips``), and bodies of a region that only lists of
other regions name. They are given to a reading as a list without publisher, which no rule asks about.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.ingest.names.regions import find_region
from dutygraph.queries.regions.placed import KnownBasis, NamedElsewhere, department

LIST = "list-elsewhere"
"""The id of the list that stands for what all other lists say."""
_PART = "part-elsewhere"
_ENOUGH = 2
"""So many titles teach a reading what more of them would (``graph/analysis/slips/detector.py``)."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Legal bases by id, the ids of those that teach how governments number, and bodies by region."""

    bases: Mapping[str, KnownBasis]
    teachers: Sequence[str]
    bodies: Mapping[str, Sequence[NamedElsewhere]]


def elsewhere(bases: Iterable[KnownBasis], named: Iterable[NamedElsewhere]) -> Elsewhere:
    """Return what readings of single regions must know, from what all lists say."""
    by_id = {one.id: one for one in bases}
    bodies: dict[str, list[NamedElsewhere]] = defaultdict(list)
    for one in named:
        bodies[one.region].append(one)
    return Elsewhere(by_id, _teachers(by_id.values()), dict(bodies))


def as_list(known: Elsewhere, region: str, cited: Collection[str]) -> Subgraph:
    """Return it as the list that a reading of a region gets; ``cited`` are the ids of the legal bases that it cites."""
    whole, part = Ref("DutyList", LIST), Ref("Division", _PART)
    graph = Subgraph([Node(whole.label, whole.id, {"list": LIST}), Node(part.label, part.id, {"list": LIST})])
    for id_ in sorted({*known.teachers, *(id_ for id_ in cited if id_ in known.bases)}):
        one = known.bases[id_]
        graph.nodes.append(Node("LegalBasis", id_, {"title": one.title, "key": one.key}))
        graph.edges.append(
            Edge(
                "BASED_ON", whole, Ref("LegalBasis", id_), {"document_number": one.number, "title": one.title}
            )
        )
    for body in known.bodies.get(region, ()):
        graph.nodes.append(department(body))
        graph.edges.append(Edge("ASSIGNED_TO", part, Ref("Department", body.body), {"printed": body.printed}))
    graph.nodes = _united(graph.nodes)
    return graph


def _united(nodes: Iterable[Node]) -> list[Node]:
    """Each body once, under all names that lists print."""
    found: dict[str, Node] = {}
    for node in nodes:
        before = found.setdefault(node.id, node)
        if before is not node:
            names = {*before.properties["aliases"], *node.properties["aliases"]}  # type: ignore[misc]
            name = max(
                (str(one.properties["name"]) for one in (before, node)), key=lambda one: (len(one), one)
            )
            found[node.id] = Node(
                node.label, node.id, {**before.properties, "name": name, "aliases": sorted(names)}
            )
    return list(found.values())


def _teachers(bases: Iterable[KnownBasis]) -> list[str]:
    """Return enough legal bases from which to learn what any government's numbers begin with."""
    taught: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in sorted(bases, key=lambda basis: basis.id):
        region = find_region(one.title) if "〔" in (one.number or "") and one.title != one.number else None
        if region and one.number and region.level != "county":
            titles = taught[region.name, one.number[0]]
            if len(titles) < _ENOUGH:
                titles.setdefault(one.title, one.id)
    return sorted({id_ for titles in taught.values() for id_ in titles.values()})
