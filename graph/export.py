"""Export of the graph: GraphML and GEXF for graph tools, JSON Lines, and CSV for ``neo4j-admin database import``."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import networkx as nx

from dutygraph.graph.import_rows import file_of, header_of, row_of
from dutygraph.graph.interop import as_networkx, read_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.whole_files import whole_file, whole_folder
from dutygraph.xml_text import for_xml


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


def write_export_file(store: GraphStore, file: BinaryIO, shape: str) -> None:
    """Write the whole graph to an open file: as ``write_export`` does, the folder of csv as a zip archive."""
    subgraph = read_subgraph(store)
    if shape != "csv":
        _WRITERS[shape](subgraph, file)
        return
    with TemporaryDirectory() as folder, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _write_csv(subgraph, Path(folder))
        for path in sorted(Path(folder).iterdir()):
            archive.write(path, path.name)


def _write_graphml(subgraph: Subgraph, file: BinaryIO) -> None:
    text = BytesIO()  # lxml's writer of streams takes the process down when its file fails
    nx.write_graphml(as_networkx(_for_xml(subgraph)), text, encoding="utf-8")
    file.write(text.getbuffer())


def _write_gexf(subgraph: Subgraph, file: BinaryIO) -> None:
    graph = as_networkx(_for_xml(subgraph))
    for *_, attributes in graph.edges(data=True):
        attributes["label"] = attributes.pop("type")  # an edge's type is whether it has a direction
    nx.write_gexf(graph, file, encoding="utf-8")


def _for_xml(subgraph: Subgraph) -> Subgraph:
    """Return the graph as both XML formats need it: lists as JSON text, with the characters that XML forbids spelled."""
    return Subgraph(
        [Node(node.label, for_xml(node.id), _flat(node.properties)) for node in subgraph.nodes],
        [
            Edge(
                edge.type,
                Ref(edge.start.label, for_xml(edge.start.id)),
                Ref(edge.end.label, for_xml(edge.end.id)),
                _flat(edge.properties),
            )
            for edge in subgraph.edges
        ],
    )


def _flat(properties: Mapping[str, Any]) -> dict[str, Any]:
    values = {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        for name, value in properties.items()
        if value is not None
    }
    return {name: for_xml(value) if isinstance(value, str) else value for name, value in values.items()}


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
    files: dict[str, list[Node | Edge]] = defaultdict(list)
    items: Iterable[Node | Edge] = chain(subgraph.nodes, subgraph.edges)
    for item in items:
        files[file_of(item)].append(item)
    for name, items in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.writelines(f"{row}\r\n" for row in chain([header_of(name)], map(row_of, items)))


_WRITERS: dict[str, Callable[[Subgraph, BinaryIO], None]] = {
    "graphml": _write_graphml,
    "gexf": _write_gexf,
    "jsonl": _write_jsonl,
}
