"""What a node opens as: its neighbours by kind, each kind a group with its number."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dutygraph.bilingual import Bilingual
from dutygraph.graph.model import Ref
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.neighbours import NeighbourCount, counts_of, members
from dutygraph.queries.catalogue.nodes import Term, term
from dutygraph.queries.errors import Namesake
from dutygraph.queries.explore.fields import by_field
from dutygraph.queries.explore.models import Focus
from dutygraph.queries.explore.overlaps import concerned, related

_AROUND = ("Region", "DutyList", "Document")
"""Where everything stands: to be seen on its page, and no neighbour to go on to."""
_BY_FIELD = 10
"""More duties than these are shown by field."""
_RELATED = Term(name="RELATED", zh="往来部门", en="related bodies")
_CONCERNED: dict[Focus, Term] = {
    "overlaps": Term(name="OVERLAPS", zh="重叠和边界问题", en="overlaps and boundaries"),
    "gaps": Term(name="GAPS", zh="悬空和缺口", en="orphans and gaps"),
}
Load = Callable[[int], Sequence[Ref]]
"""The first so many of a group."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A group before it is opened; ``inner`` are the groups that it opens as, in place of nodes."""

    key: str
    edge: Term
    forward: bool
    kind: Term
    title: Bilingual
    count: int
    load: Load
    inner: Sequence["Opening"] = field(default=())


def openings(store: GraphStore, node: Ref) -> list[Opening]:
    """Return the groups that a node opens as, in the order of the ontology; bodies also what findings tie to them."""
    order = list(ontology().nodes)
    counts = sorted(
        (one for one in counts_of(store, _named(node)) if _leads_on(one, node)),
        key=lambda one: order.index(one.kind.name),
    )
    kinds = Counter(one.kind.name for one in counts)
    stated = [_stated(store, node, one, kinds[one.kind.name] > 1) for one in counts]
    return [*_of_body(store, node), *stated] if node.label == "Department" else stated


def _leads_on(count: NeighbourCount, node: Ref) -> bool:
    """Whether a reader would go on there: not to where everything stands, nor from a body to what was computed of it."""
    around = count.forward and count.kind.name in _AROUND
    computed = node.label == "Department" and not ontology().edge(count.edge.name).depends
    return not around and not computed


def _stated(store: GraphStore, node: Ref, of: NeighbourCount, by_edge: bool) -> Opening:
    key = "|".join((node.id, of.edge.name, ">" if of.forward else "<", of.kind.name))
    title = Bilingual(
        f"{of.kind.zh}（{of.edge.zh}）" if by_edge else of.kind.zh,
        f"{of.kind.en} ({of.edge.en})" if by_edge else of.kind.en,
    )

    def load(most: int) -> list[Ref]:
        return [Ref(of.kind.name, one.id) for one in members(store, _named(node), of, (0, most))]

    inner: list[Opening] = []
    if of.edge.name == "HAS_DUTY" and of.count > _BY_FIELD:
        texts = {one.id: one.name for one in members(store, _named(node), of, (0, of.count))}
        fields = by_field(texts)
        inner = [_of_field(key, of, name, ids) for name, ids in fields] if len(fields) > 1 else []
    return Opening(key, of.edge, of.forward, of.kind, title, of.count, load, inner)


def _of_field(key: str, of: NeighbourCount, name: Bilingual, ids: Sequence[str]) -> Opening:
    refs = [Ref(of.kind.name, id_) for id_ in ids]
    return Opening(
        f"{key}|{name.zh}", of.edge, of.forward, of.kind, name, len(refs), lambda most: refs[:most]
    )


def _of_body(store: GraphStore, body: Ref) -> list[Opening]:
    groups: list[tuple[Term, str, Sequence[Ref]]] = [
        (word, "Duty", concerned(store, body.id, focus)) for focus, word in _CONCERNED.items()
    ]
    others = [Ref("Department", id_) for id_ in related(store, body.id)]
    groups.append((_RELATED, "Department", others))
    return [_beside(body, word, kind, refs) for word, kind, refs in groups if refs]


def _beside(body: Ref, word: Term, kind: str, refs: Sequence[Ref]) -> Opening:
    title = Bilingual(word.zh, word.en)
    return Opening(
        f"{body.id}|{word.name}", word, True, term(kind), title, len(refs), lambda most: refs[:most]
    )


def _named(node: Ref) -> Namesake:
    return Namesake(node.id, node.id, node.label)
