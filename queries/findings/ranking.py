"""The order in which findings are looked at."""

from dutygraph.ingest.records import READING_ORDER
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rules import rules

SEVERITIES = ("high", "medium", "low")
Rank = tuple[int, float, str, float, str, str]


def rank(kind: str, class_: str, severity: str, score: float, order: str, id_: str) -> Rank:
    """Return a key that sorts findings: the severest kind first, in a kind the highest score, then by ``order``.

    Ordinary interplay comes after all others. A kind whose rule this installation lacks comes last in its severity.
    """
    rule = rules().get(kind)
    severest = len(SEVERITIES) if class_ == "interplay" else SEVERITIES.index(severity)
    return severest, -rule.weight if rule else 1.0, kind, -score, order, id_


def rank_of(finding: Finding) -> Rank:
    """Return the key of a finding."""
    return rank(finding.kind, finding.class_, finding.severity, finding.score, order_of(finding), finding.id)


def order_of(finding: Finding) -> str:
    """Return a text that sorts findings of one kind and score: by department, then as their documents are read."""
    first = finding.nodes[0]
    values = (first.locator.get(name) for name in READING_ORDER)
    fields = (f"{value:09d}" if isinstance(value, int) else value or "" for value in values)
    return "\x1f".join((*finding.departments[:1], first.source, *fields, finding.sentence.zh))
