"""A list is written whole, once, and replaced whole, on both engines."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from dutygraph.graph.errors import LoadError
from dutygraph.graph.loading.write import collect_garbage, replace_lists, write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from tests.graph.lists import COUNTY, LAW, NODES, duty_list, list_id, mention

EVERYTHING = """
MATCH (n) WHERE n.id <> 'revision'
OPTIONAL MATCH (n)-[e]->(m)
RETURN labels(n) AS l, n.id AS id, type(e) AS t, m.id AS m
"""


def _load(store: GraphStore, department: str, graph: Subgraph) -> None:
    replace_lists(store, [list_id(department)], graph)


def _everything(store: GraphStore) -> Counter[str]:
    return Counter(str(row) for row in store.read(EVERYTHING))


def _department(store: GraphStore, name: str) -> Row:
    (row,) = store.read("MATCH (d:Department {name: $name}) RETURN properties(d) AS p", {"name": name})
    found: Row = row["p"]
    return found


def test_what_is_written_is_what_was_read(store: GraphStore) -> None:
    graph = duty_list("林业局", duties=3)
    _load(store, "林业局", graph)
    assert len(store.read(NODES)) == len(graph.nodes)
    assert store.read("MATCH ()-[e]->() RETURN count(e) AS n") == [{"n": len(graph.edges)}]
    (row,) = store.read(
        "MATCH (d:Duty {position: 1})-[b:BASED_ON]->(law) RETURN d, b.articles AS a, law.id AS law"
    )
    assert row["d"]["properties"] == {
        "id": "duty-林业局-1", "text": "职责1", "position": 1, "list": list_id("林业局")
    }  # fmt: skip
    assert (row["a"], row["law"]) == ("第三条", LAW.id)


def test_reading_twice_is_the_same_as_once(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局"))
    _load(store, "水利局", duty_list("水利局"))
    once = _everything(store)
    _load(store, "林业局", duty_list("林业局"))
    assert _everything(store) == once


def test_a_shorter_list_replaces_the_longer_one(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局", duties=5))
    _load(store, "水利局", duty_list("水利局", duties=4))
    _load(store, "林业局", duty_list("林业局", duties=1))
    counts = store.read("MATCH (d:Duty) RETURN d.list AS list, count(d) AS n ORDER BY n")
    assert counts == [{"list": list_id("林业局"), "n": 1}, {"list": list_id("水利局"), "n": 4}]


def test_many_rows_are_written_in_batches(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局", duties=4001))
    assert store.read("MATCH (:Duty)-[:HAS_TASK]->(t:Task) RETURN count(t) AS n") == [{"n": 4001}]


@pytest.mark.parametrize("first", ["own", "mention"])
def test_what_lists_say_about_one_body_is_united(store: GraphStore, first: str) -> None:
    lists = {
        "own": ("公安局", duty_list("公安局", alias="公安兰江分局")),
        "mention": ("林业局", mention("林业局", "公安局")),
    }
    for name in [first, *(set(lists) - {first})]:
        _load(store, *lists[name])
    body = _department(store, "公安局")
    assert body["listed"] is True
    assert sorted(body["aliases"]) == ["公安兰江分局", "区公安局"]


def test_a_name_is_kept_once(store: GraphStore) -> None:
    graph = duty_list("公安局", alias="公安兰江分局")
    twice = Subgraph(
        [*graph.nodes, *(node for node in graph.nodes if node.label == "Department")], graph.edges
    )
    for _ in range(2):
        _load(store, "公安局", twice)
    assert _department(store, "公安局")["aliases"] == ["公安兰江分局"]


def test_a_department_whose_list_is_gone_is_no_longer_listed(store: GraphStore) -> None:
    _load(store, "公安局", duty_list("公安局"))
    _load(store, "林业局", mention("林业局", "公安局"))
    _load(store, "公安局", Subgraph())
    assert _department(store, "公安局")["listed"] is False


def test_shared_nodes_go_with_the_last_list(store: GraphStore) -> None:
    _load(store, "林业局", mention("林业局", "公安局"))
    _load(store, "水利局", duty_list("水利局"))
    _load(store, "水利局", Subgraph())
    store.write(collect_garbage)
    left = {row["id"] for row in store.read(NODES)}
    assert {"990101:林业局", "990101:公安局", "office-水利局", "990101:水利局", LAW.id} & left == {
        "990101:林业局",
        "990101:公安局",
    }
    assert COUNTY.id in left
    _load(store, "林业局", Subgraph())
    store.write(collect_garbage)
    assert store.read(NODES) == []


def test_the_old_document_goes_when_a_new_one_is_read(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局", duties=2))
    _load(store, "林业局", duty_list("林业局", duties=3))
    assert store.write(collect_garbage) == 1
    assert store.read("MATCH (d:Document) RETURN d.id AS id") == [{"id": "sha-林业局-3"}]


def test_an_edge_without_an_end_leaves_the_old_list(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局"))
    before = _everything(store)
    broken = duty_list("林业局", duties=7)
    broken.edges.append(Edge("HAS_DUTY", Ref("Department", "nobody"), Ref("Duty", "duty-林业局-0")))
    with pytest.raises(LoadError, match="1 条“承担职责”关系缺少一端"):
        _load(store, "林业局", broken)
    assert _everything(store) == before


def test_an_edge_may_end_in_a_node_of_another_list(store: GraphStore) -> None:
    for name in ("林业局", "水利局"):
        _load(store, name, duty_list(name))
    similar = Edge("SIMILAR_TO", Ref("Duty", "duty-林业局-0"), Ref("Duty", "duty-水利局-0"), {"score": 0.9})
    store.write(lambda tx: write_subgraph(tx, Subgraph(edges=[similar])))
    assert store.read("MATCH ()-[s:SIMILAR_TO]->() RETURN s.score AS s") == [{"s": 0.9}]


def test_findings_are_found_again_by_id(store: GraphStore) -> None:
    _load(store, "林业局", duty_list("林业局"))
    finding = Node("Finding", "f1", {"kind": "orphan.no_task", "score": 1})
    concern = Edge("CONCERNS", Ref("Finding", "f1"), Ref("Duty", "duty-林业局-0"), {"role": "a"})
    for _ in range(2):
        store.write(lambda tx: write_subgraph(tx, Subgraph([finding], [concern])))
    assert store.read("MATCH (:Finding)-[c:CONCERNS]->() RETURN c.role AS role") == [{"role": "a"}]


LIST = list_id("林业局")
DUTY = Node("Duty", "d", {"list": LIST})


@pytest.mark.parametrize(
    ("graph", "said"),
    [
        (Subgraph([Node("Person", "p", {})]), "no label 'Person'"),
        (Subgraph([Node("Duty) DETACH DELETE (n", "p", {})]), "no label"),
        (Subgraph([Node("Duty", "", {"list": LIST})]), "Duty without id"),
        (Subgraph([Node("Duty", "d", {})]), "does not say which list"),
        (Subgraph([DUTY, DUTY]), "occurs 2 times"),
        (Subgraph([Node("Duty", "d", {"list": LIST, "colour": "red"})]), "no property colour"),
        (Subgraph([Node("Duty", "d", {"list": LIST, "position": "1"})]), "position is integer, not str"),
        (Subgraph([Node("Department", "d", {"listed": 1})]), "listed is boolean, not int"),
        (Subgraph([DUTY], [Edge("OWNS", Ref("Duty", "d"), Ref("Duty", "d"))]), "no edge type 'OWNS'"),
        (Subgraph([DUTY], [Edge("HAS_TASK", Ref("Duty", "d"), Ref("Duty", "d"))]), "from Duty to Duty"),
        (
            Subgraph([DUTY], [Edge("SIMILAR_TO", Ref("Duty", "d"), Ref("Duty", "d"), {"n": 1})]),
            "no property n",
        ),
        (Subgraph([Node("Duty", "d", {"list": "other"})]), "belongs to the list other"),
    ],
)
def test_what_does_not_fit_the_ontology_is_refused(
    folder_store: GraphStore, graph: Subgraph, said: str
) -> None:
    with pytest.raises(LoadError, match=said):
        replace_lists(folder_store, [LIST], graph)
    assert folder_store.read(NODES) == []


def test_lists_that_share_nodes_load_at_once(store: GraphStore) -> None:
    names = ["林业局", "水利局", "农业农村局", "应急管理局"]
    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(lambda name: _load(store, name, duty_list(name, duties=50)), names))
    assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 200}]
    assert store.read("MATCH (l:LegalBasis) RETURN count(l) AS n") == [{"n": 1}]
    assert store.read("MATCH (:Duty)-[b:BASED_ON]->() RETURN count(b) AS n") == [{"n": 200}]
