"""Bodies that act in the division of a shared matter and are no party of it, as ACTS_IN edges."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dutygraph.graph.analysis.boundaries.named_bodies import bodies_by_field
from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.graph.analysis.names import names_in_region
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Ref, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_ACTS = re.compile(
    r"(?:^|[。；;，,、\n]|(?<=由))(?P<name>[省市县区]?[一-鿿]{2,12}?(?:局|委|办|(?:行政)?(?:主管)?部门))"
    r"(?=(?:应当|应|要|依法)?(?:负责|牵头|承担|主管|审批|审核|查处|核发|立案|组织实施))"
)
"""A body at the beginning of a clause, and what it does."""
_BRANCHES = {
    "交通": ("运管", "道路运输", "公路", "海事", "港航"),
    "公安": ("交警", "消防", "派出所"),
    "农业": ("农机", "畜牧", "兽医", "渔政", "水产", "农办", "农村"),
    "城管": ("城市管理", "综合执法", "行政执法"),
    "城市": ("城管", "综合执法", "行政执法"),
    "住建": ("建设", "房产", "住房"),
    "建设": ("住建", "住房"),
    "市场": ("工商", "质监", "质量", "食药", "食品"),
}
"""Fields, by their first two characters, of which branches may be the party that is meant."""
_ABOVE = ("省", "市", "国家")
"""Beginnings of names of bodies above a county."""


def analyse_actors(
    store: GraphStore, touched: Collection[str] | None = None, _: RegionWorkers = ONE_PROCESS
) -> None:
    """Find the actors that are no party in the matters of every changed region; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None means all. Raises StoreError when the database fails.
    """
    ids = None if touched is None else sorted(touched)
    for row in store.read(cypher("actor_regions"), {"touched": ids}):
        region = {"region": row["region"]}
        names = names_in_region(store, row["region"])
        known = bodies_by_field(names)
        rows = [
            {**part, "names": names[part["declarer"]]} for part in store.read(cypher("actor_texts"), region)
        ]
        matters = groupby(rows, key=lambda part: part["matter"])
        edges = [edge for _, parts in matters for edge in unlisted_actors(list(parts), known)]
        replace_results(store, cypher("actor_forget"), region, Subgraph(edges=edges))


def unlisted_actors(parts: Sequence[Row], known: Mapping[str, str]) -> Iterator[Edge]:
    """Yield an edge from each row of a matter to each body that acts in it and is neither party nor declarer.

    ``known`` has the bodies of the region by their fields of work. A matter one party of which is nobody in particular
    (其他有关部门) has none.
    """
    bodies = [body for part in parts for body in part["bodies"]]
    if any(body["vague"] for body in bodies) or not all(part["bodies"] for part in parts):
        return
    ids = {parts[0]["declarer"], *(body["id"] for body in bodies)}
    fields = {field_of(name) for name in (*parts[0]["names"], *(body["printed"] for body in bodies))}
    for part in parts:
        for name in dict.fromkeys(match["name"] for match in _ACTS.finditer(part["text"])):
            actor = known.get(field_of(name))
            if (
                actor
                and actor not in ids
                and not name.startswith(_ABOVE)
                and not _alike(field_of(name), fields)
            ):
                yield Edge(
                    "ACTS_IN", Ref("Division", part["division"]), Ref("Department", actor), {"printed": name}
                )


def _alike(field: str, fields: Iterable[str]) -> bool:
    """Whether a field of work is one of others, shares a word with one (交通运输 and 交通), or has one as its branch."""
    words = (field[:2], *_BRANCHES.get(field[:2], ()))
    return any(other[:2] in field or any(word in other for word in words) for other in fields if other)
