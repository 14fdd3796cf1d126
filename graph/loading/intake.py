"""Documents into the graph: its lists replaced whole, their names linked, and what changed told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dutygraph.graph.identity import normalised
from dutygraph.graph.loading.build import build_list, fingerprint, list_id
from dutygraph.graph.loading.linking import link_names
from dutygraph.graph.loading.publishers import Publisher, publisher_of
from dutygraph.graph.loading.write import collect_garbage, replace_lists
from dutygraph.graph.model import Node, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import UNKNOWN
from dutygraph.ingest.records import Document, DutyList, ParseWarning

State = Literal["added", "replaced", "unchanged", "removed", "skipped"]
"""A list outside any region is removed when its file now has other lists, or has its region stated. A list without a
department is skipped: nobody could be held to it."""

_SAME_DUTY = 0.6
"""Two duty texts count as one that was reworded when difflib finds so much of them in common."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What reading a list changed in the graph: duties by number, and what the graph could not place."""

    department: str
    source: str
    state: State
    duties_added: int = 0
    duties_removed: int = 0
    duties_changed: int = 0
    warnings: tuple[ParseWarning, ...] = ()
    touched: frozenset[str] = frozenset()
    """Ids of the departments about which the graph says something else now: the publisher, and those whose printed
    names mean another body since."""


def take_in(store: GraphStore, document: Document) -> list[ListChange]:
    """Put the lists of a document into the graph, in one transaction, and return what changed.

    A list whose content is in the graph already is left alone, so reading twice is the same as reading once.
    Raises RegionNameError when the region stated for the document is none, and StoreError when the database fails; the
    graph then stays as it was.
    """
    incoming = _incoming(document)
    ids = [one.id for one in incoming]
    known = {row["list"]: row for row in store.read(cypher("known_lists"), {"lists": ids})}
    for one in incoming:
        one.old = known.get(one.id)
    new = [one for one in incoming if one.state in ("added", "replaced")]
    gone = store.read(
        cypher("lists_outside_regions"), {"source": document.source, "unknown": UNKNOWN, "lists": ids}
    )
    relinked: set[str] = set()
    if new or gone:
        regions = sorted({one.publisher.region_code for one in new})

        def link(tx: Transaction) -> None:
            for region in regions:
                relinked.update(link_names(tx, region))

        built = (build_list(one.read, document, one.publisher, one.occurrence) for one in new)
        replaced = [*(one.id for one in new), *(row["list"] for row in gone)]
        replace_lists(store, replaced, _together(built), then=link)
    changes = (one.change(relinked) for one in incoming)
    return [*changes, *(_removed(row, document) for row in gone), *_skipped(document)]


def tidy(store: GraphStore) -> int:
    """Settle what depends on all lists, and remove what none touches any more; return how many nodes went."""

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

    @property
    def id(self) -> str:
        return list_id(self.publisher.id, self.occurrence)

    @property
    def state(self) -> State:
        if self.old is None:
            return "added"
        same = self.old["fingerprint"] == fingerprint(self.read, self.document)
        return "unchanged" if same else "replaced"

    def change(self, relinked: Iterable[str]) -> ListChange:
        duties = self.old["duties"] if self.old else []
        counts = _compare(duties, self.read) if self.state != "unchanged" else (0, 0, 0)
        warnings = (*self.read.warnings, *self.publisher.warnings, *self._displaced())
        touched = frozenset() if self.state == "unchanged" else frozenset({self.publisher.id, *relinked})
        return ListChange(
            self.publisher.name, self.document.source, self.state, *counts, warnings=warnings, touched=touched
        )

    def _displaced(self) -> Iterator[ParseWarning]:
        """Warn when another file's list goes: a body's list may have come in parts, a file for each.

        Of lists outside any region, nobody but the reader can tell whether files of one name are from one place.
        """
        if self.old is None or self.state != "replaced":
            return
        if self.old["source"] != self.document.source:
            message = (
                f"替换了从“{self.old['source']}”读入的清单；如果两个文件各是清单的一部分，请合成一个文件再读"
            )
            yield ParseWarning(code="replaced_other_file", message=message, locator=self.read.locator)
        elif self.old["sha256"] != self.document.sha256 and self.publisher.region_code.startswith(UNKNOWN):
            message = "替换了此前从同名文件读入的清单；如果两个文件来自不同地方，请分别用 --region 写明再读"
            yield ParseWarning(code="replaced_same_name", message=message, locator=self.read.locator)


def _incoming(document: Document) -> list[_Incoming]:
    """The lists that name who publishes them; two of one body in a document are told apart by their order."""
    seen: Counter[str] = Counter()
    incoming = []
    for read in document.lists:
        if read.department:
            publisher = publisher_of(read, document)
            seen[publisher.id] += 1
            incoming.append(_Incoming(document, read, publisher, seen[publisher.id]))
    return incoming


def _removed(row: Row, document: Document) -> ListChange:
    return ListChange(
        row["department"],
        document.source,
        "removed",
        duties_removed=row["duties"],
        touched=frozenset({row["department_id"]}),
    )


def _skipped(document: Document) -> Iterator[ListChange]:
    for read in document.lists:
        if not read.department:
            yield ListChange(read.title, document.source, "skipped", warnings=tuple(read.warnings))


def _together(graphs: Iterable[Subgraph]) -> Subgraph:
    """All lists of a document in one; nodes that they share once."""
    whole = Subgraph()
    nodes: dict[tuple[str, str], Node] = {}
    for graph in graphs:
        nodes.update({(node.label, node.id): node for node in graph.nodes})
        whole.edges += graph.edges
    whole.nodes += nodes.values()
    return whole


def _compare(old: Sequence[str], new: DutyList) -> tuple[int, int, int]:
    """Count duties added, removed and changed; a duty is known by its text, a reworded one by most of it."""
    before = Counter(normalised(text) for text in old)
    after = Counter(normalised(duty.text) for duty in new.duties)
    gone, come = list((before - after).elements()), list((after - before).elements())
    changed = 0
    for text in list(come):
        partner = max(gone, key=lambda other: SequenceMatcher(None, text, other).ratio(), default=None)
        if partner is not None and SequenceMatcher(None, text, partner).ratio() >= _SAME_DUTY:
            gone.remove(partner)
            come.remove(text)
            changed += 1
    return len(come), len(gone), changed
