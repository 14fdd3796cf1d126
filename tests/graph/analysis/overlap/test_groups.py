"""Pairs of claims become pairs of duties, and these findings that can be read."""

import math
import os
import subprocess
import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.detector import overlaps
from dutygraph.graph.analysis.overlap.pairs.groups import MOST_BODIES, MOST_PAIRS, OverlapGroup
from dutygraph.graph.analysis.overlap.pairs.score import LEAST
from tests.graph.analysis.language.test_clauses import CASES
from tests.graph.analysis.overlap.district import Said, measured
from tests.ingest.sources import ROOT

LEADER = ("应急管理局", "监督检查全区安全生产工作")
DISTRICTS = st.lists(
    st.tuples(*(st.sampled_from(sorted({case[key] for case in CASES})) for key in ("body", "text"))),
    max_size=40,
)


def found(said: Said) -> list[OverlapGroup]:
    return overlaps(measured(said), load_taxonomy())


@given(DISTRICTS)
def test_a_finding_is_small_enough_to_read_and_about_one_object(said: list[tuple[str, str]]) -> None:
    for group in found(said):
        assert 1 <= len(group.pairs) <= MOST_PAIRS
        assert 2 <= len(group.bodies) <= MOST_BODIES
        assert len({pair.object for pair in group.pairs}) == 1
        assert all(one.value >= other.value for one, other in pairwise(group.pairs))


@given(DISTRICTS)
def test_every_pair_of_duties_is_told_once_with_a_score_that_adds_up(said: list[tuple[str, str]]) -> None:
    pairs = [pair for group in found(said) for pair in group.pairs]
    assert len({(frozenset(pair.duties), pair.object) for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert len(pair.bodies) == 2
        assert LEAST <= pair.value <= 1
        assert math.isclose(pair.value, sum(pair.parts.values()))


def test_what_meets_many_bodies_is_told_in_several_findings() -> None:
    said = [LEADER, *((f"第{number}街道", "监督检查安全生产") for number in "一二三四五六七八")]
    told = [group for group in found(said) if len(group.bodies) > 1]
    assert {body for group in told for body in group.bodies} == {body for body, _ in said}
    assert len(told) >= (len(said) - 1) / (MOST_BODIES - 1)


def test_what_tells_the_same_again_counts_less() -> None:
    line = [("交通运输局", text) for text in ("检查渡口安全", "检查船舶安全", "检查水上交通安全")]
    pairs = [pair for group in found([LEADER, *line]) for pair in group.pairs]
    first, *later = sorted((pair.again for pair in pairs if pair.topic == "安全生产"), reverse=True)
    assert first == 0
    assert len(later) >= 1
    assert all(one > other for one, other in pairwise((first, *later)))


def print_scores() -> None:
    """Print what overlaps in a district of two bodies of each kind, to the last bit."""
    said = [(f"第{number}{case['body']}", case["text"]) for number in "一二" for case in CASES]
    for group in found(said):
        sys.stdout.write(f"{[(pair.duties, pair.value) for pair in group.pairs]}\n")


def test_the_order_of_sets_changes_nothing() -> None:
    """Else equal pairs would change places, and findings their ids, from one run to the next."""
    program = f"from {__name__} import print_scores; print_scores()"
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outcomes) == 1
    assert outcomes != {b""}
