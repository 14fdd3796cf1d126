"""Header rows: labelled cases of what their words mean."""

from pathlib import Path
from typing import Any

import pytest

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from dutygraph.ingest.word_files import load_words

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "headers.yaml")


def read(section: str, header: list[str]) -> DutyList:
    """Read a list of one table with this header and one row."""
    row = [f"第{column}格" for column, _ in enumerate(header, start=1)]
    text = "\n".join(["云溪区档案局责任清单", f"一、{section}登记表", "\t".join(header), "\t".join(row), ""])
    return parse_bytes(text.encode(), "list.txt").lists[0]


@pytest.mark.parametrize("case", CASES, ids=["·".join(case["header"]) for case in CASES])
def test_labelled_case(case: dict[str, Any]) -> None:
    found = read(case["section"], case["header"])
    assert found.columns == {case["section"]: [role for role in case["columns"] if role]}
    unknown = [text for text, role in zip(case["header"], case["columns"], strict=True) if role is None]
    codes = ("unknown_column", "beside_column")
    told = " ".join(warning.message for warning in found.warnings if warning.code in codes)
    assert bool(told) == bool(unknown)
    assert all(text in told for text in unknown)
