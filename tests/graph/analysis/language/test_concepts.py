"""The concepts in clauses of today's lists, and which of them are different things (cases/concepts.yaml)."""

from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases/concepts.yaml").read_text(encoding="utf-8")
)
AMBIGUOUS = (
    "预算",
    "融资",
    "采购",
    "供求",
    "失业",
    "零售",
    "民族",
    "风险",
    "预警",
    "公务员",
    "环境卫生",
    "信用",
    "数据",
)
"""Words that alone only name a field, or have several senses."""


def specific(text: str) -> set[str]:
    """The concepts that a text names, without those that say little."""
    taxonomy = load_taxonomy()
    return {name for name in taxonomy.concept_words.mentions(text) if not taxonomy.concepts[name].broad}


def meeting(left: set[str], right: set[str]) -> list[tuple[str, str]]:
    taxonomy = load_taxonomy()
    return [(a, b) for a, b in product(left, right) if taxonomy.contains(a, b) or taxonomy.contains(b, a)]


@pytest.mark.parametrize(("text", "concepts"), CASES["clauses"].items(), ids=CASES["clauses"])
def test_a_clause_of_today_names_its_thing(text: str, concepts: list[str]) -> None:
    assert specific(text) == set(concepts)


@pytest.mark.parametrize("pair", CASES["apart"], ids="|".join)
def test_different_things_do_not_meet(pair: list[str]) -> None:
    left, right = map(specific, pair)
    assert left | right
    assert meeting(left, right) == []


@pytest.mark.parametrize("pair", CASES["together"], ids="|".join)
def test_the_same_thing_in_other_words_meets(pair: list[str]) -> None:
    left, right = (set(load_taxonomy().concept_words.mentions(text)) for text in pair)
    assert meeting(left, right)


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_word_alone_says_little(word: str) -> None:
    assert specific(word) == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [("军转干部", "军休人员"), ("洪水", "地震"), ("政府采购", "药品采购"), ("城市内涝", "海绵城市")],
)
def test_siblings_exclude_each_other(left: str, right: str) -> None:
    taxonomy = load_taxonomy()
    assert taxonomy.excludes(left, right)
    assert taxonomy.excludes(right, left)


def test_what_contains_another_does_not_exclude_it() -> None:
    taxonomy = load_taxonomy()
    assert not taxonomy.excludes("特种设备", "电梯")
    assert not taxonomy.excludes("电梯", "电梯")
    assert not taxonomy.excludes("电梯", "地震")


def test_no_concept_is_within_two_that_exclude_each_other() -> None:
    taxonomy = load_taxonomy()
    assert [
        (name, a, b)
        for name, concept in taxonomy.concepts.items()
        for a, b in combinations(sorted(concept.around), 2)
        if taxonomy.excludes(a, b)
    ] == []


@given(st.lists(st.sampled_from(sorted(CASES["clauses"])), max_size=4).map("，".join))
def test_a_text_names_what_its_clauses_name(text: str) -> None:
    lexicon = load_taxonomy().concept_words
    named = {name for clause in text.split("，") for name in lexicon.mentions(clause)}
    assert set(lexicon.mentions(text)) == named
