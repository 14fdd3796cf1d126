"""Whether a list answers a part of a matter, in whatever words, and what of it comes nearest, is told as labelled."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.analysis.boundaries.declared_matters import (
    AssignedBody,
    DeclaredMatter,
    Division,
    ListedDuty,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.unanswered_part import division_coverage
from dutygraph.graph.model import Ref, Value
from dutygraph.ingest.word_files import load_words

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "answers.yaml")
NEAREST: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "nearest.yaml")
ANSWERED = 0.35
"""From here on boundary.one_sided takes a part for answered."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_answer(case: dict[str, Any]) -> None:
    score = _answer(case)["score"]
    assert isinstance(score, float)
    assert (score >= ANSWERED) is case["answered"], score


@pytest.mark.parametrize("case", NEAREST, ids=lambda case: case["about"])
def test_nearest(case: dict[str, Any]) -> None:
    assert _answer(case)["nearest"] == case["nearest"]


def _answer(case: dict[str, Any]) -> Mapping[str, Value]:
    """Return what is told of the only part of the only matter in a region."""
    party = Division("part", case["part"], (AssignedBody("party", "区某局", False),))
    matter = DeclaredMatter("matter", case["matter"], "declarer", (party,))
    duties = tuple(ListedDuty(Ref("Duty", str(at)), text) for at, text in enumerate(case["own"]))
    others = tuple(
        ListedDuty(Ref("SupervisionRegime", title), text, title) for title, text in case.get("others", ())
    )
    region = RegionTexts((matter,), {"party": duties}, others={"party": others})
    [edge] = division_coverage(region)
    return edge.properties
