"""Whether a list answers a part of a matter, in whatever words, is told as labelled."""

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
from dutygraph.graph.model import Ref
from dutygraph.ingest.word_files import load_words

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "answers.yaml")
ANSWERED = 0.35
"""From here on boundary.one_sided takes a part for answered."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_answer(case: dict[str, Any]) -> None:
    party = Division("part", case["part"], (AssignedBody("party", "区某局", False),))
    duties = tuple(ListedDuty(Ref("Duty", str(at)), text) for at, text in enumerate(case["own"]))
    region = RegionTexts((DeclaredMatter("matter", case["matter"], "declarer", (party,)),), {"party": duties})
    [edge] = division_coverage(region)
    score = edge.properties["score"]
    assert isinstance(score, float)
    assert (score >= ANSWERED) is case["answered"], score
