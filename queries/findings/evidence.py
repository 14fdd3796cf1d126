"""What a finding rests on: its texts, and hashes by which a change of them is seen."""

from dutygraph.graph.identity import digest
from dutygraph.queries.findings.models import Finding, JudgedText


def texts_of(finding: Finding) -> list[JudgedText]:
    """Return the texts that a finding rests on as they are printed, each once, in its order.

    A declared matter that covers it is one of them: a person judges otherwise where there is none.
    """
    texts = [
        JudgedText(
            department=node.department, text=" · ".join(filter(None, (node.matter, node.party, node.text)))
        )
        for node in finding.nodes
    ]
    if finding.declared:
        texts.append(JudgedText(department=finding.declared.declared_by, text=finding.declared.matter))
    return list(dict.fromkeys(texts))


def wording(finding: Finding) -> str:
    """Return a hash of the texts that a finding rests on, whichever of them leads."""
    return digest(*sorted(f"{one.department}\x1e{one.text}" for one in texts_of(finding)))


def evidence_hash(finding: Finding) -> str:
    """Return a hash of what a finding rests on: the texts and their roles, not where they stand in a file."""
    nodes = (f"{n.role} {n.id} {n.text} {n.matter} {n.declared_by} {n.party}" for n in finding.nodes)
    return digest(*nodes, str(finding.declared))
