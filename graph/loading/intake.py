"""Documents into the graph: its lists replaced whole, their names linked, and what changed told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Literal

from dutygraph.graph.identity import normalised
from dutygraph.graph.loading.build import build_list, fingerprint, list_id
from dutygraph.graph.loading.linking import link_lists, links_of
from dutygraph.graph.loading.publishers import Publisher, publisher_of
from dutygraph.graph.loading.series import series_warnings
from dutygraph.graph.loading.write import collect_garbage, replace_lists
from dutygraph.graph.model import Node, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import UNKNOWN
from dutygraph.ingest.records import Document, DutyList, ParseWarning
from dutygraph.ingest.warnings import warning

State = Literal["added", "replaced", "unchanged", "removed", "skipped"]
"""A list outside any region is removed when its file now has other lists, or has its region stated. A list without a
department is skipped: nobody could be held to it."""

_SAME_DUTY = 0.6
"""Two duty texts count as one that was reworded when difflib finds so much of them in common."""

_MOST_COMPARED = 20_000
"""Pairs of texts of a list that are compared for that; of more texts only those that stand at about the same place."""

_LONGEST_COMPARED = 500
"""Characters of a duty that are compared, from its beginning; the time grows with their square."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What reading a list changed in the graph: duties by number, and what the graph could not place."""

    department: str
    source: str
    state: State
    duties_added: int = 0
    duties_removed: int = 0
    duties_changed: int = 0
    placed: float = 1.0
    """The share of its characters that was placed, see ``DutyList.placed``."""
    warnings: tuple[ParseWarning, ...] = ()


def ingest_document(store: GraphStore, document: Document) -> list[ListChange]:
    """Put the lists of a document into the graph, in one transaction, and return what changed.

    A list whose content is in the graph already is left alone, so reading twice is the same as reading once. Lists that
    are new, or whose printed names mean another body since, lose their mark ``computed``. Raises RegionNameError when the
    region stated for the document is none, StoreBusyError when another command does not end; when the database fails, the
    graph stays as it was.
    """
    with store.locked():
        incoming = _incoming(document)
        _compare_with_stored(store, incoming)
        new = [one for one in incoming if one.state in ("added", "replaced")]
        gone = store.read(
            cypher("lists_outside_regions"),
            {"source": document.source, "unknown": UNKNOWN, "lists": [one.id for one in incoming]},
        )
        if new or gone:
            _replace(store, document, new, gone)
    changes = (one.change() for one in incoming)
    return [*changes, *(_removed(row, document) for row in gone), *_skipped(document)]


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


@dataclass(slots=True)
class _Incoming:
    """A list on its way in, and what the graph has of it."""

    document: Document
    read: DutyList
    publisher: Publisher
    occurrence: int
    old: Row | None = None
    state: State = "added"

    @property
    def id(self) -> str:
        return list_id(self.publisher.id, self.occurrence)

    def compare_with(self, old: Row | None) -> None:
        """Take what the graph has of the list, and tell once what becomes of it: that takes a hash of all it says."""
        self.old = old
        if old is not None:
            same = old["fingerprint"] == fingerprint(self.read, self.document)
            self.state = "unchanged" if same else "replaced"

    def change(self) -> ListChange:
        duties = self.old["duties"] if self.old else []
        counts = _compare(duties, self.read) if self.state != "unchanged" else (0, 0, 0)
        warnings = (*self.read.warnings, *self.publisher.warnings, *self._displaced())
        facts = (*counts, self.read.placed, warnings)
        return ListChange(self.publisher.name, self.document.source, self.state, *facts)

    def _displaced(self) -> Iterator[ParseWarning]:
        """Warn when another file's list goes: a body's list may have come in parts, a file for each.

        Of lists outside any region, nobody but the reader can tell whether files of one name are from one place.
        """
        if self.old is None or self.state != "replaced":
            return
        if self.old["source"] != self.document.source:
            yield warning("replaced_other_file", self.read.locator, source=self.old["source"])
        elif self.old["sha256"] != self.document.sha256 and self.publisher.region_code.startswith(UNKNOWN):
            yield warning("replaced_same_name", self.read.locator)


def _incoming(document: Document) -> list[_Incoming]:
    """The lists that name who publishes them; two of one body in a document are told apart by their order."""
    seen: Counter[str] = Counter()
    incoming = []
    for read in document.lists:
        if read.department:
            publisher = publisher_of(read, document)
            seen[publisher.id] += 1
            incoming.append(_Incoming(document, _with_series(read), publisher, seen[publisher.id]))
    return incoming


def _with_series(read: DutyList) -> DutyList:
    """A list that also warns of what is left out of comparisons."""
    return read.model_copy(update={"warnings": [*read.warnings, *series_warnings(read)]})


def _compare_with_stored(store: GraphStore, incoming: Sequence[_Incoming]) -> None:
    rows = store.read(cypher("known_lists"), {"lists": [one.id for one in incoming]})
    rows_by_id = {row["list"]: row for row in rows}
    for one in incoming:
        one.compare_with(rows_by_id.get(one.id))


def _removed(row: Row, document: Document) -> ListChange:
    return ListChange(row["department"], document.source, "removed", duties_removed=row["duties"])


def _replace(store: GraphStore, document: Document, new: Sequence[_Incoming], gone: Sequence[Row]) -> None:
    """Put lists in the place of the old ones and of those that are gone, and link names anew, in one transaction."""
    regions = sorted({one.publisher.region_code for one in new})
    built = (build_list(one.read, document, one.publisher, one.occurrence) for one in new)
    replaced = [*(one.id for one in new), *(row["list"] for row in gone)]
    link = partial(link_lists, regions=regions, replaced=links_of(store, replaced))
    replace_lists(store, replaced, _together(built), then=link)


def _skipped(document: Document) -> Iterator[ListChange]:
    for read in document.lists:
        if not read.department:
            warnings = tuple(read.warnings)
            yield ListChange(read.title, document.source, "skipped", placed=read.placed, warnings=warnings)


def _together(graphs: Iterable[Subgraph]) -> Subgraph:
    """All lists of a document in one; nodes that they share once."""
    whole = Subgraph()
    nodes: dict[tuple[str, str], Node] = {}
    for graph in graphs:
        nodes.update({(node.label, node.id): node for node in graph.nodes})
        whole.edges += graph.edges
    whole.nodes += nodes.values()
    return whole


def _near(texts: Sequence[str], place: float, most: int) -> Sequence[str]:
    """Return ``most`` of the texts (one at least) that stand about there, from 0 to 1; all when there are no more."""
    most = max(1, most)
    start = min(max(0, round(place * len(texts)) - most // 2), max(0, len(texts) - most))
    return texts[start : start + most]


def _compare(old: Sequence[str], new: DutyList) -> tuple[int, int, int]:
    """Count duties added, removed and changed; a duty is known by its text, a reworded one by most of it."""
    before = Counter(normalised(text) for text in old)
    after = Counter(normalised(duty.text) for duty in new.duties)
    gone, come = _beginnings(before - after), _beginnings(after - before)
    changed, every = 0, list(come)
    for place, text in enumerate(every):
        near = _near(gone, place / len(every), _MOST_COMPARED // len(every))
        for partner in get_close_matches(text, near, n=1, cutoff=_SAME_DUTY):
            gone.remove(partner)
            come.remove(text)
            changed += 1
    return len(come), len(gone), changed


def _beginnings(texts: Counter[str]) -> list[str]:
    return [text[:_LONGEST_COMPARED] for text in texts.elements()]
