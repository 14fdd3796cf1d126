"""The order of findings of one kind and score."""

from typing import Any

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.records import FROM_OUTSIDE_IN, Locator
from dutygraph.queries.findings.models import Finding, FindingNode
from dutygraph.queries.findings.update.ranking import order_of


def test_the_fields_from_outside_in_are_all_of_a_locator() -> None:
    assert set(FROM_OUTSIDE_IN) == set(Locator.model_fields)


def test_findings_come_in_the_order_of_the_pages_of_their_document() -> None:
    places = [{"page": 1, "table": 2, "row": 9}, {"page": 2, "table": 1, "row": 1}, {"page": 10, "table": 1}]
    orders = [order_of(_finding(place)) for place in places]
    assert orders == sorted(orders)


def test_findings_come_in_the_order_of_the_rows_of_their_sheet() -> None:
    cells = ["B2", "B9", "B10", "Z10", "AA10", "B100"]
    orders = [order_of(_finding({"sheet": "职责", "cell": cell})) for cell in cells]
    assert orders == sorted(orders)


def _finding(place: dict[str, Any]) -> Finding:
    node = FindingNode.model_construct(source="清单.pdf", locator=place)
    return Finding.model_construct(departments=["民政局"], nodes=[node], sentence=Bilingual("", ""))
