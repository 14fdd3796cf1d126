"""The order in which findings are looked at."""

from dutygraph.graph.store.values import Row
from dutygraph.ingest.reading_order import reading_order
from dutygraph.queries.findings.models import ON_DEMAND, SEVERITIES, Finding
from dutygraph.queries.findings.rules.headers import rules

Rank = tuple[int, float, str, float, str, str]


def rank(kind: str, standing: int, score: float, order: str, id_: str) -> Rank:
    """Return a key that sorts findings: by ``standing``, by kind, in a kind the highest score first, then by ``order``.

    A kind whose rule this installation lacks comes last of its standing.
    """
    rule = rules().get(kind)
    return standing, -rule.weight if rule else 1.0, kind, -score, order, id_


def standing(class_: str, severity: str) -> int:
    """Return the place of a severity, 0 for the highest; what is listed on demand comes after all others."""
    return ([*SEVERITIES, *ON_DEMAND]).index(class_ if class_ in ON_DEMAND else severity)


def rank_in_short(kind: str, class_: str, severity: str, score: float) -> tuple[int, float, str, float]:
    """Return the beginning of the key of a finding or topic, as far as it can be told without its texts."""
    return rank(kind, standing(class_, severity), score, "", "")[:4]


def rank_of(finding: Finding) -> Rank:
    """Return the key of a finding."""
    place = standing(finding.class_, finding.severity)
    return rank(finding.kind, place, finding.score, order_of(finding), finding.id)


def rank_of_row(row: Row) -> Rank:
    """Return the key of a finding or topic as it is stored: a row with its kind, class, severity, score, sort key and id."""
    place = standing(row["class"], row["severity"])
    return rank(row["kind"], place, row["score"], row["sort_key"], row["id"])


def order_of(finding: Finding) -> str:
    """Return a text that sorts findings of one kind and score: by department, then as their documents are read."""
    places = [(node.source, *reading_order(node.locator)) for node in finding.nodes[:1]]
    fields = (f"{one:09d}" if isinstance(one, int) else one for place in places for one in place)
    return "\x1f".join((*finding.departments[:1], *fields, finding.sentence.zh))
