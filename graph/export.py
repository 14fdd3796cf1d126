"""Export of the graph: GraphML and GEXF for graph tools, JSON Lines, and CSV for ``neo4j-admin database import``."""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx

from dutygraph.graph.interop import as_networkx, read_subgraph
from dutygraph.graph.model import Edge, Node, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.whole_files import whole_file, whole_folder

_IMPORT_TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string[]",
}
"""Property type of the ontology to its name in the CSV headers of neo4j-admin."""
_ARRAY_DELIMITER = "\x1f"
"""Separator of the values of a list, for neo4j-admin's ``--array-delimiter=U+001F``; texts hold ; and |."""


def write_export(store: GraphStore, out: Path, shape: str) -> None:
    """Write the whole graph to ``out``: a file, or for csv a folder with one file per label and edge type.

    ``shape`` is graphml, gexf, jsonl or csv. The file, or all files of the folder, appear complete or not at all, and an
    earlier export is replaced as a whole. Raises UnwritableFileError, also for a folder that holds other files.
    """
    if shape == "csv":
        with whole_folder(out, _is_export) as folder:
            _write_csv(read_subgraph(store), folder)
    else:
        with whole_file(out) as file:
            _WRITERS[shape](read_subgraph(store), file)


def _write_graphml(subgraph: Subgraph, file: BinaryIO) -> None:
    text = BytesIO()  # lxml's writer of streams takes the process down when its file fails
    nx.write_graphml(_flat(subgraph), text, encoding="utf-8")
    file.write(text.getbuffer())


def _write_gexf(subgraph: Subgraph, file: BinaryIO) -> None:
    nx.write_gexf(_flat(subgraph), file, encoding="utf-8")


def _flat(subgraph: Subgraph) -> "nx.MultiDiGraph[str]":
    """Return the graph as both XML formats need it: lists as JSON text, without characters that XML forbids."""
    graph = as_networkx(subgraph)
    for _, attributes in graph.nodes(data=True):
        _flatten(attributes)
    for *_, attributes in graph.edges(data=True):
        _flatten(attributes)
    return graph


def _flatten(attributes: dict[str, Any]) -> None:
    for name, value in list(attributes.items()):
        if value is None:
            del attributes[name]
        elif isinstance(value, list):
            attributes[name] = json.dumps(value, ensure_ascii=False)
        elif isinstance(value, str):
            attributes[name] = "".join(c for c in value if c in "\t\n\r" or c >= " ")


def _write_jsonl(subgraph: Subgraph, file: BinaryIO) -> None:
    for node in subgraph.nodes:
        _write_line(file, {"label": node.label, "id": node.id, "properties": dict(node.properties)})
    for edge in subgraph.edges:
        ends = {"start": edge.start.id, "end": edge.end.id}
        labels = {"start_label": edge.start.label, "end_label": edge.end.label}
        _write_line(file, {"type": edge.type, **ends, **labels, "properties": dict(edge.properties)})


def _write_line(file: BinaryIO, value: Mapping[str, Any]) -> None:
    file.write(f"{json.dumps(value, ensure_ascii=False)}\n".encode())


def _is_export(name: str) -> bool:
    """Return whether ``_write_csv`` writes files of this name: a label, or an edge type and the labels of its ends."""
    stem, point, kind = name.partition(".")
    return point + kind == ".csv" and {*stem.split("-")} <= {*ontology().nodes, *ontology().edges}


def _write_csv(subgraph: Subgraph, folder: Path) -> None:
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in subgraph.nodes:
        nodes[node.label].append(node)
    for label, group in nodes.items():
        kind = ontology().node(label)
        header = [f"id:ID({label})", *_header(kind.properties), ":LABEL"]
        rows = ([node.id, *_cells(kind.properties, node.properties), label] for node in group)
        _write_rows(folder / f"{label}.csv", header, rows)

    edges: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in subgraph.edges:
        edges[edge.type, edge.start.label, edge.end.label].append(edge)
    for (type_, start, end), edge_group in edges.items():
        properties = ontology().edge(type_).properties
        header = [f":START_ID({start})", f":END_ID({end})", *_header(properties), ":TYPE"]
        body = ([e.start.id, e.end.id, *_cells(properties, e.properties), type_] for e in edge_group)
        _write_rows(folder / f"{type_}-{start}-{end}.csv", header, body)


def _header(properties: Mapping[str, str]) -> list[str]:
    return [f"{name}:{_IMPORT_TYPES[type_]}" for name, type_ in properties.items()]


def _cells(names: Iterable[str], properties: Mapping[str, Any]) -> list[str]:
    return [_cell(properties.get(name)) for name in names]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return _ARRAY_DELIMITER.join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _write_rows(path: Path, header: list[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(header)
        writer.writerows(rows)


_WRITERS: dict[str, Callable[[Subgraph, BinaryIO], None]] = {
    "graphml": _write_graphml,
    "gexf": _write_gexf,
    "jsonl": _write_jsonl,
}
