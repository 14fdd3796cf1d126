"""Lists in odd characters: radicals, traditional, full-width; labelled cases, and what holds of every character."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.characters import Words, folded, unified
from dutygraph.ingest.parse import parse_bytes
from tests.ingest.crafted import as_csv, as_docx, as_html, as_text, as_xlsx
from tests.ingest.partial import differences

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "characters.yaml").read_text(encoding="utf-8")
)
ODD = st.characters(min_codepoint=0x2E80, max_codepoint=0xFFEF)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_labelled_case(case: dict[str, Any]) -> None:
    (read,) = parse_bytes(case["text"].encode(), "list.txt").lists
    assert differences(case["list"], read.model_dump(mode="json")) == []


FORMATS: dict[str, Callable[..., bytes]] = {
    ".txt": as_text,
    ".csv": as_csv,
    ".docx": as_docx,
    ".html": as_html,
    ".xlsx": as_xlsx,
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_radicals_are_characters_in_every_format(suffix: str) -> None:
    row = ("1", "负责⻓期照护⼯作", "养⽼股", "检查⻝堂", "")
    (read,) = parse_bytes(FORMATS[suffix]([row], "云溪市澜江区⺠政局"), "list" + suffix).lists
    duty = read.duties[0]
    assert (read.department, duty.text) == ("云溪市澜江区民政局", "负责长期照护工作")
    assert [(task.text, task.office) for task in duty.tasks] == [("检查食堂", "养老股")]


@given(st.text(ODD))
def test_offsets_stay_right(text: str) -> None:
    assert len(unified(text)) == len(folded(text)) == len(text)


@given(st.text(ODD))
def test_what_is_unified_or_folded_stays_as_it_is(text: str) -> None:
    assert unified(unified(text)) == unified(text)
    assert folded(folded(text)) == folded(text)


def test_a_word_is_found_in_whatever_characters() -> None:
    words = Words(["责任股室", "A类"])
    assert all(word in words for word in ("責任股室", "责任股室", "Ａ類"))
    assert not any(word in words for word in ("責任股", "責" * 1000))
