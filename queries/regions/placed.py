"""The lists of a document by the region that they belong to, and what they say of bodies of other regions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dutygraph.graph.loading.build import build_list
from dutygraph.graph.loading.publishers import Publisher, publisher_of
from dutygraph.graph.model import Node
from dutygraph.ingest.names.departments import ListedBody, Resolution, Resolver, listed_id, regions_named
from dutygraph.ingest.names.regions import Region
from dutygraph.ingest.records import Document, DutyList

Bodies = Mapping[str, Sequence[ListedBody]]
"""The bodies that publish lists, by the code of their region."""


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """The lists of one region in a document; ``chain`` holds the codes of the region and of those that it lies in.

    ``path`` orders documents as a reading on one machine does.
    """

    path: PurePosixPath
    chain: tuple[str, ...]
    document: Document

    @property
    def region(self) -> str:
        """The code of the region, or what stands for it."""
        return self.chain[0]


@dataclass(frozen=True, slots=True)
class NamedElsewhere:
    """A body that lists of the region ``by`` name and that lies in another one."""

    by: str
    body: str
    region: str
    name: str
    key: str
    level: str | None
    printed: str


@dataclass(frozen=True, slots=True)
class KnownBasis:
    """A legal basis as the lists together know it: its least number, and its least title."""

    id: str
    key: str
    number: str | None
    title: str


def place(document: Document, path: PurePosixPath) -> Iterator[PlacedDocument]:
    """Yield the lists of a document region by region; those that nobody publishes belong to none."""
    placed: dict[tuple[str, ...], list[DutyList]] = defaultdict(list)
    for read in document.lists:
        if read.is_published:
            placed[_chain(publisher_of(read, document))].append(read)
    for chain, lists in placed.items():
        yield PlacedDocument(path, chain, document.model_copy(update={"lists": lists}))


def bodies_of(placed: PlacedDocument) -> list[ListedBody]:
    """Return who publishes the lists."""
    return [
        ListedBody(read.department, tuple(read.also_known_as), _region(publisher), placed.region)
        for read in placed.document.lists
        for publisher in [publisher_of(read, placed.document)]
    ]


def bases_of(placed: PlacedDocument) -> Iterator[KnownBasis]:
    """Yield every legal basis that the lists cite, once for each way in which they print its number."""
    for read in placed.document.lists:
        graph = build_list(read, placed.document, publisher_of(read, placed.document))
        bases = {node.id: node.properties for node in graph.nodes if node.label == "LegalBasis"}
        for edge in graph.edges:
            if edge.type == "BASED_ON":
                basis, number = bases[edge.end.id], edge.properties["document_number"]
                title = str(edge.properties["title"])
                yield KnownBasis(edge.end.id, str(basis["key"]), str(number) if number else None, title)


def one_basis(one: KnownBasis, other: KnownBasis) -> KnownBasis:
    """Return what two lists together know of a legal basis."""
    number = min(filter(None, (one.number, other.number)), default=None)
    return KnownBasis(one.id, one.key, number, min(one.title, other.title))


def named_elsewhere(placed: PlacedDocument, bodies: Bodies) -> Iterator[NamedElsewhere]:
    """Yield the bodies of other regions that the lists give a part in a matter or a service."""
    resolver = _resolver(placed, bodies)
    for read in placed.document.lists:
        publisher = publisher_of(read, placed.document).id
        for printed in _names(read):
            for found in resolver.resolve(printed, publisher):
                if not found.vague and found.region not in (None, placed.region):
                    yield _named(placed.region, found)


def department(named: NamedElsewhere) -> Node:
    """Return the node of a body as a list that mentions it makes it."""
    properties = {
        "name": named.name, "key": named.key, "level": named.level, "region": named.region,
        "listed": False, "vague": False, "aliases": [named.printed],
    }  # fmt: skip
    return Node("Department", named.body, properties)


def _named(by: str, found: Resolution) -> NamedElsewhere:
    level = str(found.level) if found.level else None
    return NamedElsewhere(by, found.id, found.region or "", found.name, found.key, level, found.printed)


def _names(read: DutyList) -> Iterable[str]:
    for boundary in read.boundaries:
        yield from (party.department for party in boundary.parties)
    yield from (service.handler for service in read.services if service.handler)


def _resolver(placed: PlacedDocument, bodies: Bodies) -> Resolver:
    """Return the resolver that one graph with all lists would use for these (``graph/loading/name_scope.py``)."""
    region = bodies_of(placed)[0].region
    names = {name for read in placed.document.lists for name in _names(read)}
    named = {code for name in names for code in regions_named(name, region)}
    listed = [body for code in sorted({placed.region, *named}) for body in bodies.get(code, ())]
    return Resolver(region, listed) if region else Resolver(None, listed, outside=placed.region)


def _chain(publisher: Publisher) -> tuple[str, ...]:
    region = _region(publisher)
    return tuple(one.code for one in region.chain) if region else (publisher.region_code,)


def _region(publisher: Publisher) -> Region | None:
    region: Region | None = None
    for node in reversed([one for one in publisher.surroundings.nodes if one.label == "Region"]):
        values = node.properties
        region = Region(values["code"], values["name"], values["level"], region, values["abolished"])  # type: ignore[arg-type]
    return region


def ids_of(bodies: Bodies) -> frozenset[str]:
    """Return the ids of bodies that publish lists."""
    return frozenset(listed_id(body) for listed in bodies.values() for body in listed)
