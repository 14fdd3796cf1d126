"""A document on its way into the graph: the file that it is, its lists, and what the graph has of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dutygraph.graph.loading.build import document_id, fingerprint, list_id
from dutygraph.graph.loading.entries import entries_in_graph, entries_of
from dutygraph.graph.loading.entry_changes import EntryChange, EntryCounts, all_of, compare_entries, counted
from dutygraph.graph.loading.list_change import ListChange, State, is_read_in_part
from dutygraph.graph.loading.parts import are_parts, is_beside, occurrence_of
from dutygraph.graph.loading.publishers import Publisher, publisher_of
from dutygraph.graph.loading.series import series_warnings
from dutygraph.graph.loading.statements import expected_counts, fields_of
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import UNKNOWN
from dutygraph.ingest.records import Document, DutyList, ParseWarning
from dutygraph.ingest.warnings import warning


class Stale(NamedTuple):
    """Lists in the graph that a document does not bring again: those of an earlier reading of it go.

    Of those that another file of its name has brought, those outside any region go, and the others stay.
    """

    own: list[Row]
    outside: list[Row]
    stays: list[Row]

    @property
    def gone(self) -> list[Row]:
        """The lists that go."""
        return [*self.own, *self.outside]


@dataclass(slots=True)
class Incoming:
    """A list on its way in, and what the graph has of it."""

    document: Document
    read: DutyList
    publisher: Publisher
    occurrence: int
    others: Sequence[Row]
    """What the graph has of the body's lists."""
    old: Row | None = field(init=False)
    state: State = field(default="added", init=False)
    entries: tuple[EntryChange, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        """Tell once what becomes of the list: that takes a hash of all it says.

        Of two files with the same bytes one keeps the list, whichever is read last.
        """
        self.old = next((row for row in self.others if row["list"] == self.id), None)
        if self.old is not None:
            kept = self.document.model_copy(update={"source": self.old["source"]})
            facts = (self.old["document"], self.old["fingerprint"])
            same = facts == (document_id(kept), fingerprint(self.read, kept))
            stays = same and _rank(kept.source) <= _rank(self.document.source)
            self.state = "unchanged" if stays else "replaced"

    @property
    def id(self) -> str:
        """The id that the list has in the graph."""
        return list_id(self.publisher.id, self.occurrence)

    def _other_parts(self) -> Iterator[ParseWarning]:
        for row in self.others if self.state == "added" else ():
            if is_beside(self.read, self.document, row):
                own, others = ("、".join(names) for names in (self.read.sections_present, row["sections"]))
                yield warning(
                    "other_part", self.read.locator, sections=own, others=others, source=row["source"]
                )

    def change(self, stale: Stale) -> ListChange:
        """Return what becomes of the list, beside what becomes of others of its file."""
        told = (*self._other_parts(), *self._displaced(), *self._namesake(stale))
        return ListChange(
            self.publisher.name,
            self.document.source,
            self.state,
            counts=self._counts(),
            entries=self.entries,
            placed=self.read.placed,
            read_in_part=is_read_in_part(self.read),
            warnings=(*self.read.warnings, *self.publisher.warnings, *told),
        )

    def _counts(self) -> EntryCounts:
        if self.state == "added":
            return all_of("added", expected_counts(fields_of(self.read)))
        return counted(self.entries)

    def _displaced(self) -> Iterator[ParseWarning]:
        """Warn when another file's list goes: a body's list may have come in parts, a file for each.

        Of lists outside any region, nobody but the reader can tell whether files of one name are from one place.
        """
        if self.old is None or self.state != "replaced" or self.old["sha256"] == self.document.sha256:
            return
        if self.old["source"] != self.document.source:
            yield warning("replaced_other_file", self.read.locator, source=self.old["source"])
        elif self.publisher.region_code.startswith(UNKNOWN):
            yield warning("replaced_same_name", self.read.locator)

    def _namesake(self, stale: Stale) -> Iterator[ParseWarning]:
        """Warn when another file of the name seems to have been read before: it had other content and other bodies."""
        if self.state != "added":
            return
        if stale.stays:
            bodies = "、".join(sorted({row["department"] for row in stale.stays}))
            yield warning("other_file_stays", self.read.locator, source=self.document.source, bodies=bodies)
        if stale.outside:
            yield warning("replaced_same_name", self.read.locator)


def incoming_lists(store: GraphStore, document: Document) -> list[Incoming]:
    """Return the lists that go in, each with what the graph has of it.

    Several of one body are told apart by their order in a document, and by the files that brought them: one whose sections
    no other has is a list of its own. Raises RegionNameError for a stated region that is none.
    """
    published = [(read, publisher_of(read, document)) for read in document.lists if read.is_published]
    known: dict[str, list[Row]] = {publisher.id: [] for _, publisher in published}
    for row in store.read(cypher("known_lists"), {"publishers": list(known)}):
        known[row["publisher"]].append(row)
    taken: set[str] = set()
    incoming = []
    for read, publisher in published:
        others = known[publisher.id]
        number = occurrence_of(read, document, publisher.id, others, taken)
        one = Incoming(document, _with_series(read), publisher, number, others)
        taken.add(one.id)
        incoming.append(one)
        if one.state == "replaced":
            before = list(entries_in_graph(store, one.id))
            one.entries = tuple(compare_entries(before, entries_of(one.read)))
    return incoming


def stale_lists(
    store: GraphStore, document: Document, incoming: Sequence[Incoming], names: set[str]
) -> Stale:
    """Return what becomes of the lists of a document (by all its names), and of its bodies, that do not come again.

    An earlier reading of the file is told by its content, or by a list that comes again; its lists go. What has only the
    name in common is another file, and stays, and so does another part of a body's list. Outside regions all lists of a name
    lie together, so these go as well.
    """
    publishers = {one.publisher.id for one in incoming}
    asked = {
        "sources": sorted(names),
        "publishers": sorted(publishers),
        "lists": [one.id for one in incoming],
    }
    earlier = {one.old["document"] for one in incoming if one.old}
    stale = Stale([], [], [])
    for row in store.read(cypher("lists_not_again"), asked):
        if row["source"] not in names and row["document"] not in earlier and _is_other_part(row, incoming):
            continue
        if row["publisher"] in publishers or row["document"] in earlier or row["sha256"] == document.sha256:
            stale.own.append(row)
        else:
            (stale.outside if row["region"].startswith(UNKNOWN) else stale.stays).append(row)
    return stale


def _is_other_part(row: Row, incoming: Sequence[Incoming]) -> bool:
    """Whether a list that does not come again has other sections than all lists of its body that come."""
    own = (one.read for one in incoming if one.publisher.id == row["publisher"])
    return all(are_parts(read, row["sections"]) for read in own)


def as_known(store: GraphStore, document: Document) -> tuple[Document, set[str]]:
    """Return a document under the name by which the graph knows its file, and all names that the graph has for it.

    A file may be given in its folder (民政局/清单.docx) or by itself (清单.docx): it is the same when its bytes are and one
    name ends in the other. The longer name stays, so it does not matter which way the file is given first.
    """
    names = {row["source"] for row in store.read(cypher("same_bytes"), {"sha256": document.sha256})}
    longer = sorted(name for name in names if name.endswith(f"/{document.source}"))
    if longer and document.source not in names:
        document = document.model_copy(update={"source": longer[0]})
    shorter = {name for name in names if document.source.endswith(f"/{name}")}
    return document, {document.source, *shorter}


def _rank(source: str) -> tuple[int, str]:
    """Which of two names for the same bytes comes first: the one that lies deeper, then by the alphabet."""
    return -source.count("/"), source


def _with_series(read: DutyList) -> DutyList:
    """A list that also warns of what is left out of comparisons."""
    return read.model_copy(update={"warnings": [*read.warnings, *series_warnings(read)]})
