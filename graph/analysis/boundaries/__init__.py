"""Comparing the shared matters of lists with each other and with the duties of the parties' own lists.

The results are edges, which the ``boundary`` rules ask about. Each module finds one kind of edge. ``declared_boundary``
answers whether a boundary is declared between two texts, for the overlaps: ``matter_index`` finds the matters by their
``terms``.
"""

from collections.abc import Collection

from dutygraph.graph.analysis.boundaries.declared_matters import RegionTexts, read_region
from dutygraph.graph.analysis.boundaries.duplicate_division import duplicate_claims
from dutygraph.graph.analysis.boundaries.lead_elsewhere import led_elsewhere
from dutygraph.graph.analysis.boundaries.own_office import own_offices
from dutygraph.graph.analysis.boundaries.power_held_elsewhere import held_elsewhere
from dutygraph.graph.analysis.boundaries.rarity import rarity_of
from dutygraph.graph.analysis.boundaries.same_matter import same_matters
from dutygraph.graph.analysis.boundaries.swapped_division import misplaced_names
from dutygraph.graph.analysis.boundaries.unanswered_part import division_coverage
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore


def analyse_boundaries(
    store: GraphStore, touched: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Compare the shared matters of every changed region; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None compares everything. A region is compared whole,
    each in one transaction. Raises StoreError when the database fails; the region then stays as it was.
    """
    ids = None if touched is None else sorted(touched)
    codes = [row["region"] for row in store.read(cypher("boundary_regions"), {"touched": ids})]
    found = workers.each(_compare, (read_region(store, code) for code in codes))
    for code, edges in zip(codes, found, strict=True):
        replace_results(store, cypher("boundary_forget"), {"region": code}, Subgraph(edges=edges))


def _compare(region: RegionTexts) -> list[Edge]:
    rarity = rarity_of(region)
    return [
        *division_coverage(region),
        *misplaced_names(region),
        *own_offices(region),
        *same_matters(region, rarity),
        *duplicate_claims(region, rarity),
        *held_elsewhere(region, rarity),
        *led_elsewhere(region, rarity),
    ]
