"""Subgraphs for other tools, and the graph as files."""

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from pydantic import SecretStr

from dutygraph.graph.errors import OntologyError
from dutygraph.graph.export import write_export
from dutygraph.graph.interop import as_networkx, as_py2neo, read_subgraph, subgraph_of
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests import neo4j_server
from tests.components import require

HOSTILE = '</node> "引号", 逗号; 换行\n=HYPERLINK("x")'
GRAPH = Subgraph(
    [
        Node(
            "Department",
            "990101:水务局",
            {"name": "水务局", "listed": True, "aliases": ["区水务局", "水;局"]},
        ),
        Node("Duty", "duty-1", {"text": HOSTILE, "position": 1, "list": "list-1"}),
        Node("LegalBasis", "law-1", {"title": "水法", "document_number": ""}),
    ],
    [
        Edge("HAS_DUTY", Ref("Department", "990101:水务局"), Ref("Duty", "duty-1")),
        Edge("BASED_ON", Ref("Duty", "duty-1"), Ref("LegalBasis", "law-1"), {"articles": "第七条"}),
    ],
)


@pytest.fixture
def filled(store: GraphStore) -> GraphStore:
    store.write(lambda tx: write_subgraph(tx, GRAPH))
    return store


def test_a_subgraph_becomes_a_networkx_graph(filled: GraphStore) -> None:
    graph = as_networkx(read_subgraph(filled))
    assert graph.nodes["duty-1"]["text"] == HOSTILE
    assert graph.nodes["990101:水务局"]["label"] == "Department"
    assert nx.shortest_path(graph, "990101:水务局", "law-1") == ["990101:水务局", "duty-1", "law-1"]
    assert [data["articles"] for *_, data in graph.out_edges("duty-1", data=True)] == ["第七条"]


def test_labels_can_be_chosen(filled: GraphStore) -> None:
    graph = read_subgraph(filled, ["Department", "Duty"])
    assert {node.label for node in graph.nodes} == {"Department", "Duty"}
    assert [edge.type for edge in graph.edges] == ["HAS_DUTY"]
    with pytest.raises(OntologyError):
        read_subgraph(filled, ["Nobody"])


def test_an_answer_becomes_a_subgraph(filled: GraphStore) -> None:
    rows = filled.read("MATCH p = (:Department)-[*1..2]->(:LegalBasis) RETURN p, nodes(p)[0] AS first")
    graph = subgraph_of(rows)
    assert {node.id for node in graph.nodes} == {"990101:水务局", "duty-1", "law-1"}
    assert {edge.type for edge in graph.edges} == {"HAS_DUTY", "BASED_ON"}


def test_xml_exports_read_back(filled: GraphStore, tmp_path: Path) -> None:
    write_export(filled, tmp_path / "g.graphml", "graphml")
    write_export(filled, tmp_path / "g.gexf", "gexf")
    for graph in (nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf")):
        assert set(graph.nodes) == {"990101:水务局", "duty-1", "law-1"}
        assert graph.nodes["duty-1"]["text"] == HOSTILE
    assert list(tmp_path.glob("*.part")) == []


def test_json_lines_hold_everything(filled: GraphStore, tmp_path: Path) -> None:
    write_export(filled, tmp_path / "g.jsonl", "jsonl")
    lines = [json.loads(line) for line in (tmp_path / "g.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len([line for line in lines if "label" in line]) == 3
    assert [line["type"] for line in lines if "type" in line] == ["HAS_DUTY", "BASED_ON"]
    assert any(line.get("properties", {}).get("text") == HOSTILE for line in lines)


def test_csv_files_have_typed_headers(filled: GraphStore, tmp_path: Path) -> None:
    write_export(filled, tmp_path / "out", "csv")
    with (tmp_path / "out" / "Duty.csv").open(encoding="utf-8", newline="") as file:
        header, row = list(csv.reader(file))
    assert header[0] == "id:ID(Duty)"
    assert "position:long" in header
    assert row[header.index("text:string")] == HOSTILE
    assert (tmp_path / "out" / "BASED_ON-Duty-LegalBasis.csv").exists()


def test_neo4j_admin_imports_the_csv_files(folder_store: GraphStore, tmp_path: Path) -> None:
    require("neo4j")
    folder_store.write(lambda tx: write_subgraph(tx, GRAPH))
    write_export(folder_store, tmp_path / "out", "csv")
    home = tmp_path / "home"
    neo4j_server.import_csv(home, tmp_path / "out")
    with neo4j_server.running(home, brief=True) as server:
        settings = StoreSettings(uri=server.uri, password=SecretStr(server.password))
        with GraphStore.open(settings) as imported:
            assert read_subgraph(imported) == read_subgraph(folder_store)


def test_py2neo_writes_to_a_real_neo4j(neo4j_settings: StoreSettings) -> None:
    require("py2neo")
    import py2neo

    assert neo4j_settings.password
    graph = py2neo.Graph(
        neo4j_settings.uri, auth=(neo4j_settings.user, neo4j_settings.password.get_secret_value())
    )
    graph.run("MATCH (n) DETACH DELETE n")
    graph.merge(as_py2neo(GRAPH))
    with GraphStore.open(neo4j_settings) as written:
        assert as_networkx(read_subgraph(written)).nodes == as_networkx(GRAPH).nodes
        assert len(read_subgraph(written).edges) == 2
