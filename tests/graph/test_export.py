"""Exports with any characters: well-formed, and read back equal but for what a format cannot hold."""

import csv
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import Mock, patch

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph import export
from dutygraph.graph.export import write_export
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.ontology import ontology

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "string": TEXT,
    "integer": st.integers(-(2**53), 2**53),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "strings": st.lists(TEXT, max_size=3),
}
FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@st.composite
def graphs(draw: st.DrawFn) -> Subgraph:
    """A graph of any labels and edge types of the ontology, with any values of their types."""
    labels = draw(st.lists(st.sampled_from(sorted(ontology().nodes)), min_size=1, max_size=6))
    graph = Subgraph()
    for number, label in enumerate(labels):
        properties = _properties(draw, ontology().node(label).properties)
        graph.nodes.append(Node(label, f"{number}{draw(TEXT)}", properties))
    for type_ in draw(st.lists(st.sampled_from(sorted(ontology().edges)), max_size=6)):
        start, end = (
            Ref(node.label, node.id) for node in draw(st.tuples(*[st.sampled_from(graph.nodes)] * 2))
        )
        graph.edges.append(Edge(type_, start, end, _properties(draw, ontology().edge(type_).properties)))
    return graph


def _properties(draw: st.DrawFn, kinds: Mapping[str, str]) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=3)) if kinds else []
    return {name: draw(VALUES[kinds[name]]) for name in chosen}


def any_graph(test: Any) -> Any:
    return settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))(
        given(graphs())(test)
    )


def _write(graph: Subgraph, shape: str, out: Path) -> None:
    with patch.object(export, "read_subgraph", lambda _: graph):
        write_export(Mock(), out, shape)


def _xml(value: Any) -> Any:
    """A value as XML holds it."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
    return (
        FORBIDDEN_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if isinstance(text, str) else text
    )


def _told(properties: Mapping[str, Any]) -> str:
    """Properties to compare: networkx adds ids and keys of its own, renames ``key``, and reads no empty texts."""
    own = ("id", "key", "networkx_key")
    return repr(
        sorted((name, value) for name, value in properties.items() if name not in own and value != "")
    )


@any_graph
def test_xml_holds_the_whole_graph(graph: Subgraph) -> None:
    for shape, read, edge_type in (("graphml", nx.read_graphml, "type"), ("gexf", nx.read_gexf, "label")):
        with TemporaryDirectory() as folder:
            _write(graph, shape, Path(folder, "out"))
            found: nx.MultiDiGraph[str] = nx.MultiDiGraph(read(Path(folder, "out")))
        nodes = {
            _xml(n.id): _told({"label": n.label} | {k: _xml(v) for k, v in n.properties.items()})
            for n in graph.nodes
        }
        assert {id_: _told(data) for id_, data in found.nodes(data=True)} == nodes
        edges = Counter(
            (
                _xml(e.start.id),
                _xml(e.end.id),
                _told({edge_type: e.type} | {k: _xml(v) for k, v in e.properties.items()}),
            )
            for e in graph.edges
        )
        assert Counter((a, b, _told(data)) for a, b, data in found.edges(data=True)) == edges


@any_graph
def test_json_lines_hold_the_whole_graph(graph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        _write(graph, "jsonl", Path(folder, "out"))
        rows = [json.loads(line) for line in Path(folder, "out").read_bytes().split(b"\n") if line]
    nodes = [Node(row["label"], row["id"], row["properties"]) for row in rows if "label" in row]
    edges = [
        Edge(
            row["type"],
            Ref(row["start_label"], row["start"]),
            Ref(row["end_label"], row["end"]),
            row["properties"],
        )
        for row in rows
        if "type" in row
    ]
    assert (nodes, edges) == (graph.nodes, graph.edges)


@any_graph
def test_csv_files_hold_the_whole_graph(graph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        _write(graph, "csv", Path(folder, "out"))
        rows = [row for file in Path(folder, "out").iterdir() for row in _rows(file)]
    written = [
        *({":ID": n.id, ":LABEL": n.label} | _cells(n.properties) for n in graph.nodes),
        *(
            {":START_ID": e.start.id, ":END_ID": e.end.id, ":TYPE": e.type} | _cells(e.properties)
            for e in graph.edges
        ),
    ]
    assert sorted(map(_told, rows)) == sorted(map(_told, written))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    names = [
        re.sub(r"(?<=ID)\(.*", "", name).removeprefix("id") if "ID(" in name else name.split(":")[0] or name
        for name in header
    ]
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in rows]


def _cells(properties: Mapping[str, Any]) -> dict[str, str]:
    cells = {
        name: "\x1f".join(item.replace("\x1f", "\ufffd") for item in value)
        if isinstance(value, list)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
        for name, value in properties.items()
    }
    return {name: cell for name, cell in cells.items() if cell}
