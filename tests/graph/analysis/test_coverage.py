"""What the rest of a list leaves out of a duty is told as labelled."""

from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.analysis.coverage import uncovered
from dutygraph.graph.analysis.language.routine import is_routine
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.powers import SupervisionText, unsupervised
from dutygraph.ingest.word_files import load_words

CASES: dict[str, list[dict[str, Any]]] = load_words(Path(__file__).parent / "cases" / "coverage.yaml")


@pytest.mark.parametrize("case", CASES["uncovered"], ids=lambda case: case["about"])
def test_uncovered(case: dict[str, Any]) -> None:
    assert uncovered(case["duty"], case["tasks"]) == case["uncovered"]


@pytest.mark.parametrize("case", CASES["routine"], ids=lambda case: case["text"])
def test_routine(case: dict[str, Any]) -> None:
    assert is_routine(case["text"], (), load_taxonomy()) is case["routine"]


@pytest.mark.parametrize("case", CASES["unsupervised"], ids=lambda case: case["about"])
def test_unsupervised(case: dict[str, Any]) -> None:
    regimes = [SupervisionText(title, title) for title in case["regimes"]]
    assert unsupervised(case["texts"], regimes) == case["unsupervised"]
