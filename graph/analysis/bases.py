"""Identifying legal bases in the registers of instruments, and finding slips in the texts of lists."""

from collections.abc import Collection

from dutygraph.graph.analysis.slips.compare_citations import compare_citations
from dutygraph.graph.analysis.slips.detector import find_slips
from dutygraph.graph.analysis.slips.title_slips import RegisteredTitle, TitleMatcher
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.loading.former_bodies import mark_former_bodies
from dutygraph.graph.loading.registers import settle_builtin
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Ref, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.laws.register import NATIONAL

_COMPLETE = ("法律", "行政法规")
"""Levels of which a national register is complete, so that an unregistered title near a registered one is a slip."""


def analyse_bases(store: GraphStore, touched: Collection[str] | None, _: RegionWorkers = ONE_PROCESS) -> None:
    """Identify legal bases in the registers and former bodies, and find slips in the lists of ``touched`` (ids; or None).

    Legal bases that the registers in force have been asked about are left alone, so this costs what is new; how lists cite
    one instrument is compared whole. Running it twice is the same as once.
    """
    settle_builtin(store)
    waiting = store.read(cypher("uncompared_bases"))
    if waiting:
        _compare(store, waiting)
    find_slips(store, touched)
    compare_citations(store)
    mark_former_bodies(store)


def _compare(store: GraphStore, waiting: list[Row]) -> None:
    matcher = TitleMatcher(map(_registered_title, store.read(cypher("instruments"))))
    subgraph = Subgraph()
    for row in waiting:
        subgraph.edges += _edges(row, matcher)

    def work(tx: Transaction) -> None:
        tx.run(cypher("mark_compared"), {"ids": [row["id"] for row in waiting]})
        write_subgraph(tx, subgraph)

    store.write(work)


def _registered_title(row: Row) -> RegisteredTitle:
    complete = row["builtin"] or (row["scope"] == NATIONAL and row["level"] in _COMPLETE)
    return RegisteredTitle(row["id"], row["key"], row["number"], complete)


def _edges(row: Row, matcher: TitleMatcher) -> list[Edge]:
    """Return the edges from a legal basis to the instruments with its title, else to the one that it misnames."""
    basis = Ref("LegalBasis", row["id"])
    title = row["key"].partition("|")[0]
    same = matcher.same(title)
    if same:
        return [Edge("REGISTERED_AS", basis, Ref("Instrument", registered.id)) for registered in same]
    slip = matcher.slip(title, row["number"])
    if slip is None:
        return []
    properties: dict[str, Value] = {"score": slip.score, "zh": slip.reason.zh, "en": slip.reason.en}
    return [Edge("MISNAMES", basis, Ref("Instrument", slip.registered.id), properties)]
