"""Findings as nodes of the graph, so that queries and pictures can reach them from what they concern."""

from graph.loading import write_subgraph
from graph.model import Edge, Node, Ref, Subgraph
from graph.store import GraphStore, Transaction
from queries.finding import Finding, Findings
from queries.statements import statement


def store_findings(store: GraphStore, findings: Findings) -> None:
    """Put all findings in the place of those in the graph, in one transaction.

    ``findings`` is what ``find`` returns without filters. A finding that a person has judged stays with its verdict when
    it is no longer found; its ``data_version`` tells. Nothing changes when the database fails.
    """
    subgraph = Subgraph()
    for finding in findings.findings:
        ref = Ref("Finding", finding.id)
        subgraph.nodes.append(_node(ref, finding, findings))
        subgraph.edges += [
            Edge("CONCERNS", ref, Ref(node.kind, node.id), {"role": node.role}) for node in finding.nodes
        ]

    def work(tx: Transaction) -> None:
        tx.run(statement("unlink_findings"))
        tx.run(statement("delete_findings"), {"ids": [finding.id for finding in findings.findings]})
        write_subgraph(tx, subgraph)

    store.write(work)


def _node(ref: Ref, finding: Finding, findings: Findings) -> Node:
    return Node(
        ref.label,
        ref.id,
        {
            "kind": finding.kind,
            "class": finding.class_,
            "severity": finding.severity,
            "score": finding.score,
            "sentence_zh": finding.sentence.zh,
            "sentence_en": finding.sentence.en,
            "payload": finding.model_dump_json(),
            "data_version": findings.data_version,
            "rules_version": findings.rules_version,
        },
    )
