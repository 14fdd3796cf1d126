"""The order of findings of one kind and score."""

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.records import READING_ORDER, Locator
from dutygraph.queries.findings.models import Finding, FindingNode
from dutygraph.queries.findings.ranking import order_of


def test_the_order_names_every_field_of_a_locator() -> None:
    assert set(READING_ORDER) == set(Locator.model_fields)


def test_findings_come_in_the_order_of_the_pages_of_their_document() -> None:
    places = [{"page": 1, "table": 2, "row": 9}, {"page": 2, "table": 1, "row": 1}, {"page": 10, "table": 1}]
    orders = [order_of(_finding(place)) for place in places]
    assert orders == sorted(orders)


def _finding(place: dict[str, int]) -> Finding:
    node = FindingNode.model_construct(source="清单.pdf", locator=place)
    return Finding.model_construct(departments=["民政局"], nodes=[node], sentence=Bilingual("", ""))
