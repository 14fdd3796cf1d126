"""Linking of printed names to departments: the parties of matters and the bodies that handle services get edges.

Names are resolved anew whenever a list of the region that they name a body of changes, so the graph does not depend on
the order of reading: a body that was only mentioned is recognised once its own list is there. The edge keeps the name as
printed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dutygraph.graph.loading.name_scope import NameScope, Run, scope_around
from dutygraph.graph.loading.naming import Named, settle_names
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import Resolution, region_of


@dataclass(slots=True)
class _Relinked:
    """What linking has changed: the departments (ids) whose statements got other links, and the links that went and came."""

    publishers: set[str] = field(default_factory=set)
    gone: set[Named] = field(default_factory=set)
    come: set[Named] = field(default_factory=set)


def links_of(store: GraphStore, lists: Collection[str]) -> set[Named]:
    """Return whom statements of lists (ids) name, and who publishes these, before they are replaced."""
    return {
        (row["id"], row["printed"]) for row in store.read(cypher("links_of_lists"), {"lists": list(lists)})
    }


def link_lists(tx: Transaction, regions: Sequence[str], replaced: Collection[Named]) -> None:
    """Link and name anew what a change of lists of some regions (codes) reaches, within the transaction that changes them.

    ``replaced`` are the links of the lists that are gone (``links_of``). Lists whose printed names mean another body
    since, or a body that is called otherwise, lose their mark ``computed``; the standing of bodies elsewhere that they
    name is forgotten.
    """
    scopes = [scope_around(tx.run, region) for region in regions]
    relinked = _Relinked(gone=set(replaced))
    for scope in scopes:
        _link_names(tx, scope, relinked)
    renamed = settle_names(tx.run, scopes, relinked.gone, relinked.come)
    users = {row["id"] for row in tx.run(cypher("name_users"), {"ids": sorted(renamed)})}
    tx.run(cypher("outdate_lists"), {"departments": sorted(relinked.publishers | users)})
    named = {id_ for id_, _ in relinked.gone | relinked.come}
    around = {code for scope in scopes for code in (scope.code, *scope.above)}
    tx.run(cypher("place_bodies"), {"regions": sorted(around | set(map(region_of, named)))})
    tx.run(cypher("forget_standing"), {"ids": sorted(id_ for id_ in named if region_of(id_) not in regions)})


def _link_names(tx: Transaction, scope: NameScope, relinked: _Relinked) -> None:
    """Link what lists of the scope's region, or of a region in it, print, and what lists elsewhere call its bodies."""
    links = Subgraph()
    replaced: dict[tuple[str, str], list[str]] = defaultdict(list)
    """Label and edge type to the ids of statements whose links are replaced."""
    for home, rows in _mentions(tx.run, scope).items():
        resolver = scope.resolver(home)
        for row in rows:
            resolutions = [
                _own_vague_body(resolution, row)
                for resolution in resolver.resolve(row["printed"], row["publisher"])
            ]
            before = [link for link in row["links"] if link["id"]]
            if _ids_and_reasons(resolutions) != sorted((link["id"], link["reason"]) for link in before):
                replaced[row["label"], row["type"]].append(row["id"])
                relinked.publishers.add(row["publisher"])
                relinked.gone |= {(link["id"], link["printed"]) for link in before}
                relinked.come |= {(one.id, one.printed) for one in _each_body(resolutions)}
                _add_links(links, row, resolutions)
    for (label, type_), ids in replaced.items():
        tx.run(cypher("unlink", LABEL=label, TYPE=type_), {"ids": ids})
    write_subgraph(tx, links)


def explain_department(store: GraphStore, printed: str, region_code: str | None = None) -> list[Resolution]:
    """Return the bodies that a printed name means in each region with lists (or in ``region_code``), with reasons.

    Listed bodies come first; a name without listed body is resolved to the body that it would be registered as.
    """

    def run(cypher: str, parameters: dict[str, Any]) -> list[Row]:
        return store.read(cypher, parameters)

    homes = [region_code] if region_code else [row["region"] for row in run(cypher("regions_with_lists"), {})]
    resolutions: dict[tuple[str, str], Resolution] = {}
    for home in homes:
        scope = scope_around(run, home)
        scope.widen(run, [(home, printed)])
        resolutions |= {(one.id, one.printed): one for one in scope.resolver(home).resolve(printed)}
    return sorted(resolutions.values(), key=lambda resolution: (not resolution.listed, resolution.id))


def _mentions(run: Run, scope: NameScope) -> dict[str, list[Row]]:
    """Return the printed names by the code of the list's region; the scope then knows the bodies that they may mean."""
    homes = scope.homes
    rows = run(cypher("link_mentions"), {"regions": homes})
    rows += run(cypher("link_mentions_elsewhere"), {"region": scope.code, "homes": homes})
    scope.widen(run, {(row["region"], row["printed"]) for row in rows})
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        mentions[row["region"]].append(row)
    return mentions


def _own_vague_body(resolution: Resolution, row: Row) -> Resolution:
    """Give a vague name (其他有关部门) a body of the list's own: a shared node would join unrelated lists."""
    if not resolution.vague:
        return resolution
    return replace(resolution, id=f"{row['publisher']}/{resolution.printed}")


def _each_body(resolutions: Iterable[Resolution]) -> Iterable[Resolution]:
    return {body.id: body for body in resolutions}.values()


def _ids_and_reasons(resolutions: Iterable[Resolution]) -> list[tuple[str, str]]:
    return sorted((body.id, str(body.reason)) for body in _each_body(resolutions))


def _add_links(graph: Subgraph, row: Row, resolutions: Sequence[Resolution]) -> None:
    """Add a statement's edges, and the nodes of bodies that are only mentioned."""
    for resolution in _each_body(resolutions):
        body = Ref("Department", resolution.id)
        if not resolution.listed:
            graph.nodes.append(_mentioned(resolution))
        properties = {"printed": resolution.printed, "reason": str(resolution.reason)}
        graph.edges.append(Edge(row["type"], Ref(row["label"], row["id"]), body, properties))


def _mentioned(body: Resolution) -> Node:
    """Return a body as every list that mentions it makes it: what it is called is settled when all of them are known."""
    properties = {
        "key": body.key,
        "level": body.level,
        "region": region_of(body.id),
        "listed": False,
        "vague": body.vague,
    }
    return Node("Department", body.id, properties)
