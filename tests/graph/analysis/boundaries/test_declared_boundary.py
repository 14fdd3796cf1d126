"""Whether a boundary is declared between two texts is told as labelled, the same in any order, and fast."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.boundaries.declared_boundary import boundary_between
from dutygraph.graph.analysis.boundaries.declared_matters import (
    AssignedBody,
    DeclaredMatter,
    Division,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries
from dutygraph.ingest.word_files import load_words

CASES: dict[str, Any] = load_words(Path(__file__).parent / "cases" / "declared_boundary.yaml")
BODIES = ("民政局", "卫健局", "财政局", "发改局", "水利局")


def _division(row: dict[str, Any], id_: str) -> Division:
    named = tuple(AssignedBody(name, name, False) for name in row.get("bodies", ()))
    vague = (AssignedBody(row["whoever"], row["whoever"], True),) if "whoever" in row else ()
    return Division(id_, row["text"], named + vague, row.get("case", ""))


def _matters() -> DeclaredBoundaries:
    matters = tuple(
        DeclaredMatter(
            row["name"],
            row["name"],
            row["declarer"],
            tuple(_division(part, f"{row['name']}/{at}") for at, part in enumerate(row["divisions"])),
        )
        for row in CASES["matters"]
    )
    return DeclaredBoundaries(RegionTexts(matters, names={name: [name] for name in BODIES}), lists=9)


MATTERS = _matters()
TEXTS = [case[side][1] for case in CASES["cases"] for side in ("left", "right")]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["left"][1])
def test_labelled_case(case: dict[str, Any]) -> None:
    (left_body, left), (right_body, right) = case["left"], case["right"]
    found = boundary_between(left, right, left_body, right_body, MATTERS)
    assert (found.answer, found.matters[:1]) == (
        case["answer"],
        (case["matter"],) if "matter" in case else (),
    )


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.permutations(BODIES).map(lambda bodies: bodies[:2]))
def test_the_order_of_the_sides_does_not_count(left: str, right: str, bodies: list[str]) -> None:
    one, other = bodies
    assert boundary_between(left, right, one, other, MATTERS) == boundary_between(
        right, left, other, one, MATTERS
    )


@given(st.text(), st.text())
def test_any_text_is_answered_with_at_most_three_matters(left: str, right: str) -> None:
    found = boundary_between(left, right, *BODIES[:2], MATTERS)
    assert len(found.matters) <= 3
    assert (found.answer == "none") == (not found.matters)


def test_ten_thousand_pairs_take_little_time() -> None:
    began = time.process_time()
    for _ in range(10_000 // len(TEXTS)):
        for left, right in zip(TEXTS, reversed(TEXTS), strict=True):
            boundary_between(left, right, *BODIES[:2], MATTERS)
    assert time.process_time() - began < 10
