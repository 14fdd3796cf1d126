"""Writing a subgraph into the store, and replacing whole lists in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from dutygraph.graph.checking import check
from dutygraph.graph.errors import LoadError
from dutygraph.graph.model import Edge, Node, Subgraph, Value
from dutygraph.graph.ontology import EdgeKind, NodeKind, ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction

BATCH = 2000
"""Rows per Cypher statement; from 500 to 5,000 the time is the same on both engines (measured)."""

UNITED = ("strings", "boolean")
"""Property types of shared nodes whose values from several lists are united; other types keep the last value."""

Rows = list[dict[str, Any]]


def replace_lists(
    store: GraphStore,
    lists: Collection[str],
    subgraph: Subgraph,
    then: Callable[[Transaction], None] = lambda _: None,
) -> None:
    """Replace all nodes and edges that the lists (ids) own by ``subgraph``, in one transaction.

    Shared nodes are matched by id and completed. An empty subgraph removes the lists. ``then`` is run at the end of the
    same transaction. Raises LoadError when the subgraph does not fit the ontology, holds nodes of another list, or an
    edge lacks an end; the old lists then stay as they were.
    """
    check(subgraph)
    _check_owner(subgraph, lists)

    def work(tx: Transaction) -> None:
        tx.run(cypher("unlist_publisher"), {"lists": list(lists)})
        for kind in ontology().owned_by("list"):
            tx.run(cypher("delete_lists", LABEL=kind.name), {"lists": list(lists)})
        _write(tx, subgraph)
        then(tx)

    store.write(work)


def write_subgraph(tx: Transaction, subgraph: Subgraph) -> None:
    """Write nodes and edges: those that a list owns are created, others are matched by id or created.

    An end of an edge may be a node that is already in the store. Raises LoadError as ``replace_lists`` does.
    """
    check(subgraph)
    _write(tx, subgraph)


def replace_results(
    store: GraphStore, forget: str, parameters: Mapping[str, Value], results: Subgraph
) -> None:
    """Replace the earlier results of an analysis by ``results``, in one transaction.

    ``forget`` is the Cypher text that removes the earlier results, run with ``parameters``. Raises LoadError as
    ``replace_lists`` does, and StoreError when the database fails; the earlier results then stay.
    """

    def work(tx: Transaction) -> None:
        tx.run(forget, parameters)
        write_subgraph(tx, results)

    store.write(work)


def collect_garbage(tx: Transaction) -> int:
    """Remove shared nodes without an edge to any list and regions without a department; return the number removed."""
    shared = [kind for kind in ontology().owned_by("shared") if kind.name != "Region"]
    removed = [tx.run(cypher("collect_shared", LABEL=kind.name)) for kind in shared]
    removed.append(tx.run(cypher("collect_regions")))
    return sum(int(rows[0]["removed"]) for rows in removed)


def _check_owner(subgraph: Subgraph, lists: Collection[str]) -> None:
    for node in subgraph.nodes:
        if node.properties.get("list") not in (None, *lists):
            raise LoadError(
                zh=f"节点 {node.id} 属于另一份清单 {node.properties['list']}，不能随 {'、'.join(lists)} 写入",
                en=f"{node.label} {node.id} belongs to the list {node.properties['list']}, not to {', '.join(lists)}",
            )


def _write(tx: Transaction, subgraph: Subgraph) -> None:
    kinds = ontology()
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in subgraph.nodes:
        nodes[node.label].append(node)
    for label, group in nodes.items():
        _write_nodes(tx, kinds.node(label), group)

    edges: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in subgraph.edges:
        edges[edge.type, edge.start.label, edge.end.label].append(edge)
    for (type_, start, end), edge_group in edges.items():
        _write_edges(tx, kinds.edge(type_), kinds.node(start), kinds.node(end), edge_group)


def _write_nodes(tx: Transaction, kind: NodeKind, nodes: Iterable[Node]) -> None:
    if kind.owner == "list":
        rows = [{"id": node.id, "properties": _present(node.properties)} for node in nodes]
        _run(tx, cypher("create_nodes", LABEL=kind.name), rows)
        return
    united = {
        name: type_ for name, type_ in kind.properties.items() if type_ in UNITED and kind.owner == "shared"
    }
    rows = [{"id": node.id, "properties": _present(node.properties, without=united)} for node in nodes]
    _run(tx, cypher("merge_nodes", LABEL=kind.name), rows)
    for name, type_ in united.items():
        values = [
            {"id": node.id, "value": value}
            for node in nodes
            if (value := node.properties.get(name)) is not None
        ]
        _run(tx, cypher(f"unite_{type_}", LABEL=kind.name, PROPERTY=name), values)


def _write_edges(
    tx: Transaction, kind: EdgeKind, start: NodeKind, end: NodeKind, edges: Iterable[Edge]
) -> None:
    # A node that a list owns is new in this transaction, and so is its edge; other edges may be there already.
    new = "list" in (start.owner, end.owner) and "system" not in (start.owner, end.owner)
    rows = [
        {"start": edge.start.id, "end": edge.end.id, "properties": _present(edge.properties)}
        for edge in edges
    ]
    file = "create_edges" if new else "merge_edges"
    written = _run(tx, cypher(file, TYPE=kind.name, START=start.name, END=end.name), rows)
    count = sum(int(row["written"]) for row in written)
    if count < len(rows):
        raise LoadError(
            zh=f"有 {len(rows) - count} 条“{kind.zh}”关系缺少一端的节点（{start.zh}→{end.zh}），未写入任何内容",
            en=f"{len(rows) - count} {kind.name} edges lack an end ({start.name} to {end.name});"
            " nothing was written",
        )


def _present(properties: Mapping[str, Value], without: Iterable[str] = ()) -> dict[str, Value]:
    """Return the properties that have a value: writing null would remove the value that another list gave."""
    return {name: value for name, value in properties.items() if value is not None and name not in without}


def _run(tx: Transaction, cypher: str, rows: Rows) -> Rows:
    return [answer for batch in _batches(rows) for answer in tx.run(cypher, {"rows": batch})]


def _batches(rows: Rows) -> Iterator[Rows]:
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))
