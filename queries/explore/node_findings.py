"""The findings that concern nodes, in short, as a canvas and pictures tell them."""

from collections.abc import Iterable, Mapping

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.explore.models import NodeFinding
from dutygraph.queries.findings.models import BESIDE, SEVERITIES, Finding


def findings_on(store: GraphStore, ids: Iterable[str]) -> Mapping[str, list[NodeFinding]]:
    """Return the findings that concern each of these nodes (ids), the gravest first, without those that only show it."""
    found: dict[str, list[NodeFinding]] = {}
    rows = store.read(cypher("view_findings"), {"ids": list(ids), "beside": sorted(BESIDE)})
    for row in sorted(rows, key=lambda row: (SEVERITIES.index(row["severity"]), row["id"])):
        sentence = Bilingual(row.pop("zh"), row.pop("en"))
        found.setdefault(row.pop("node"), []).append(NodeFinding(**row, sentence=sentence))
    return found


def by_node(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Return these findings by the ids of the nodes that they concern, in their order, without those that only show it."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        for node in dict.fromkeys(node.id for node in one.nodes if node.role not in BESIDE):
            found.setdefault(node, []).append(one)
    return found


def short_by_node(findings: Iterable[Finding]) -> Mapping[str, list[NodeFinding]]:
    """Return what ``by_node`` does, in short."""
    return {node: list(map(_short, concerning)) for node, concerning in by_node(findings).items()}


def _short(one: Finding) -> NodeFinding:
    return NodeFinding(
        id=one.id, kind=one.kind, class_=one.class_, severity=one.severity, sentence=one.sentence
    )
