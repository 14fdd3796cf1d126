"""Linking of printed names to departments: the parties of matters and the bodies that handle services get edges.

Names are resolved anew whenever a list of their region changes, so the graph does not depend on the order of reading:
a body that was only mentioned is recognised once its own list is there. The edge keeps the name as printed.
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
"""Runs a Cypher text with parameters, in a transaction or on its own, and returns its rows."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """Regions by code, the codes of those whose lists are linked anew, and the listed bodies that their names may mean."""

    regions: dict[str, Region]
    homes: tuple[str, ...]
    listed: tuple[ListedBody, ...]

    def resolver(self, home: str) -> Resolver:
        """Return the resolver for the lists of a region.

        Lists of a county name bodies of the county and of the regions around it; other lists also name bodies below them.
        """
        region = self.regions.get(home)
        if region is None:
            return Resolver(None, self.listed, outside=home)
        if region.level != "county":
            return Resolver(region, self.listed)
        chain = set(region.chain)
        return Resolver(region, [body for body in self.listed if body.region in chain])


def link_names(tx: Transaction, region_code: str) -> set[str]:
    """Link every name that lists of a region, or of a region in it, print; within the transaction of a load.

    Returns the ids of the departments whose statements got other links, and of those whose name changed.
    """
    scope = _scope(tx.run, region_code)
    aliases: dict[str, set[str]] = defaultdict(set)
    links = Subgraph()
    relinked: dict[tuple[str, str], list[str]] = defaultdict(list)
    """Label and edge type to the ids of statements whose links are replaced."""
    touched: set[str] = set()
    for home, rows in _mentions(tx.run, scope).items():
        resolver = scope.resolver(home)
        for row in rows:
            resolutions = [
                _own_vague_body(resolution, row)
                for resolution in resolver.resolve(row["printed"], row["publisher"])
            ]
            for resolution in resolutions:
                aliases[resolution.id].add(resolution.printed)
            if _ids_and_reasons(resolutions) != sorted(tuple(link) for link in row["links"] if link[0]):
                relinked[row["label"], row["type"]].append(row["id"])
                touched.add(row["publisher"])
                _add_links(links, row, resolutions, scope)
    for (label, type_), ids in relinked.items():
        tx.run(cypher("unlink", LABEL=label, TYPE=type_), {"ids": ids})
    write_subgraph(tx, links)
    renamed = tx.run(cypher("set_names"), {"rows": list(_names(scope, aliases))})
    return touched | {row["id"] for row in renamed}


def explain_department(store: GraphStore, printed: str, region_code: str | None = None) -> list[Resolution]:
    """Return the bodies that a printed name means in each region with lists (or in ``region_code``), with reasons.

    Listed bodies come first; a name without listed body is resolved to the body that it would be registered as.
    """

    def run(cypher: str, parameters: dict[str, Any]) -> list[Row]:
        return store.read(cypher, parameters)

    homes = [region_code] if region_code else [row["region"] for row in run(cypher("regions_with_lists"), {})]
    resolutions = {
        (resolution.id, resolution.printed): resolution
        for home in homes
        for resolution in _scope(run, home).resolver(home).resolve(printed)
    }
    return sorted(resolutions.values(), key=lambda resolution: (not resolution.listed, resolution.id))


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
    """Return regions by code, each with its outer region; the rows hold the outer regions too."""
    by_code = {row["code"]: row for row in rows}

    def build(code: str) -> Region:
        row = by_code[code]
        outer = build(row["outer"]) if row["outer"] in by_code else None
        return Region(code, row["name"], row["level"], outer, row["abolished"])

    return {code: build(code) for code in by_code}


def _mentions(run: Run, scope: _Scope) -> dict[str, list[Row]]:
    """Return the printed names of the scope's lists by the code of the list's region."""
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in run(cypher("link_mentions"), {"regions": list(scope.homes)}):
        mentions[row["region"]].append(row)
    return mentions


def _own_vague_body(resolution: Resolution, row: Row) -> Resolution:
    """Give a vague name (其他有关部门) a body of the list's own: a shared node would join unrelated lists."""
    if not resolution.vague:
        return resolution
    return replace(resolution, id=f"{row['publisher']}/{resolution.printed}")


def _ids_and_reasons(resolutions: Iterable[Resolution]) -> list[tuple[str, str]]:
    return sorted({body.id: (body.id, str(body.reason)) for body in resolutions}.values())


def _add_links(graph: Subgraph, row: Row, resolutions: Sequence[Resolution], scope: _Scope) -> None:
    """Add a statement's edges, and the nodes of bodies that are only mentioned."""
    for resolution in {body.id: body for body in resolutions}.values():
        body = Ref("Department", resolution.id)
        if not resolution.listed:
            graph.nodes.append(_mentioned(resolution))
            if resolution.region in scope.regions:
                graph.edges.append(Edge("IN_REGION", body, Ref("Region", resolution.region)))
        properties = {"printed": resolution.printed, "reason": str(resolution.reason)}
        graph.edges.append(Edge(row["type"], Ref(row["label"], row["id"]), body, properties))


def _mentioned(body: Resolution) -> Node:
    properties = {
        "name": body.name,
        "key": body.key,
        "level": body.level,
        "region": body.id.partition(":")[0],
        "listed": False,
        "vague": body.vague,
    }
    return Node("Department", body.id, properties)


def _names(scope: _Scope, aliases: dict[str, set[str]]) -> Iterable[Row]:
    """Yield rows (id, name, aliases) of the listed bodies, and of mentioned ones, whose name stays (None)."""
    resolver = Resolver(None, scope.listed)
    for body in scope.listed:
        if body.region is None or body.region.code in scope.homes:
            resolution = resolver.listed(listed_id(body))
            names = aliases.pop(resolution.id, set()) | set(body.also_known_as) | {body.name}
            yield {
                "id": resolution.id,
                "name": resolution.name,
                "aliases": sorted(names - {resolution.name}),
            }
    for body_id, printed in sorted(aliases.items()):
        yield {"id": body_id, "name": None, "aliases": sorted(printed)}
