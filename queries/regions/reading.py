"""One region read in a graph of its own, with the functions of a single graph; what comes out belongs to this region."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from dutygraph.graph.analysis.names import names_in_region
from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.values import Row
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.update.recompute import update
from dutygraph.queries.findings.update.versions import Versions, current_versions
from dutygraph.queries.regions.elsewhere import Elsewhere, as_list
from dutygraph.queries.regions.placed import PlacedDocument, bases_of

BETWEEN = ("overlap.vertical", "basis.cited_otherwise", "gap.peer")
"""The rules that put statements of several regions into one finding: ``between`` runs them."""
_BETWEEN_EDGES = ("CITED_OTHERWISE", "LACKS")
_COMMON = ("Region", "Register", "Instrument")
SHARED = frozenset({kind.name for kind in ontology().owned_by("shared")} | set(_COMMON))
"""Labels of nodes that several regions touch; what is common to all comes out of every reading."""
_STANDING = ("ties", "shared", "hub", "community", "sole_link")
"""Where a body stands in the network of its region, which its region's own reading tells."""


@dataclass(frozen=True, slots=True)
class RegionGraph:
    """What belongs to a region (codes of it and of those it lies in), without findings between regions, and what these need.

    ``crossing`` are edges from its statements to those of other regions, with the surroundings of both ends.
    """

    chain: tuple[str, ...]
    own: Subgraph
    crossing: Subgraph
    citations: list[Row]
    """The rows of numbered_citations.cypher."""
    peers: list[tuple[str, Row]]
    """The rows of peer_statements.cypher, each with the name and level of its body."""
    letters: list[Row]
    """The row of letters.cypher, if there is one: the same for all regions."""
    versions: Versions


@contextmanager
def small_graph() -> Iterator[GraphStore]:
    """Open an empty graph that goes when the block ends."""
    with (
        TemporaryDirectory(prefix="dutygraph-", ignore_cleanup_errors=True) as folder,
        GraphStore.open(StoreSettings(data=Path(folder), uri=None)) as store,
    ):
        yield store


def read_region(region: str, placed: Iterable[PlacedDocument], known: Elsewhere) -> RegionGraph:
    """Read the lists of a region, beside those of other regions that its findings need, and return what is its own."""
    documents = sorted(placed, key=lambda one: one.path)
    cited = {one.id for document in documents for one in bases_of(document)}
    with small_graph() as store:
        with store.locked():
            for document in _whole(documents):
                ingest_document(store, document)
            _add(store, region, as_list(known, region, cited))
            update(store)
        whole, versions = read_subgraph(store), current_versions(store)
        rows = store.read(cypher("numbered_citations"))
        peers = list(_peers(store, region))
        letters = store.read(cypher("letters"))
    own = _Own(whole, region)
    crossing = [edge for edge in whole.edges if own.leads_elsewhere(edge)]
    around = surroundings(whole, {ref.id for edge in crossing for ref in (edge.start, edge.end)})
    return RegionGraph(
        chain=next(one.chain for one in documents if one.region == region),
        own=own.subgraph(),
        crossing=Subgraph(around.nodes, [*around.edges, *crossing]),
        citations=[row for row in rows if row["list"] in own.lists],
        peers=peers,
        letters=letters,
        versions=versions,
    )


def _whole(placed: Iterable[PlacedDocument]) -> Iterator[Document]:
    """Yield each document once, with its lists of all regions that are here."""
    for _, parts in groupby(placed, lambda one: one.path):
        first, *others = (part.document for part in parts)
        lists = [read for document in (first, *others) for read in document.lists]
        yield first.model_copy(update={"lists": lists})


def _add(store: GraphStore, region: str, elsewhere: Subgraph) -> None:
    """Add what all other lists say; a body is called as its own list says, else in the fullest form that any list prints."""
    listed = {row["id"]: row["name"] for row in store.read(cypher("names_of_listed"))}
    own = {id_: names[0] for id_, names in names_in_region(store, region).items()}

    def named(node: Node) -> Node:
        if node.label != "Department":
            return node
        forms = (own.get(node.id, ""), str(node.properties["name"]))
        name = listed.get(node.id) or max(forms, key=lambda form: (len(form), form))
        return Node(node.label, node.id, {**node.properties, "name": name})

    def work(tx: Transaction) -> None:
        write_subgraph(tx, Subgraph(list(map(named, elsewhere.nodes)), elsewhere.edges))
        tx.run(cypher("place_bodies"), {"regions": [region]})

    store.write(work)


def _peers(store: GraphStore, region: str) -> Iterator[tuple[str, Row]]:
    for names in store.read(cypher("peer_names"), {"region": region, "keys": None}):
        asked = {"key": names["key"], "level": names["level"], "region": region}
        for row in store.read(cypher("peer_statements"), asked):
            yield f"{names['key']} {names['level']}", row


def surroundings(whole: Subgraph, ids: Collection[str]) -> Subgraph:
    """Return statements and bodies (ids) with what a finding says of them: list, publisher, document and matter.

    Lists that were read in part stand beside them, since rules hold back where a region has some.
    """
    chosen = [node for node in whole.nodes if node.id in ids]
    lists = {node.properties.get("list") for node in chosen}
    if chosen:
        lists |= {node.id for node in whole.nodes if node.properties.get("sections_read_in_part")}
    lists |= {edge.end.id for edge in whole.edges if edge.type == "PUBLISHED" and edge.start.id in ids}
    edges = [
        edge
        for edge in whole.edges
        if (edge.type in ("EXTRACTED_FROM", "ABOUT") and (edge.start.id in ids or edge.start.id in lists))
        or (edge.type == "PUBLISHED" and edge.end.id in lists)
    ]
    kept = {ref.id for edge in edges for ref in (edge.start, edge.end)}
    return Subgraph([node for node in whole.nodes if node.id in kept], edges)


class _Own:
    """Tells what of a graph belongs to one region."""

    def __init__(self, whole: Subgraph, region: str) -> None:
        self._whole = whole
        self._region = region
        of = {node.id: node.properties["region"] for node in whole.nodes if node.label == "Department"}
        self.lists = {
            edge.end.id for edge in whole.edges if edge.type == "PUBLISHED" and of[edge.start.id] == region
        }
        self._list_of = {node.id: node.properties.get("list") for node in whole.nodes}
        self._findings = {
            node.id for node in whole.nodes if node.label == "Finding" and self._is_found_here(node, of)
        }

    def subgraph(self) -> Subgraph:
        """Return the region's statements and findings, their edges, and the shared nodes that these lead to."""
        edges = [edge for edge in self._whole.edges if self._holds(edge)]
        touched = {ref.id for edge in edges for ref in (edge.start, edge.end)}
        nodes = [node for node in self._whole.nodes if self._has(node, touched)]
        shared = {node.id for node in nodes if node.label in SHARED}
        among = [edge for edge in self._whole.edges if edge.start.id in shared and edge.end.id in shared]
        return Subgraph([self._at_home(node) for node in nodes], [*edges, *among])

    def leads_elsewhere(self, edge: Edge) -> bool:
        """Whether an edge says that a statement of the region repeats one of another region."""
        return (
            edge.type == "REPEATS"
            and self._list_of[edge.start.id] in self.lists
            and self._list_of[edge.end.id] not in self.lists
        )

    def _is_found_here(self, finding: Node, regions: Mapping[str, object]) -> bool:
        """Whether the statement that a finding begins with is of this region: all that it depends on was read here."""
        first = json.loads(str(finding.properties["payload"]))["nodes"][0]
        return finding.properties["kind"] not in BETWEEN and regions[first["department_id"]] == self._region

    def _holds(self, edge: Edge) -> bool:
        """Whether an edge belongs to a statement or finding of the region; between two lists it is that of its start."""
        if edge.start.label in ("Finding", "Topic"):
            return edge.start.id in self._findings
        owner = self._list_of[edge.start.id] or self._list_of[edge.end.id]
        return edge.type not in _BETWEEN_EDGES and owner in self.lists

    def _has(self, node: Node, touched: Collection[str]) -> bool:
        if node.label in SHARED:
            return node.id in touched or node.label in _COMMON
        return node.id in self._findings or self._list_of[node.id] in self.lists

    def _at_home(self, node: Node) -> Node:
        if node.label != "Department" or node.properties["region"] == self._region:
            return node
        kept = {name: value for name, value in node.properties.items() if name not in _STANDING}
        return Node(node.label, node.id, kept)
