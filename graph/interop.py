"""Subgraphs for other tools: read from the store or from query results, as networkx graphs and py2neo subgraphs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

if TYPE_CHECKING:
    import py2neo


def read_subgraph(store: GraphStore, labels: Sequence[str] | None = None) -> Subgraph:
    """Return all nodes with one of ``labels`` (all nodes for None) and the edges between them.

    Raises OntologyError for a label that the ontology does not have.
    """
    kinds = ontology()
    chosen = [kinds.node(label).name for label in labels] if labels is not None else list(kinds.nodes)
    graph = Subgraph()
    for label in chosen:
        for row in store.read(cypher("all_nodes", LABEL=label)):
            graph.nodes.append(Node(label, row["id"], _without_id(row["properties"])))
    for type_ in kinds.edges:
        for row in store.read(cypher("all_edges", TYPE=type_)):
            if row["start_label"] in chosen and row["end_label"] in chosen:
                start, end = Ref(row["start_label"], row["start"]), Ref(row["end_label"], row["end"])
                graph.edges.append(Edge(type_, start, end, row["properties"]))
    return graph


def subgraph_of(rows: Iterable[Row]) -> Subgraph:
    """Return the nodes and edges in rows that the store returned, also those in paths and lists, each once.

    An edge is left out when the rows do not hold both of its ends: its element ids alone do not identify them.
    """
    nodes: dict[str, Node] = {}
    edges: dict[str, Mapping[str, Any]] = {}
    waiting: list[Any] = list(rows)
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict) and {"element_id", "labels"} <= value.keys():
            nodes[value["element_id"]] = Node(
                value["labels"][0], value["properties"]["id"], _without_id(value["properties"])
            )
        elif isinstance(value, dict) and {"element_id", "type"} <= value.keys():
            edges[value["element_id"]] = value
        elif isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
    return Subgraph(
        list(nodes.values()),
        [
            Edge(edge["type"], _ref(nodes[edge["start"]]), _ref(nodes[edge["end"]]), edge["properties"])
            for edge in edges.values()
            if edge["start"] in nodes and edge["end"] in nodes
        ],
    )


def as_networkx(subgraph: Subgraph) -> "nx.MultiDiGraph[str]":
    """Return a directed multigraph with ids as node keys; ``label`` or ``type`` and the properties are attributes."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in subgraph.nodes:
        graph.add_node(node.id, label=node.label, **node.properties)
    for edge in subgraph.edges:
        graph.add_edges_from([(edge.start.id, edge.end.id, {"type": edge.type, **edge.properties})])
    return graph


def as_py2neo(subgraph: Subgraph) -> "py2neo.Subgraph":
    """Return a py2neo subgraph, to be written by py2neo's ``Graph.merge`` to a Neo4j that it supports (5 over Bolt).

    Raises ModuleNotFoundError, with advice, when the extra ``py2neo`` is not installed.
    """
    try:
        import py2neo
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "py2neo 未安装：pip install 'dutygraph[py2neo]' / py2neo is not installed"
        ) from error
    nodes = {}
    for node in subgraph.nodes:
        py2neo_node = py2neo.Node(node.label, id=node.id, **node.properties)
        py2neo_node.__primarylabel__, py2neo_node.__primarykey__ = node.label, "id"
        nodes[_ref(node)] = py2neo_node
    relationships = [
        py2neo.Relationship(nodes[edge.start], edge.type, nodes[edge.end], **edge.properties)
        for edge in subgraph.edges
    ]
    return py2neo.Subgraph(list(nodes.values()), relationships)


def _ref(node: Node) -> Ref:
    return Ref(node.label, node.id)


def _without_id(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name != "id"}
