"""A district at a glance: its bodies, the matters that they share, and the topics that findings make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.catalogue.nodes import term
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.explore.models import NodeFinding, View, ViewEdge, ViewGroup, ViewNode
from dutygraph.queries.explore.view import body_edges
from dutygraph.queries.findings.models import CLOSED, ON_DEMAND
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.read.topics import TopicSummary, read_topics, topic_entries
from dutygraph.queries.versions import data_version


@dataclass(frozen=True, slots=True)
class _Thing:
    """A matter or a topic with the bodies whose it is; the first one leads."""

    node: ViewNode
    edge: str
    bodies: Sequence[str]


def district(store: GraphStore, region: str | None, most: int, *, on_demand: bool = False) -> View:
    """Return the bodies, matters and topics of a region (its code), or of all.

    Where they are more than ``most``, the matters and the topics of each body become one group. Topics that lists show
    on demand are there with ``on_demand`` only.
    """
    known = bodies(store)
    open_ = [one for one in topic_entries(store, Selection(region=region)) if one.status not in CLOSED]
    worth = [one for one in open_ if one.class_ not in ON_DEMAND]
    things = [*_matters(store, region, known), *_topics(store, open_ if on_demand else worth)]
    named = {body for thing in things for body in thing.bodies if body in known}
    listed = {id_ for id_, body in known.items() if body.listed and region in (None, body.region)}
    inside = [body for id_, body in known.items() if id_ in named | listed]
    nodes = [_body(body) for body in inside]
    total = len(nodes) + len(things)
    groups = list(_groups(things)) if total > most else []
    edges = _group_edges(groups) if groups else _edges(things)
    return View(
        nodes=nodes if groups else [*nodes, *(thing.node for thing in things)],
        groups=groups,
        edges=[*edges, *body_edges(store, [node.id for node in nodes])],
        paths=[],
        total=total,
        missing=[],
        on_demand=len(open_) - len(worth),
        data_version=data_version(store),
    )


def owners(view: View) -> Mapping[str, list[str]]:
    """Return the bodies that each matter, topic or group of a district stands beside."""
    found: dict[str, list[str]] = {
        **{node.id: [] for node in view.nodes if node.kind.name != "Department"},
        **{group.key: [group.of] for group in view.groups},
    }
    for edge in view.edges:
        if edge.start in found and edge.end not in found[edge.start]:
            found[edge.start].append(edge.end)
    return found


def _body(body: NamedBody) -> ViewNode:
    return ViewNode(
        id=body.id, kind=term("Department"), name=body.name, short=body.short, listed=body.listed, findings=[]
    )


def _matters(store: GraphStore, region: str | None, known: Mapping[str, NamedBody]) -> Iterator[_Thing]:
    for row in store.read(cypher("district_matters"), {"region": region}):
        ids = list(dict.fromkeys(row["bodies"]))
        within = known[ids[0]].name
        node = ViewNode(
            id=row["id"],
            kind=term("SharedMatter"),
            name=row["name"],
            short=row["name"],
            within=within,
            findings=[],
        )
        yield _Thing(node, "DECLARED_BY", [id_ for id_ in ids if id_ in known])


def _topics(store: GraphStore, entries: Sequence[TopicSummary]) -> Iterator[_Thing]:
    for entry, topic in zip(entries, read_topics(store, entries).topics, strict=True):
        finding = NodeFinding(
            id=topic.id,
            kind=topic.kinds[0],
            class_=topic.class_,
            severity=topic.severity,
            sentence=topic.sentence,
        )
        node = ViewNode(
            id=topic.id,
            kind=term("Topic"),
            name=topic.sentence.zh,
            short=topic.title.zh,
            title=topic.title,
            findings=[finding],
        )
        yield _Thing(node, "CONCERNS", entry.department_ids)


def _edges(things: Iterable[_Thing]) -> list[ViewEdge]:
    return [
        ViewEdge(start=thing.node.id, end=body, edge=term(thing.edge))
        for thing in things
        for body in thing.bodies
    ]


def _groups(things: Iterable[_Thing]) -> Iterator[ViewGroup]:
    counts: dict[tuple[str, str, str], int] = {}
    for thing in things:
        if thing.bodies:
            key = thing.bodies[0], thing.node.kind.name, thing.edge
            counts[key] = counts.get(key, 0) + 1
    for (body, label, edge), count in counts.items():
        kind = term(label)
        yield ViewGroup(
            key=f"{body}|{edge}|<|{label}", of=body, parent=body, edge=term(edge), forward=False, kind=kind,
            title=Bilingual(kind.zh, kind.en), count=count, shown=0,
        )  # fmt: skip


def _group_edges(groups: Iterable[ViewGroup]) -> list[ViewEdge]:
    return [ViewEdge(start=group.key, end=group.of, edge=group.edge) for group in groups]
