"""Columns of tables: labelled cases of what headers over one row or several mean, and of what content tells."""

import re
from pathlib import Path
from typing import Any

import pytest

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from dutygraph.ingest.word_files import load_words
from tests.ingest.lists.drawn import FORMATS, Drawing

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "columns.yaml")
_GUESSED = re.compile(
    r"表头“(.+?)”未识别，按所填内容作“(.+?)”读取|(第 \d+ 列)没有表头，按所填内容作“(.+?)”读取"
)
_UNKNOWN = re.compile(r"表头“(.+?)”未识别$")
_BESIDE = re.compile("“([^”]*)”一栏不属于")


def said(found: DutyList) -> dict[str, Any]:
    """What a list says, in the form of the cases."""
    return {
        "duties": [
            [duty.number, duty.text, *([task.text, task.office] for task in duty.tasks)]
            for duty in found.duties
        ],
        "boundaries": [
            [each.number, each.matter, *([p.department, p.role, p.division] for p in each.parties)]
            for each in found.boundaries
        ],
        "services": [[s.number, s.name, s.content, s.handler, s.phone] for s in found.services],
        "told": [told for warning in found.warnings if (told := told_by(warning.message))],
    }


def told_by(message: str) -> list[str]:
    match = _GUESSED.search(message) or _UNKNOWN.search(message) or _BESIDE.search(message)
    return [part for part in match.groups() if part] if match else []


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_labelled_case(case: dict[str, Any], suffix: str) -> None:
    drawing = Drawing.of("云溪市澜江区水利局责任清单", f"一、{case['section']}", case["table"])
    (found,) = parse_bytes(FORMATS[suffix](drawing), f"list.{suffix}").lists
    assert said(found) == {"duties": [], "boundaries": [], "services": [], "told": []} | {
        key: value for key, value in case.items() if key not in ("name", "section", "table")
    }
    assert found.title == drawing.title
