"""A score is shown as the sum of its parts, where it is one."""

from typing import Any

import pytest

from dutygraph.queries.findings.models import Finding
from dutygraph.visualize.waterfall import waterfall

FINDING: dict[str, Any] = {
    "id": "finding-1",
    "kind": "overlap.duty",
    "class": "overlap",
    "severity": "high",
    "departments": [],
    "nodes": [],
    "pairs": [],
    "declared": None,
    "sentence": {"zh": "", "en": ""},
    "options": [],
    "verdict": None,
}


def finding(score: float, *values: float) -> Finding:
    parts = [{"name": "part", "value": value, "zh": "部分", "en": "part"} for value in values]
    return Finding.model_validate({**FINDING, "score": score, "parts": parts})


def test_each_step_begins_where_the_last_one_ends() -> None:
    steps = waterfall(finding(0.6, 0.4, 0.3, -0.1))
    assert [step.begin for step in steps] == pytest.approx([0, 0.4, 0.6])
    assert [step.width for step in steps] == pytest.approx([0.4, 0.3, 0.1])
    assert [step.falls for step in steps] == [False, False, True]


def test_parts_that_are_no_sum_make_no_steps() -> None:
    assert waterfall(finding(0.9, 0.2)) == []
