"""Labelled cases: how the items of a cell and the regimes of a section are told apart."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.items import split_items
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import Locator

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    labelled: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return labelled


@pytest.mark.parametrize("case", cases("items"), ids=lambda case: case["cell"])
def test_items_of_a_cell(case: dict[str, Any]) -> None:
    lines = case["cell"].split("⏎")
    cell = Cell([Span(line, Locator(line=number)) for number, line in enumerate(lines, 1)])
    assert [item.text for item in split_items(cell, case.get("follows"))] == case["items"]


@pytest.mark.parametrize("case", cases("regimes"), ids=lambda case: case["name"])
def test_regimes_of_a_section(case: dict[str, Any]) -> None:
    text = "\n".join(["澜江区某局责任清单", "三、事中事后监管制度", *case["lines"]])
    (found,) = parse_bytes(text.encode(), "list.txt").lists
    assert {one.title: [part.heading for part in one.body] for one in found.supervision} == case["regimes"]
    assert [section for one in found.supervision for section in one.sections] == [
        heading for headings in case["regimes"].values() for heading in headings if heading
    ]
