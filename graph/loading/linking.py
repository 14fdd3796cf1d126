"""Printed names to departments: every party of a matter and every body that handles a service gets its edge.

Names are resolved anew whenever a list of their region changes, so the graph does not depend on the order of reading:
a body that was only mentioned is recognised once its own list is there. What was printed stays on the edge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import ListedBody, Resolution, Resolver, listed_id
from dutygraph.ingest.names.regions import Region

Run = Callable[[str, dict[str, Any]], list[Row]]
"""Runs a statement: in a transaction, or on its own."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """The regions whose lists are affected, and the bodies with lists that their names may mean."""

    regions: dict[str, Region]
    homes: tuple[str, ...]
    listed: tuple[ListedBody, ...]

    def resolver(self, home: str) -> Resolver:
        """A county's lists name bodies of the county and of what it lies in; others may name any below them too."""
        region = self.regions.get(home)
        if region is None:
            return Resolver(None, self.listed, outside=home)
        if region.level != "county":
            return Resolver(region, self.listed)
        chain = set(region.chain)
        return Resolver(region, [body for body in self.listed if body.region in chain])


def link_names(tx: Transaction, region_code: str) -> set[str]:
    """Link every name that lists of a region, or of a region in it, print; for use in the transaction of a load.

    Returns the ids of the departments whose statements have other links now, or that have another name.
    """
    scope = _scope(tx.run, region_code)
    aliases: dict[str, set[str]] = defaultdict(set)
    wanted = Subgraph()
    stale: dict[tuple[str, str], list[str]] = defaultdict(list)
    touched: set[str] = set()
    for home, rows in _mentions(tx.run, scope).items():
        resolver = scope.resolver(home)
        for row in rows:
            found = [_of_list(one, row) for one in resolver.resolve(row["printed"], row["publisher"])]
            for one in found:
                aliases[one.id].add(one.printed)
            if _links(found) != sorted(tuple(link) for link in row["links"] if link[0]):
                stale[row["label"], row["type"]].append(row["id"])
                touched.add(row["publisher"])
                _add(wanted, row, found, scope)
    for (label, type_), ids in stale.items():
        tx.run(cypher("unlink", LABEL=label, TYPE=type_), {"ids": ids})
    write_subgraph(tx, wanted)
    renamed = tx.run(cypher("set_names"), {"rows": list(_names(scope, aliases))})
    return touched | {row["id"] for row in renamed}


def explain_department(store: GraphStore, printed: str, region_code: str | None = None) -> list[Resolution]:
    """Return what a printed name means in each region that has lists (or in one), with the rule that says so.

    Listed bodies come first; a name that means nobody known is returned as it would be registered.
    """

    def run(cypher: str, parameters: dict[str, Any]) -> list[Row]:
        return store.read(cypher, parameters)

    homes = [region_code] if region_code else [row["region"] for row in run(cypher("regions_with_lists"), {})]
    found = {
        (one.id, one.printed): one
        for home in homes
        for one in _scope(run, home).resolver(home).resolve(printed)
    }
    return sorted(found.values(), key=lambda one: (not one.listed, one.id))


def _scope(run: Run, region_code: str) -> _Scope:
    regions = _regions(run(cypher("link_regions"), {"region": region_code}))
    codes = list(regions) or [region_code]
    listed = tuple(
        ListedBody(row["name"], tuple(row["also_known_as"] or ()), regions.get(row["region"]), region_code)
        for row in run(cypher("link_listed"), {"regions": codes})
    )
    start = regions.get(region_code)
    homes = [code for code, region in regions.items() if start in region.chain]
    return _Scope(regions, tuple(homes) if start else (region_code,), listed)


def _regions(rows: Sequence[Row]) -> dict[str, Region]:
    """Rebuild regions with what they lie in; a row names its outer region, which has a row too."""
    by_code = {row["code"]: row for row in rows}

    def build(code: str) -> Region:
        row = by_code[code]
        outer = build(row["outer"]) if row["outer"] in by_code else None
        return Region(code, row["name"], row["level"], outer, row["abolished"])

    return {code: build(code) for code in by_code}


def _mentions(run: Run, scope: _Scope) -> dict[str, list[Row]]:
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in run(cypher("link_mentions"), {"regions": list(scope.homes)}):
        mentions[row["region"]].append(row)
    return mentions


def _of_list(one: Resolution, row: Row) -> Resolution:
    """A body that nobody names (其他有关部门) is another one in each list: one node for all would join strangers."""
    return replace(one, id=f"{row['publisher']}/{one.printed}") if one.vague else one


def _links(found: Iterable[Resolution]) -> list[tuple[str, str]]:
    return sorted({one.id: (one.id, str(one.reason)) for one in found}.values())


def _add(graph: Subgraph, row: Row, found: Sequence[Resolution], scope: _Scope) -> None:
    """Add a statement's edges, and the nodes of bodies that are only mentioned."""
    for one in {one.id: one for one in found}.values():
        body = Ref("Department", one.id)
        if not one.listed:
            graph.nodes.append(_mentioned(one))
            if one.region in scope.regions:
                graph.edges.append(Edge("IN_REGION", body, Ref("Region", one.region)))
        properties = {"printed": one.printed, "reason": str(one.reason)}
        graph.edges.append(Edge(row["type"], Ref(row["label"], row["id"]), body, properties))


def _mentioned(one: Resolution) -> Node:
    properties = {
        "name": one.name,
        "key": one.key,
        "level": one.level,
        "region": one.id.partition(":")[0],
        "listed": False,
        "vague": one.vague,
    }
    return Node("Department", one.id, properties)


def _names(scope: _Scope, aliases: dict[str, set[str]]) -> Iterable[Row]:
    """Canonical names and aliases of the listed bodies, and aliases of the mentioned ones."""
    resolver = Resolver(None, scope.listed)
    for body in scope.listed:
        if body.region is None or body.region.code in scope.homes:
            one = resolver.listed(listed_id(body))
            known = aliases.pop(one.id, set()) | set(body.also_known_as) | {body.name}
            yield {"id": one.id, "name": one.name, "aliases": sorted(known - {one.name})}
    for body_id, printed in sorted(aliases.items()):
        yield {"id": body_id, "name": None, "aliases": sorted(printed)}
