"""Networks of departments whose measures were worked out by hand, through the store on both engines."""

import random
from collections.abc import Sequence

import networkx as nx
import pytest

from dutygraph.graph.analysis.metrics import By, Metrics, analyse_metrics, measure, project
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph, Value
from dutygraph.graph.store.graph_store import GraphStore

PATH = ["AB", "BC", "CD"]
STAR = ["SA", "SB", "SC"]
TRIANGLES = ["AB", "BC", "AC", "CD", "DE", "EF", "DF"]


def body(name: str, region: str = "990101", **properties: Value) -> Subgraph:
    """A body; its list too, unless it is ``listed=False``."""
    ref, published = Ref("Department", name), Ref("DutyList", f"list-{name}")
    graph = Subgraph()
    _node(graph, ref, name=f"{name}局", region=region, **{"listed": True, **properties})
    if properties.get("listed", True):
        _node(graph, published, list=published.id)
        graph.edges.append(Edge("PUBLISHED", ref, published))
    return graph


def matter(number: int, parties: str) -> Subgraph:
    """A matter that the first body declares and in which the others have a part."""
    by, others = parties[0], parties[1:]
    ref = Ref("SharedMatter", f"matter-{number}")
    graph = Subgraph(edges=[Edge("DECLARED_BY", ref, Ref("Department", by))])
    _node(graph, ref, matter=f"事项{number}", list=f"list-{by}")
    for name in others:
        part = Ref("Division", f"part-{number}-{name}")
        _node(graph, part, list=f"list-{by}")
        graph.edges += [Edge("ABOUT", part, ref), Edge("ASSIGNED_TO", part, Ref("Department", name))]
    return graph


def duty(name: str, law: str) -> Subgraph:
    """A duty that rests on a law."""
    ref, basis = Ref("Duty", f"duty-{name}-{law}"), Ref("LegalBasis", law)
    graph = Subgraph(edges=[Edge("BASED_ON", ref, basis), Edge("HAS_DUTY", Ref("Department", name), ref)])
    _node(graph, ref, list=f"list-{name}")
    _node(graph, basis, title=law)
    return graph


def overlap(
    name: str, duties: Sequence[str], kind: str = "overlap.duty", class_: str = "overlap"
) -> Subgraph:
    """A finding about duties; their bodies and laws are named as in ``duty``."""
    ref = Ref("Finding", name)
    graph = Subgraph(edges=[Edge("CONCERNS", ref, Ref("Duty", f"duty-{id_}")) for id_ in duties])
    _node(graph, ref, kind=kind, **{"class": class_})
    return graph


def verdict(finding: str, value: str, at: str) -> Subgraph:
    ref = Ref("Verdict", f"{finding}-{at}")
    graph = Subgraph(edges=[Edge("JUDGES", ref, Ref("Finding", finding))])
    _node(graph, ref, value=value, at=at)
    return graph


def write(store: GraphStore, *graphs: Subgraph) -> None:
    """Write the parts of a graph, nodes before edges."""
    nodes = [node for graph in graphs for node in graph.nodes]
    edges = [edge for graph in graphs for edge in graph.edges]
    store.write(lambda tx: write_subgraph(tx, Subgraph(nodes, edges)))


def sharing(store: GraphStore, matters: Sequence[str]) -> Metrics:
    """Measure the network of bodies that share these matters."""
    names = sorted(set("".join(matters)))
    write(store, *map(body, names), *(matter(number, parties) for number, parties in enumerate(matters)))
    return measure(project(store, "matters"))


def ties(store: GraphStore, by: By, value: str = "shared") -> dict[str, float]:
    """What each tie of the network has, by its two ends in order."""
    edges = project(store, by).edges(data=True)
    return {"".join(sorted((a, b))): tie[value] for a, b, tie in edges}


def hubs(metrics: Metrics) -> dict[str, float]:
    return {body.id: body.hub for body in metrics.bodies}


def groups(metrics: Metrics) -> dict[str, int | None]:
    return {body.id: body.community for body in metrics.bodies}


def sole_links(metrics: Metrics) -> str:
    return "".join(sorted(body.id for body in metrics.bodies if body.sole_link))


def test_path(store: GraphStore) -> None:
    found = sharing(store, PATH)
    assert [body.id for body in found.bodies] == ["B", "C", "A", "D"]
    # B lies between A and C, and between A and D, but not between C and D.
    assert hubs(found) == {"A": 0, "B": 0.6667, "C": 0.6667, "D": 0}
    assert sole_links(found) == "BC"
    assert found.sole_ties == [("A局", "B局"), ("B局", "C局"), ("C局", "D局")]
    assert groups(found) == {"A": 1, "B": 1, "C": 2, "D": 2}
    assert (found.components, found.density) == (1, 0.5)


def test_star(store: GraphStore) -> None:
    found = sharing(store, STAR)
    assert hubs(found) == {"S": 1, "A": 0, "B": 0, "C": 0}
    assert [(body.ties, body.shared) for body in found.bodies] == [(3, 3), (1, 1), (1, 1), (1, 1)]
    assert sole_links(found) == "S"


def test_two_triangles_joined_by_a_bridge(store: GraphStore) -> None:
    found = sharing(store, TRIANGLES)
    # Of the ten pairs of others, C lies between A or B and D, E or F: six.
    assert hubs(found) == {"C": 0.6, "D": 0.6, "A": 0, "B": 0, "E": 0, "F": 0}
    assert groups(found) == {"A": 1, "B": 1, "C": 1, "D": 2, "E": 2, "F": 2}
    assert (sole_links(found), found.sole_ties) == ("CD", [("C局", "D局")])
    assert found.density == round(7 / 15, 4)


def test_what_many_share_ties_no_two_of_them_closely(store: GraphStore) -> None:
    found = sharing(store, ["ABC", "AB", "BC"])
    assert ties(store, "matters", "weight") == {"AB": 1.5, "AC": 0.5, "BC": 1.5}
    # From A to C it is 1 / 0.5 = 2, over B only 1 / 1.5 + 1 / 1.5.
    assert hubs(found) == {"A": 0, "B": 1, "C": 0}
    assert {body.id: body.shared for body in found.bodies} == {"A": 2, "B": 3, "C": 2}
    assert (sole_links(found), found.sole_ties) == ("", [])


def test_weights_are_those_of_the_projection_that_networkx_has(store: GraphStore) -> None:
    chance = random.Random(7)
    matters = ["".join(chance.sample("ABCDEFGHIJKL", chance.randint(1, 8))) for _ in range(25)]
    found = sharing(store, matters)
    sides = nx.Graph([(number, name) for number, parties in enumerate(matters) for name in parties])
    expected = nx.bipartite.collaboration_weighted_projected_graph(sides, set("".join(matters)))
    weights = {"".join(sorted((a, b))): tie["weight"] for a, b, tie in expected.edges(data=True)}
    assert ties(store, "matters", "weight") == pytest.approx(weights)
    counts = {
        body.id: sum(body.id in parties and len(parties) > 1 for parties in matters) for body in found.bodies
    }
    assert {body.id: body.shared for body in found.bodies} == counts


def test_a_body_counts_once_in_a_matter(store: GraphStore) -> None:
    part = Subgraph(edges=[Edge("ASSIGNED_TO", Ref("Division", "part-0-B"), Ref("Department", "A"))])
    sharing(store, ["AB"])
    write(store, part)
    assert ties(store, "matters") == {"AB": 1}


def test_nobody_is_tied_to_a_body_without_a_name_or_from_elsewhere(store: GraphStore) -> None:
    write(
        store,
        body("A"),
        body("B", listed=False),
        body("V", listed=False, vague=True),
        body("Z", region="990000"),
        matter(0, "ABVZ"),
    )
    here = measure(project(store, "matters", "990101"))
    assert [(body.id, body.listed, body.ties) for body in here.bodies] == [("A", True, 1), ("B", False, 1)]
    assert ties(store, "matters") == {"AB": 1, "AZ": 1, "BZ": 1}


def test_bases_tie_whoever_cites_them(store: GraphStore) -> None:
    cited = [duty("A", "x"), duty("B", "x"), duty("C", "x"), duty("A", "y"), duty("B", "y"), duty("C", "z")]
    write(store, *map(body, "ABC"), *cited)
    assert ties(store, "bases", "weight") == {"AB": 1.5, "AC": 0.5, "BC": 0.5}


def test_overlaps_tie_until_they_are_dismissed(store: GraphStore) -> None:
    write(store, *map(body, "ABCD"), *(duty(name, "x") for name in "ABCD"))
    assert ties(store, "overlaps") == {}
    write(
        store,
        overlap("kept", ["A-x", "B-x"]),
        overlap("judged", ["A-x", "C-x"], "overlap.duplicate", "duplication"),
        verdict("judged", "dismissed", "2026-01-01"),
        verdict("judged", "confirmed", "2026-01-02"),
        overlap("dismissed", ["B-x", "C-x"]),
        verdict("dismissed", "confirmed", "2026-01-01"),
        verdict("dismissed", "dismissed", "2026-01-02"),
        overlap("another kind", ["C-x", "D-x"], "overlap.internal"),
    )
    assert ties(store, "overlaps") == {"AB": 1, "AC": 1}


@pytest.mark.parametrize("class_", ["possible", "interplay"])
def test_overlaps_that_are_listed_on_demand_tie_once_they_are_confirmed(
    store: GraphStore, class_: str
) -> None:
    finding = overlap("f", ["A-x", "B-x"], class_=class_)
    write(store, *map(body, "AB"), duty("A", "x"), duty("B", "x"), finding)
    assert ties(store, "overlaps") == {}
    write(store, verdict("f", "confirmed", "2026-01-01"))
    assert ties(store, "overlaps") == {"AB": 1}


def test_all_ties_together(store: GraphStore) -> None:
    parts = [matter(0, "AB"), duty("A", "x"), duty("B", "x"), overlap("f", ["A-x", "B-x"])]
    write(store, *map(body, "AB"), *parts)
    assert ties(store, "all") == {"AB": 3}


@pytest.mark.parametrize("by", ["matters", "overlaps", "bases", "all"])
def test_nobody_and_one_alone(by: By, store: GraphStore) -> None:
    empty = measure(project(store, by))
    assert (empty.bodies, empty.components, empty.density) == ([], 0, 0)
    write(store, body("A"))
    (alone,) = measure(project(store, by)).bodies
    assert (alone.ties, alone.hub, alone.community, alone.sole_link) == (0, 0, None, False)


def test_measures_are_put_on_departments(store: GraphStore) -> None:
    sharing(store, STAR)
    write(store, body("Y", region="990102"), body("Z", region="990102"), matter(9, "YZ"))
    store.write(lambda tx: analyse_metrics(tx, ["A"]))
    assert measured(store) == {"S": (1.0, 1), "A": (0.0, 1), "B": (0.0, 1), "C": (0.0, 1)}
    store.write(lambda tx: analyse_metrics(tx, None))
    assert measured(store).keys() == set("SABCYZ")


def test_measures_follow_the_network(store: GraphStore) -> None:
    sharing(store, STAR)
    store.write(lambda tx: analyse_metrics(tx, None))
    store.write(lambda tx: tx.run("MATCH (m:SharedMatter) WHERE m.id <> 'matter-0' DETACH DELETE m"))
    store.write(lambda tx: analyse_metrics(tx, ["S"]))
    assert measured(store) == {"S": (0.0, 1), "A": (0.0, 1), "B": (0.0, None), "C": (0.0, None)}


def measured(store: GraphStore) -> dict[str, tuple[float, int | None]]:
    """The hub and the group of each body that has been measured, as the graph has them."""
    rows = store.read(
        "MATCH (d:Department) WHERE d.hub IS NOT NULL RETURN d.id AS id, d.hub AS hub, d.community AS community"
    )
    return {row["id"]: (row["hub"], row["community"]) for row in rows}


def _node(graph: Subgraph, ref: Ref, **properties: Value) -> None:
    graph.nodes.append(Node(ref.label, ref.id, properties))
