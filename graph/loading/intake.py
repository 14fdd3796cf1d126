"""Documents into the graph: its lists replaced whole, their names linked, and what changed told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dutygraph.graph.loading.build import build_list
from dutygraph.graph.loading.entry_changes import all_of
from dutygraph.graph.loading.incoming import Incoming, as_known, incoming_lists, stale_lists
from dutygraph.graph.loading.linking import link_lists, links_of
from dutygraph.graph.loading.list_change import ListChange, is_read_in_part
from dutygraph.graph.loading.write import collect_garbage, replace_lists
from dutygraph.graph.model import Node, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.records import Document


def ingest_document(store: GraphStore, document: Document) -> list[ListChange]:
    """Put the lists of a document into the graph, in one transaction, and return what changed.

    A list whose content is in the graph already is left alone, so reading twice is the same as reading once. Lists that an
    earlier reading of the file has brought and this one does not bring again go, and are told. Lists that are new, or whose
    printed names mean another body since, lose their mark ``computed``. Raises RegionNameError when the region stated for
    the document is none, StoreBusyError when another command does not end; when the database fails, the graph stays as it
    was.
    """
    with store.locked():
        document, names = as_known(store, document)
        incoming = incoming_lists(store, document)
        skipped = list(_skipped(document))
        # A list that names nobody may be one that had its body stated before, so nothing of its file goes.
        stale = stale_lists(store, document, incoming, set() if skipped else names)
        new = [one for one in incoming if one.state in ("added", "replaced")]
        if new or stale.gone:
            _replace(store, document, new, stale.gone)
    return [*(one.change(stale) for one in incoming), *map(_removed, stale.gone), *skipped]


def remove_lists(store: GraphStore, regions: Mapping[str, str]) -> None:
    """Take lists out of the graph and link names anew, in one transaction; ``regions`` are those of the lists, by id."""
    link = partial(link_lists, regions=sorted(set(regions.values())), replaced=links_of(store, list(regions)))
    replace_lists(store, list(regions), Subgraph(), then=link)


def collect_orphans(store: GraphStore) -> int:
    """Remove nodes that no list touches any more, and settle what depends on all lists; return how many nodes went."""

    def work(tx: Transaction) -> int:
        tx.run(cypher("settle_numbers"))
        return collect_garbage(tx)

    return store.write(work)


def _removed(row: Row) -> ListChange:
    counts = {kind: int(count) for kind, _, count in (text.partition("=") for text in row["counts"] or ())}
    return ListChange(row["department"], row["source"], "removed", counts=all_of("removed", counts))


def _replace(store: GraphStore, document: Document, new: Sequence[Incoming], gone: Sequence[Row]) -> None:
    """Put lists in the place of the old ones and of those that are gone, and link names anew, in one transaction."""
    regions = sorted({one.publisher.region_code for one in new} | {row["region"] for row in gone})
    built = (build_list(one.read, document, one.publisher, one.occurrence) for one in new)
    replaced = [*(one.id for one in new), *(row["list"] for row in gone)]
    link = partial(link_lists, regions=regions, replaced=links_of(store, replaced))
    replace_lists(store, replaced, _together(built), then=link)


def _skipped(document: Document) -> Iterator[ListChange]:
    for read in document.lists:
        if not read.is_published:
            yield ListChange(
                read.department or read.title or document.source,
                document.source,
                "skipped",
                read_in_part=is_read_in_part(read),
                warnings=tuple(read.warnings),
                reason=read.left_out,
            )


def _together(graphs: Iterable[Subgraph]) -> Subgraph:
    """All lists of a document in one; nodes that they share once."""
    whole = Subgraph()
    nodes: dict[tuple[str, str], Node] = {}
    for graph in graphs:
        nodes.update({(node.label, node.id): node for node in graph.nodes})
        whole.edges += graph.edges
    whole.nodes += nodes.values()
    return whole
