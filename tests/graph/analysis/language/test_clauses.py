"""Texts are cut without loss, and clauses say what an officer reads in them (cases/clauses.yaml)."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.clauses import SHORTEST, cut
from dutygraph.graph.analysis.language.wording import wording_of
from dutygraph.ingest.word_files import load_words

Case = dict[str, Any]
CASES: list[Case] = load_words(Path(__file__).parent / "cases/clauses.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_clause_says_what_an_officer_reads(case: Case) -> None:
    assert wording_of(case["text"]).acts >= set(case["acts"])
    assert wording_of(case["text"]).concepts == set(case["objects"])


def test_enough_clauses_are_labelled_and_each_once() -> None:
    assert len({(case["text"], case["body"], case.get("duty")) for case in CASES}) == len(CASES) >= 60


PHRASES = st.sampled_from(
    [
        "贯彻执行国家安全生产法律法规",
        "承办区政府交办的其他事项",
        "审批公墓",
        "负责全区统计",
        "查处违法排污",
        "第三方评估",
        "组织森林防火和病虫害防治工作",
        "按要求完成布置的工作",
        "实施",
    ]
)
MARKS = st.sampled_from(
    ["，", "。", "；", "：", "\n", "、", ",;", " ", "（一）", "一、", "2.", "3）", "（", "）", ""]
)
TEXTS = st.lists(PHRASES | MARKS, max_size=12).map("".join) | st.text(
    "一二三1、，。；：（）\n 承办交办的其他事项贯彻法律", max_size=60
)


def letters(*texts: str) -> Counter[str]:
    """All characters but punctuation, blanks and what numbers are written with."""
    return Counter("".join(re.findall(r"[^\W\d_一二三四五六七八九十]", "".join(texts))))


@given(TEXTS)
def test_no_letter_is_lost(text: str) -> None:
    found = cut(text)
    assert letters(text) == letters(*found.clauses, *(clause for clause, _ in found.formulas))


@given(TEXTS)
def test_clauses_are_pieces_of_the_text_or_joined_from_them(text: str) -> None:
    found = cut(text)
    for clause in (*found.clauses, *(clause for clause, _ in found.formulas)):
        pieces = clause.split("，")
        assert all(piece and piece in text for piece in pieces)
        assert all(len(piece) < SHORTEST for piece in pieces[1:])


@given(TEXTS)
def test_what_was_cut_is_cut(text: str) -> None:
    for clause in cut(text).clauses:
        assert cut(clause).clauses in ((clause,), ())


@pytest.mark.parametrize(
    ("text", "clauses", "formulas"),
    [
        (
            "（一）审批公墓；（二）登记社会团体和民办非企业单位。",
            ["审批公墓", "登记社会团体和民办非企业单位"],
            [],
        ),
        ("指导养老机构开展安全检查，监督整改。", ["指导养老机构开展安全检查，监督整改"], []),
        ("贯彻执行统计法律法规，承办局长交办的其他事项。", [], ["obey", "other"]),
        ("贯彻执行统计法律法规和组织普查登记工作。", ["贯彻执行统计法律法规和组织普查登记工作"], []),
        ("", [], []),
    ],
)
def test_formulas_are_told_apart(text: str, clauses: list[str], formulas: list[str]) -> None:
    found = cut(text)
    assert list(found.clauses) == clauses
    assert [reason for _, reason in found.formulas] == formulas
