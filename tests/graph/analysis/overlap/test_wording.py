"""The sentence of a finding names the thing and what either side does to it (cases/told.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.district import short_names
from dutygraph.graph.analysis.overlap.detector import overlaps
from dutygraph.graph.analysis.overlap.wording.common_phrases import LONGEST, common_phrases
from dutygraph.graph.analysis.overlap.wording.overlap_sentence import overlap_wording
from tests.graph.analysis.overlap.district import measured
from tests.graph.analysis.overlap.test_sentences import OTHERS

TOLD: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/told.yaml").read_text(encoding="utf-8")
)
PIECES = ("检查", "餐饮油烟", "窨井盖", "人口老龄化", "未", "不合格车辆", "、", "的", "，", "本级", "情况")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@pytest.mark.parametrize("case", TOLD, ids=lambda case: str(case["object"]))
def test_a_finding_names_the_thing_and_the_acts_of_both(case: dict[str, Any]) -> None:
    one, other = case["one"], case["other"]
    measures = measured([*one.items(), *other.items(), *OTHERS])
    group = next(group for group in overlaps(measures, load_taxonomy()) if group.bodies == {*one, *other})
    told = overlap_wording(group, measures.district.names, load_taxonomy())
    assert told.object.zh == case["object"]
    for body, acts in zip((*one, *other), case["acts"], strict=True):
        assert f"{body}“{acts}”" in told.story.zh or f"都“{acts}”" in told.story.zh


def test_the_english_sentence_says_who_is_responsible_and_who_helps() -> None:
    said = [("应急管理局", "组织仓库火灾救援"), ("卫生健康局", "参与仓库火灾救援"), *OTHERS]
    measures = measured(said)
    group = next(iter(overlaps(measures, load_taxonomy())))
    told = overlap_wording(group, measures.district.names, load_taxonomy())
    assert "应急管理局 is responsible for emergency response" in told.story.en
    assert "卫生健康局 helps with emergency response" in told.story.en


def test_a_region_is_left_out_in_brackets_too() -> None:
    names = {
        "a": "云溪市澜江区农办（澜江区农业局、澜江区林业局）",
        "b": "云溪市澜江区民政局",
        "c": "云溪市澜江区财政局",
    }
    assert short_names(names) == {"a": "农办（农业局、林业局）", "b": "民政局", "c": "财政局"}


@given(TEXTS, TEXTS)
def test_phrases_in_common_are_short_and_stand_in_both_texts(left: str, right: str) -> None:
    phrases = common_phrases(left, right)
    assert all(2 <= len(phrase.text) <= LONGEST for phrase in phrases)
    assert all(phrase.text in text for phrase in phrases for text in (left, right))
    assert len({phrase.text for phrase in phrases}) == len(phrases)


def test_a_phrase_is_made_of_whole_words() -> None:
    found = {phrase.text for phrase in common_phrases("应对人口老龄化的政策", "人口老龄化规划")}
    assert "人口老龄化" in found
    assert "人口老龄" not in found
    found = {phrase.text for phrase in common_phrases("制止不合格车辆上路", "对不合格车辆罚款")}
    assert "不合格车辆" in found
    assert "合格车辆" not in found
