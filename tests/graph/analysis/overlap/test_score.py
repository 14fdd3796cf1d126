"""Scores are sums of their parts, the same in either direction; what is no finding says why (cases/pairs.yaml)."""

import math
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.pairs.candidates import candidates
from dutygraph.graph.analysis.overlap.pairs.exclusions import EXCLUSION_REASONS, ExclusionReason
from dutygraph.graph.analysis.overlap.pairs.score import LEAST, score
from tests.graph.analysis.language.test_clauses import CASES
from tests.graph.analysis.overlap.district import Said, measured

PAIRS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/pairs.yaml").read_text(encoding="utf-8")
)
LABELLED: Said = [(case["body"], case["text"]) for case in CASES]
DISTRICT = measured(LABELLED)
NUMBERS = st.integers(0, len(DISTRICT.district.claims) - 1)


@given(NUMBERS, NUMBERS)
def test_a_score_is_the_same_in_either_direction(one: int, other: int) -> None:
    there, back = (score(pair, DISTRICT, load_taxonomy()) for pair in ((one, other), (other, one)))
    if there is None or back is None:
        assert there is back
        return
    assert there.suppressed == back.suppressed
    assert there.scope == back.scope
    assert {one.concept for one in there.shared} == {one.concept for one in back.shared}
    assert there.parts.keys() == back.parts.keys()
    for name, value in there.parts.items():
        assert math.isclose(value, back.parts[name], abs_tol=1e-12)


@given(NUMBERS, NUMBERS)
def test_a_score_is_the_sum_of_its_parts_and_lies_between_0_and_1(one: int, other: int) -> None:
    found = score((one, other), DISTRICT, load_taxonomy())
    if found is not None:
        assert found.value == max(0, min(1, sum(found.parts.values())))
        assert bool(found.suppressed) == (not found.parts)


BODIES = st.sampled_from(sorted({body for body, _ in LABELLED}))
DUTIES = st.lists(st.sampled_from([text for _, text in LABELLED]), min_size=1, max_size=3).map("，".join)


@given(st.lists(st.tuples(BODIES, DUTIES), min_size=2, max_size=12))
def test_candidates_come_once_and_stand_between_bodies(said: list[tuple[str, str]]) -> None:
    measures, taxonomy = measured(said), load_taxonomy()
    claims = measures.district.claims
    found = candidates(measures, taxonomy)
    assert found == sorted(set(found))
    assert all(one < other for one, other in found)
    assert all(claims[one].statement.body != claims[other].statement.body for one, other in found)


@given(st.lists(st.tuples(BODIES, DUTIES), min_size=2, max_size=12))
def test_no_pair_that_shares_an_object_is_overlooked(said: list[tuple[str, str]]) -> None:
    measures, taxonomy = measured(said), load_taxonomy()
    claims = measures.district.claims
    proposed = set(candidates(measures, taxonomy))
    for one, other in combinations(range(len(claims)), 2):
        if claims[one].statement.body != claims[other].statement.body and (one, other) not in proposed:
            found = score((one, other), measures, taxonomy)
            shared = claims[one].objects.keys() & claims[other].objects.keys()
            assert found is None or not shared or found.suppressed


@pytest.mark.parametrize(
    "case", PAIRS, ids=lambda case: "，".join((*case["one"].values(), *case["other"].values()))
)
def test_why_a_pair_is_no_finding(case: dict[str, Any]) -> None:
    measures = measured([*case["one"].items(), *case["other"].items()])
    found = score((0, 1), measures, load_taxonomy())
    if case["reason"] == "unrelated":
        assert found is None
        return
    assert found is not None
    assert (found.suppressed or found.doubt or "none") == case["reason"]
    assert found.value >= LEAST or case["reason"] != "none"


def test_every_reason_has_cases_and_words() -> None:
    reasons = set(get_args(ExclusionReason))
    assert reasons == set(EXCLUSION_REASONS) == {case["reason"] for case in PAIRS} - {"unrelated", "none"}
