"""A finding points to a declared matter that is near only if it is about its thing (cases/near_matters.yaml)."""

from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.analysis.boundaries.declared_matters import (
    AssignedBody,
    DeclaredMatter,
    Division,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.detector import overlaps
from dutygraph.graph.analysis.overlap.wording.near_matters import is_about
from dutygraph.graph.analysis.overlap.wording.object_wording import object_wording
from dutygraph.ingest.word_files import load_words
from tests.graph.analysis.overlap.district import measured
from tests.graph.analysis.overlap.test_sentences import OTHERS

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases/near_matters.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_a_pointer_is_about_the_thing(case: dict[str, Any]) -> None:
    one, other, taxonomy = case["one"], case["other"], load_taxonomy()
    measures = measured([*one.items(), *other.items(), *OTHERS])
    pair = next(group for group in overlaps(measures, taxonomy) if group.bodies == {*one, *other}).pairs[0]
    thing = object_wording(pair.score, pair.claims, taxonomy).zh
    assert is_about(0, thing, pair, _declared(case), taxonomy) == case["shown"]


def _declared(case: dict[str, Any]) -> DeclaredBoundaries:
    parts = tuple(
        Division(f"part-{body}", text, (AssignedBody(body, body, False),))
        for body, text in case["parts"].items()
    )
    bodies = [*case["one"], *case["other"], *case["parts"]]
    matter = DeclaredMatter("matter", case["matter"], bodies[-1], parts)
    return DeclaredBoundaries(RegionTexts((matter,), names={name: [name] for name in bodies}), lists=3)
