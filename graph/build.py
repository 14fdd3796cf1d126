"""From the records of one list to the nodes and edges that stand for it."""

import json
import re
from bisect import bisect_right
from functools import reduce
from importlib.metadata import version

from graph.health import expected_counts
from graph.identity import Identities, digest
from graph.model import Edge, Node, Ref, Subgraph, Value
from graph.publishers import Publisher
from ingest import records
from ingest.articles import highest_article
from ingest.instruments import canonical_title, fold_document_number, instrument_key
from ingest.offices import names_body, offices_mentioned, split_offices
from ingest.records import Document, DutyList, Locator
from ingest.targets import split_targets
from ingest.years import latest_year, stated_year

_VERSION = version("dutygraph")
_CELL = re.compile(r"^([A-Z]+)(\d+)")

_Place = tuple[int | str, ...]


def list_id(publisher_id: str, occurrence: int = 1) -> str:
    """Return the id of a body's list; a document that prints two lists of one body gets two."""
    return f"list-{digest(publisher_id)}" + (f"-{occurrence}" if occurrence > 1 else "")


def build_list(
    duty_list: DutyList, document: Document, publisher: Publisher, occurrence: int = 1
) -> Subgraph:
    """Return all nodes and edges of a list of ``document`` except the links to other bodies, made by ``linking``.

    ``occurrence`` counts the lists of this body in the document, from 1.
    """
    builder = _Builder(duty_list, document, publisher, list_id(publisher.id, occurrence))
    builder.add_publisher()
    builder.add_duties()
    builder.add_boundaries()
    builder.add_supervision()
    builder.add_services()
    builder.add_rules()
    builder.add_citations()
    graph = builder.graph
    graph.nodes = list({(node.label, node.id): node for node in graph.nodes}.values())
    return graph


class _Builder:
    def __init__(self, duty_list: DutyList, document: Document, publisher: Publisher, list_key: str) -> None:
        self.list = duty_list
        self.document = document
        self.source = Ref("Document", document.sha256)
        self.publisher = publisher
        self.list_id = list_key
        self.department = Ref("Department", publisher.id)
        self.ids = Identities(list_key)
        self.graph = Subgraph()
        self.offices: set[str] = set()
        self.places: list[tuple[_Place, Ref]] = []
        self.position = 0

    def add_publisher(self) -> None:
        origin = {"source": self.document.source, "sha256": self.document.sha256}
        self.graph.nodes.append(Node(self.source.label, self.source.id, origin))
        self.graph.nodes += self.publisher.surroundings.nodes
        self.graph.edges += self.publisher.surroundings.edges
        read = self.list
        properties: dict[str, Value] = {
            "title": read.title,
            "department": read.department,
            "also_known_as": list(read.also_known_as),
            "sections": list(read.sections_present),
            "empty_sections": list(read.empty_sections),
            "columns": [
                f"{section}/{column}" for section, columns in read.columns.items() for column in columns
            ],
            "fingerprint": fingerprint(read, self.document),
            "counts": [f"{label}={count}" for label, count in expected_counts(read).items()],
            "warnings": len(read.warnings),
            "stated_year": stated_year(read.title),
            "cited_year": latest_year(citation.document_number or "" for citation in read.citations),
        }
        self._own("DutyList", self.list_id, properties, read.locator)
        self._link("PUBLISHED", self.department, Ref("DutyList", self.list_id))

    def add_duties(self) -> None:
        for duty in self.list.duties:
            node = self._statement("Duty", duty.text, duty.locator, number=duty.number, remark=duty.remark)
            self._link("HAS_DUTY", self.department, node)
            for task in duty.tasks:
                child = self._statement(
                    "Task", task.text, task.locator, office=task.office, remark=task.remark
                )
                self._link("HAS_TASK", node, child)
                self._handle(child, task.office)

    def add_boundaries(self) -> None:
        for boundary in self.list.boundaries:
            matter = self._node("SharedMatter", boundary.matter, boundary.locator, number=boundary.number,
                                matter=boundary.matter)  # fmt: skip
            self._link("DECLARED_BY", matter, self.department)
            for party in boundary.parties:
                self._add_division(boundary, party, matter)

    def _add_division(self, boundary: records.Boundary, party: records.Party, matter: Ref) -> None:
        key = "\x1f".join((boundary.matter, party.department, party.division or ""))
        division = self._node("Division", key, party.locator, text=party.division, party=party.department,
                              basis=party.basis, case=party.case, role=party.role)  # fmt: skip
        self._link("ABOUT", division, matter)

    def add_supervision(self) -> None:
        for regime in self.list.supervision:
            text = "\n".join(f"{part.heading}\n{part.text}".strip() for part in regime.body)
            node = self._node("SupervisionRegime", regime.title, regime.locator, title=regime.title,
                              targets=regime.targets, sections=list(regime.sections), text=text)  # fmt: skip
            self._link("RUNS", self.department, node)
            for name in split_targets(regime.targets or ""):
                target = Ref("SupervisionTarget", f"target-{digest(name)}")
                self.graph.nodes.append(Node(target.label, target.id, {"name": name}))
                self._link("TARGETS", node, target, printed=regime.targets)

    def add_services(self) -> None:
        for service in self.list.services:
            node = self._node("PublicService", service.name, service.locator, number=service.number,
                              name=service.name, content=service.content, handler=service.handler,
                              phone=service.phone)  # fmt: skip
            self._link("PROVIDES", self.department, node)
            if not names_body(service.handler or ""):
                self._handle(node, service.handler)

    def add_rules(self) -> None:
        for rule in self.list.rules:
            node = self._node("Rule", rule.title, rule.locator, title=rule.title)
            self._link("ADOPTED", self.department, node)
            for article in rule.articles:
                key = f"{rule.title}\x1f{article.number}\x1f{article.text}"
                child = self._node("Article", key, article.locator, number=article.number, text=article.text)
                self._link("HAS_ARTICLE", node, child)
                for name in offices_mentioned(article.text):
                    self._link("BINDS", child, self._office(name), printed=name)

    def add_citations(self) -> None:
        """Each citation belongs to the statement that stands last at or above it."""
        self.places.sort(key=lambda place: place[0])
        keys = [key for key, _ in self.places]
        for citation in self.list.citations:
            at = bisect_right(keys, _order(citation.locator)) - 1
            key = instrument_key(citation.title, citation.document_number)
            basis = Ref("LegalBasis", f"law-{digest(key)}")
            title = canonical_title(citation.title) or citation.document_number
            self.graph.nodes.append(Node(basis.label, basis.id, {"title": title, "key": key}))
            number = fold_document_number(citation.document_number) if citation.document_number else None
            article = highest_article(citation.articles) if citation.articles else None
            self._link("BASED_ON", self.places[max(at, 0)][1], basis, articles=citation.articles, article=article,
                       printed=citation.title, document_number=number,
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

    def _statement(self, label: str, text: str, locator: Locator, **properties: Value) -> Ref:
        return self._node(label, text, locator, text=text, **properties)

    def _node(self, label: str, key: str, locator: Locator, **properties: Value) -> Ref:
        self.position += 1
        return self._own(label, self.ids.of(label, key), {**properties, "position": self.position}, locator)

    def _own(self, label: str, id_: str, properties: dict[str, Value], locator: Locator) -> Ref:
        ref = Ref(label, id_)
        self.graph.nodes.append(Node(label, id_, {**properties, "list": self.list_id}))
        self._link("EXTRACTED_FROM", ref, self.source, locator=locator_text(locator))
        self.places.append((_order(locator), ref))
        return ref

    def _link(self, type_: str, start: Ref, end: Ref, **properties: Value) -> None:
        self.graph.edges.append(Edge(type_, start, end, properties))


def fingerprint(duty_list: DutyList, document: Document) -> str:
    """Return a hash of all that a list says, its document and this version of dutygraph.

    Equal fingerprints mean that reading the list again would change nothing.
    """
    return digest(_VERSION, document.source, document.sha256, duty_list.model_dump_json())


def locator_text(locator: Locator) -> str:
    """Return a locator as the JSON text that edges carry."""
    return json.dumps(locator.model_dump(), ensure_ascii=False, sort_keys=True)


def _order(locator: Locator) -> _Place:
    """Where a locator stands in its document's reading order, among those of its sheet or table."""
    cell = _CELL.match(locator.cell or "")
    row, column = (int(cell[2]), _column(cell[1])) if cell else (locator.row, locator.column)
    numbers = (locator.table, locator.paragraph, locator.line, row, column)
    return locator.page or 0, locator.sheet or "", *(number or 0 for number in numbers)


def _column(letters: str) -> int:
    """Return the number of a column of a sheet: A is 1, AA is 27."""
    return reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, letters, 0)
