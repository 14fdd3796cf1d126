"""A graph of any size: the lists of the corpus as they are built, without reading them, and made-up findings on them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import count

from benchmarks.corpus.districts import District, district
from dutygraph.graph.loading.build import build_list
from dutygraph.graph.loading.publishers import publisher_of
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.laws.citations import find_citations
from dutygraph.ingest.records import Document
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding, FindingNode
from dutygraph.queries.findings.update.versions import current_versions

_BATCH = 2_000
_KINDS = (
    ("overlap.duty", "overlap"),
    ("boundary.one_sided", "boundary"),
    ("orphan.no_task", "orphan"),
    ("gap.contact", "gap"),
)


def fill(store: GraphStore, nodes: int, findings: int) -> None:
    """Write districts until there are so many nodes, and so many findings on them."""
    store.prepare()
    written, bodies = 0, list[Node]()
    for number in count():
        if written >= nodes:
            break
        graph = _graph(district(number))
        store.write(lambda tx, graph=graph: write_subgraph(tx, graph))  # type: ignore[misc]
        written += len(graph.nodes)
        bodies += [node for node in graph.nodes if node.label == "Department"]
    made = [_finding(number, bodies) for number in range(findings)]
    for start in range(0, findings, _BATCH):
        part = Subgraph(made[start : start + _BATCH], [])
        store.write(lambda tx, part=part: write_subgraph(tx, part))  # type: ignore[misc]
    computed = {**asdict(current_versions(store)), "lists": store.read(cypher("published_lists"))}
    store.write(lambda tx: tx.run(cypher("keep_computation"), computed))


def _graph(made: District) -> Subgraph:
    graph = Subgraph()
    for one in made.lists:
        document = Document(source=f"{one.department}.txt", sha256=one.department, lists=[one])
        built = build_list(one, document, publisher_of(one, document))
        graph.nodes += [_computed(node) if node.label == "DutyList" else node for node in built.nodes]
        graph.edges += built.edges
    graph.edges += _links(graph, made.region)
    _cite(graph)
    graph.nodes = list({(node.label, node.id): node for node in graph.nodes}.values())
    return graph


def _cite(graph: Subgraph) -> None:
    """Link what cites a law to it, as a reader of documents would."""
    for node in list(graph.nodes):
        printed = node.properties.get("remark") or node.properties.get("basis") or ""
        for found in find_citations(str(printed)):
            law = Ref("LegalBasis", f"law-{found.title}")
            graph.nodes.append(Node(law.label, law.id, {"title": found.title}))
            graph.edges.append(Edge("BASED_ON", Ref(node.label, node.id), law, {"articles": found.articles}))


def _computed(node: Node) -> Node:
    return Node(node.label, node.id, {**node.properties, "computed": True})


def _links(graph: Subgraph, region: str) -> Iterator[Edge]:
    """Who has a part in a matter; bodies without a list are left out."""
    ids = {node.properties["name"]: node.id for node in graph.nodes if node.label == "Department"}
    for node in graph.nodes:
        if node.label == "Division":
            party = f"{region[:-1]}{node.properties['party']}"
            if party in ids:
                yield Edge(
                    "ASSIGNED_TO", Ref("Division", node.id), Ref("Department", ids[party]), {"printed": party}
                )


def _finding(number: int, bodies: Sequence[Node]) -> Node:
    """A finding between one or two bodies that stand beside each other."""
    dice = random.Random(number)
    at = dice.randrange(len(bodies) - 1)
    about = bodies[at : at + 1 + (dice.random() < 0.4)]
    names = [str(node.properties["name"]) for node in about]
    kind, class_ = dice.choice(_KINDS)
    finding = Finding.model_validate(
        {
            "id": f"finding-{number:08x}", "kind": kind, "class": class_,
            "severity": dice.choice(("high", "medium", "low")), "score": round(dice.random(), 3), "parts": [],
            "departments": names, "nodes": [_about(node) for node in about], "pairs": [], "declared": None,
            "sentence": {"zh": f"{names[0]}的第{number}条线索", "en": f"finding {number} of {names[0]}"},
            "options": [], "verdict": None,
        }
    )  # fmt: skip
    return Node(
        "Finding",
        finding.id,
        {
            "kind": kind, "class": class_, "severity": finding.severity, "score": finding.score,
            "sentence_zh": finding.sentence.zh, "sentence_en": finding.sentence.en, "departments": names,
            "department_ids": sorted(node.id for node in about), "sort_key": f"{names[0]}\x1f{number:09d}",
            "evidence": "e", "wording": "w", "found": True, "payload": finding.model_dump_json(),
        },
    )  # fmt: skip


def _about(body: Node) -> FindingNode:
    name = str(body.properties["name"])
    return FindingNode(
        role="department", kind="Department", id=body.id, department=name, department_id=body.id, text=name,
        source=f"{name}.txt", locator={"line": 1},
    )  # fmt: skip
