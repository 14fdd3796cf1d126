"""Any node of what the lists say: found by its id or its name, and described with its place."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.lookup import department_named
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import AmbiguousNameError, Namesake, UnknownDepartmentError, UnknownNodeError

_SHOWN = 20


class Term(BaseModel):
    """A label or edge type of the ontology with what it is called."""

    name: str
    zh: str
    en: str


class NodeBrief(BaseModel):
    """A node: its name, or its text as printed, the body it belongs to, and its place in a document."""

    id: str
    kind: Term
    name: str
    within: str | None = None
    source: str | None = None
    locator: dict[str, Any] | None = None


def find_node(store: GraphStore, text: str, kinds: Collection[str] | None = None) -> Namesake:
    """Return the one node that an id, a name or part of a name means; of these labels, where ``kinds`` says so.

    An id goes before a name, a whole name before a part, and the part of a body's name before that of others. Raises
    UnknownNodeError; AmbiguousNameError with the choices.
    """
    parameters = {"text": text.strip(), "kinds": list(kinds) if kinds else None}
    found = [_namesake(row) for row in store.read(cypher("nodes_by_id"), parameters)]
    if not found and text.strip():
        rows = store.read(cypher("named_nodes"), parameters)
        found = [_namesake(row) for row in rows if row["fit"] == rows[0]["fit"]]
        found = found or _body_named(store, text, kinds)
        found = found or [_namesake(row) for row in store.read(cypher("nodes_named_in_part"), parameters)]
    if not found:
        raise UnknownNodeError(
            zh=f"图中没有编号或名称为“{text}”的内容，可用 /search 查找",
            en=f"nothing in the graph has the id or the name {text!r}; /search finds texts",
        )
    if len(found) > 1:
        raise AmbiguousNameError(text, found[:_SHOWN], len(found), zh="个对象", en="things")
    return found[0]


def _body_named(store: GraphStore, text: str, kinds: Collection[str] | None) -> list[Namesake]:
    if kinds and "Department" not in kinds:
        return []
    try:
        body = department_named(store, text)
    except UnknownDepartmentError:
        return []
    return [Namesake(body.id, body.name, "Department")]


def described(store: GraphStore, ids: Iterable[str]) -> Mapping[str, NodeBrief]:
    """Return the nodes with these ids; one that is not there is left out."""
    rows = store.read(cypher("described_nodes"), {"ids": sorted(set(ids))})
    found: dict[str, NodeBrief] = {}
    for row in rows:
        found.setdefault(row["id"], _brief(row))
    return found


def term(name: str) -> Term:
    """Return a label or an edge type with what it is called."""
    known = ontology()
    kind = known.edge(name) if name in known.edges else known.node(name)
    return Term(name=name, zh=kind.zh, en=kind.en)


def _namesake(row: Row) -> Namesake:
    return Namesake(row["id"], row["name"], row["kind"], row["within"])


def _brief(row: Row) -> NodeBrief:
    locator = json.loads(row["locator"]) if row["locator"] else None
    return NodeBrief(**{**row, "kind": term(row["kind"]), "locator": locator})
