"""The same work listed twice: within the list of one department, or by departments of two levels of government.

``region_statements`` reads statements from the graph, ``matches`` finds those that say the same, ``levels`` those that do
not say which level of government is meant, ``groups`` groups them. The results are REPEATS edges, which the rules
``overlap.internal`` and ``overlap.vertical`` ask about.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache, partial

from dutygraph.graph.analysis.bounds import Bound, tell
from dutygraph.graph.analysis.repeats.groups import repeat_edges
from dutygraph.graph.analysis.repeats.levels import two_levels
from dutygraph.graph.analysis.repeats.matches import within_lists
from dutygraph.graph.analysis.repeats.region_statements import RegionStatement, read_statements
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

_KEPT = 8
"""Number of regions kept in memory: one of many counties, and those above it."""


def analyse_repeats(
    store: GraphStore, touched: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Find the repetitions in every changed region; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None compares everything. A change reaches its region
    and those that lie in it. Each is compared whole in one transaction. Raises StoreError when the database fails; the
    region then stays as it was.
    """
    ids = None if touched is None else sorted(touched)
    read = lru_cache(_KEPT)(partial(read_statements, store))
    rows = store.read(cypher("repeat_regions"), {"touched": ids})
    texts = ([read(region) for region in (row["region"], *row["above"])] for row in rows)
    for row, (edges, bound) in zip(rows, workers.each(_compare, texts), strict=True):
        replace_results(store, cypher("repeat_forget"), {"region": row["region"]}, Subgraph(edges=edges))
        tell(store, row["region"], "repeats", bound)


def _compare(texts: Sequence[Sequence[RegionStatement]]) -> tuple[list[Edge], Bound]:
    """Return the repetitions in the first region of several, and between it and each of those that it lies in."""
    (own, *levels), bound = texts, Bound()
    edges = [*repeat_edges(within_lists(own, bound))]
    for above in levels:
        edges += repeat_edges(two_levels(above, own, bound))
    return edges, bound
