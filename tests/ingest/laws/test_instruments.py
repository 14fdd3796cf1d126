"""Instruments: which mentions are one, and how document numbers are folded."""

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.laws.instruments import canonical_title, fold_document_number, instrument_key

Mention = tuple[str, str | None]
GROUPS: list[list[Mention]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "instruments.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("group", GROUPS, ids=[group[0][0] or str(group[0][1]) for group in GROUPS])
def test_mentions_of_one_instrument_share_a_key(group: list[Mention]) -> None:
    assert len({instrument_key(*mention) for mention in group}) == 1


def test_instruments_have_keys_of_their_own() -> None:
    for one, other in combinations(GROUPS, 2):
        assert instrument_key(*one[0]) != instrument_key(*other[0])


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("国办发[2004]050号", "国办发〔2004〕50号"),
        ("国办发（2004） 50 号", "国办发〔2004〕50号"),
        ("国办发【２００４】５０号", "国办发〔2004〕50号"),
        ("中发﹝2001﹞9号", "中发〔2001〕9号"),
        ("公安部令[2004]第73号", "公安部令〔2004〕73号"),
        ("中华人民共和国主席令第六十三号", "主席令第63号"),
        ("国办函2016〕25号", "国办函〔2016〕25号"),
        ("国办函〔2016 25号", "国办函〔2016〕25号"),
        ("国务院令488号", "国务院令第488号"),
        ("第226号省长令", "第226号省长令"),
        ("商务部令2012年第9号", "商务部令2012年第9号"),
    ],
)
def test_document_numbers_are_folded(printed: str, folded: str) -> None:
    assert fold_document_number(printed) == folded


@given(st.text(alphabet="国发令第〔〕[]()（）【】0129２ 号一十百年", max_size=20))
def test_folding_twice_changes_nothing(number: str) -> None:
    once = fold_document_number(number)
    assert fold_document_number(once) == once


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("中华人民共和国档案法", "档案法"),
        ("湖南省实施<殡葬管理条例>办法", "湖南省实施〈殡葬管理条例〉办法"),
        ("教育裁量权基准(试行)", "教育裁量权基准（试行）"),
        ("土地管理法（2004年修正）", "土地管理法"),
    ],
)
def test_titles_are_shown_in_one_spelling(printed: str, shown: str) -> None:
    assert canonical_title(printed) == shown
