"""From the records of one list to the nodes and edges that stand for it."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from importlib.metadata import version

from dutygraph.graph.identity import Identities, digest
from dutygraph.graph.loading.publishers import Publisher
from dutygraph.graph.loading.series import MARK, left_out, series_in
from dutygraph.graph.loading.statements import Fields, expected_counts, fields_of, key_of, properties_of
from dutygraph.graph.model import Edge, Node, Ref, Subgraph, Value
from dutygraph.graph.ontology import NodeKind, StatementKind, ontology
from dutygraph.ingest.laws.articles import highest_article
from dutygraph.ingest.laws.instruments import canonical_title, fold_document_number, instrument_key
from dutygraph.ingest.laws.years import latest_year, stated_year
from dutygraph.ingest.lists.kinds import kind_of, section_kinds
from dutygraph.ingest.names.offices import is_body_name, offices_mentioned, split_offices
from dutygraph.ingest.names.targets import split_targets
from dutygraph.ingest.reading_order import Place, reading_order
from dutygraph.ingest.records import Document, DutyList, Locator

_VERSION = version("dutygraph")


def list_id(publisher_id: str, occurrence: int = 1) -> str:
    """Return the id of a body's list; a document that prints two lists of one body gets two."""
    return f"list-{digest(publisher_id)}" + (f"-{occurrence}" if occurrence > 1 else "")


def document_id(document: Document) -> str:
    """Return the id of a document: the same bytes under two names are two, and so are two versions under one name."""
    return f"document-{digest(document.source, document.sha256)}"


def build_list(
    duty_list: DutyList, document: Document, publisher: Publisher, occurrence: int = 1
) -> Subgraph:
    """Return all nodes and edges of a list of ``document`` except the links to other bodies, made by ``linking``.

    ``occurrence`` counts the lists of this body in the document, from 1.
    """
    builder = _Builder(duty_list, document, publisher, list_id(publisher.id, occurrence))
    builder.add_publisher()
    builder.add_statements()
    builder.add_citations()
    graph = builder.graph
    graph.nodes = list({(node.label, node.id): node for node in graph.nodes}.values())
    return graph


class _Builder:
    def __init__(self, duty_list: DutyList, document: Document, publisher: Publisher, list_key: str) -> None:
        self.list = duty_list
        self.fields = fields_of(duty_list)
        self.document = document
        self.source = Ref("Document", document_id(document))
        self.publisher = publisher
        self.list_id = list_key
        self.department = Ref("Department", publisher.id)
        self.ids = Identities(list_key)
        self.graph = Subgraph()
        self.offices: set[str] = set()
        self.places: list[tuple[Place, Ref]] = []
        self.position = 0
        self.left_out = left_out(list(series_in(self.fields)))
        self.numbered: dict[str, list[str]] = defaultdict(list)

    def add_publisher(self) -> None:
        origin = {"source": self.document.source, "sha256": self.document.sha256}
        self.graph.nodes.append(Node(self.source.label, self.source.id, origin))
        self.graph.nodes += self.publisher.surroundings.nodes
        self.graph.edges += self.publisher.surroundings.edges
        read = self.list
        kind = kind_of(read.sections_present)
        is_required = kind.required and read.kind == "duties"
        properties: dict[str, Value] = {
            "title": read.title,
            "department": read.department,
            "also_known_as": list(read.also_known_as),
            "sections": list(read.sections_present),
            "required_sections": [section.name for section in kind.sections] if is_required else [],
            "kind": read.kind,
            "empty_sections": list(read.empty_sections),
            "nil_sections": list(read.nil_sections),
            "columns": [
                f"{section}/{column}" for section, columns in read.columns.items() for column in columns
            ],
            "fingerprint": fingerprint(read, self.document),
            "counts": [f"{label}={count}" for label, count in expected_counts(self.fields).items()],
            "warnings": len(read.warnings),
            "warning_texts": [one.model_dump_json() for one in read.warnings[:_WARNINGS_KEPT]],
            "placed": read.placed,
            "read_in_part": read.read_in_part,
            "sections_read_in_part": list(read.sections_read_in_part),
            "region_clue": self.publisher.region_clue.zh,
            "region_clue_en": self.publisher.region_clue.en,
            "stated_year": stated_year(read.title),
            "cited_year": latest_year(citation.document_number or "" for citation in read.citations),
        }
        node = Ref("DutyList", self.list_id)
        self._own(node, properties, read.locator)
        self._link("PUBLISHED", self.department, node)

    def add_statements(self) -> None:
        outer = [pair for pair in ontology().statements() if not ontology().outer(pair[1])]
        for kind, statement in sorted(outer, key=lambda pair: self._place_of_section(pair[1].source)):
            for record in self.fields.get(statement.source, ()):
                self._add_statement(kind, statement, record, (self.department, self.fields))

    def _place_of_section(self, field: str) -> int:
        """Return which section of the list has the records of a field; some lists print services before regimes."""
        printed, section = self.list.sections_present, section_kinds().get(field)
        return printed.index(section.name) if section and section.name in printed else len(printed)

    def _add_statement(
        self, kind: NodeKind, statement: StatementKind, record: Fields, outer: tuple[Ref, Fields]
    ) -> None:
        """Add a statement and those within it; ``outer`` is the node it hangs on and the record of that node."""
        self.position += 1
        node = Ref(kind.name, self.ids.of(kind.name, key_of(statement, record, outer[1])))
        properties = {**properties_of(kind, statement, record), "position": self.position}
        self.numbered[kind.name].append(node.id)
        first = self.left_out.get((kind.name, len(self.numbered[kind.name]) - 1))
        if first is not None:
            properties[MARK] = self.numbered[kind.name][first]
        self._own(node, properties, Locator.model_validate(record["locator"]))
        down = outer[0].label in ontology().edge(statement.edge).start
        self._link(statement.edge, *((outer[0], node) if down else (node, outer[0])))
        if add_names := _NAMES.get(kind.name):
            add_names(self, node, record)
        for inner_kind, inner in ontology().within(statement):
            for inner_record in record[inner.source.rpartition(".")[2]]:
                self._add_statement(inner_kind, inner, inner_record, (node, record))

    def add_office_of_task(self, task: Ref, record: Fields) -> None:
        self._handle(task, record["office"])

    def add_handler_of_service(self, service: Ref, record: Fields) -> None:
        if not is_body_name(record["handler"] or ""):
            self._handle(service, record["handler"])

    def add_targets_of_regime(self, regime: Ref, record: Fields) -> None:
        for name in split_targets(record["targets"] or ""):
            target = Ref("SupervisionTarget", f"target-{digest(name)}")
            self.graph.nodes.append(Node(target.label, target.id, {"name": name}))
            self._link("TARGETS", regime, target, printed=record["targets"])

    def add_offices_of_article(self, article: Ref, record: Fields) -> None:
        for name in offices_mentioned(record["text"]):
            self._link("BINDS", article, self._office(name), printed=name)

    def add_citations(self) -> None:
        """Each citation belongs to the statement that stands last at or above it."""
        self.places.sort(key=lambda place: place[0])
        keys = [key for key, _ in self.places]
        for citation in self.list.citations:
            at = bisect_right(keys, reading_order(dict(citation.locator))) - 1
            key = instrument_key(citation.title, citation.document_number)
            basis = Ref("LegalBasis", f"law-{digest(key)}")
            title = canonical_title(citation.title) or citation.document_number
            self.graph.nodes.append(Node(basis.label, basis.id, {"title": title, "key": key}))
            number = fold_document_number(citation.document_number) if citation.document_number else None
            article = highest_article(citation.articles) if citation.articles else None
            self._link("BASED_ON", self.places[max(at, 0)][1], basis, articles=citation.articles, article=article,
                       printed=citation.title, title=title, document_number=number,
                       locator=locator_text(citation.locator))  # fmt: skip

    def _handle(self, node: Ref, printed: str | None) -> None:
        for name in split_offices(printed or ""):
            self._link("HANDLED_BY", node, self._office(name), printed=printed)

    def _office(self, name: str) -> Ref:
        office = Ref("Office", f"{self.publisher.id}/{name}")
        if name not in self.offices:
            self.offices.add(name)
            self.graph.nodes.append(
                Node(office.label, office.id, {"name": name, "department": self.publisher.id})
            )
            self._link("HAS_OFFICE", self.department, office)
        return office

    def _own(self, node: Ref, properties: dict[str, Value], locator: Locator) -> None:
        """Add a node that belongs to the list, with its place in the document."""
        self.graph.nodes.append(Node(node.label, node.id, {**properties, "list": self.list_id}))
        self._link("EXTRACTED_FROM", node, self.source, locator=locator_text(locator))
        self.places.append((reading_order(dict(locator)), node))

    def _link(self, type_: str, start: Ref, end: Ref, **properties: Value) -> None:
        self.graph.edges.append(Edge(type_, start, end, properties))


_NAMES: Mapping[str, Callable[[_Builder, Ref, Fields], None]] = {
    "Task": _Builder.add_office_of_task,
    "PublicService": _Builder.add_handler_of_service,
    "SupervisionRegime": _Builder.add_targets_of_regime,
    "Article": _Builder.add_offices_of_article,
}
"""What else becomes of the names that a statement prints: offices, and the kinds of bodies that are inspected."""


_WARNINGS_KEPT = 500
"""Of a list; a file that is no list gives one for every line."""


def fingerprint(duty_list: DutyList, document: Document) -> str:
    """Return a hash of all that a list says, its document and this version of dutygraph.

    Equal fingerprints mean that reading the list again would change nothing.
    """
    return digest(_VERSION, document.source, document.sha256, duty_list.model_dump_json())


def locator_text(locator: Locator) -> str:
    """Return a locator as the JSON text that edges carry."""
    return json.dumps(locator.model_dump(), ensure_ascii=False, sort_keys=True)
