"""The real lists: the expected outputs beside the repository, and the annotation of ``gold``."""

import json
from pathlib import Path
from typing import Any

import pytest

from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.parse import parse_file
from tests.ingest.accounting import unaccounted
from tests.ingest.scoring import score, table
from tests.ingest.sources import SAMPLE, SEEDS, SHARED, needs_seeds

EXAMPLES = sorted((SHARED / "examples").glob("*.json"))
OURS = {
    *("body", "columns", "role", "warnings"),
    *("placed", "placed_by_section", "read_in_part", "sections_read_in_part"),
}
"""Fields that the examples do not have."""
WITHOUT_REMARK = {"matter", "handler"}
"""Fields of the records whose remark the examples do not have."""


def without_white_space(value: Any) -> Any:
    """White space inside a text is not content; fields that the examples lack are left out."""
    if isinstance(value, dict):
        ours = OURS if WITHOUT_REMARK.isdisjoint(value) else {*OURS, "remark"}
        return {name: without_white_space(part) for name, part in value.items() if name not in ours}
    if isinstance(value, list):
        return [without_white_space(part) for part in value]
    return "".join(value.split()) if isinstance(value, str) else value


@needs_seeds
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_expected_output(example: Path) -> None:
    (expected,) = json.loads(example.read_text(encoding="utf-8"))["documents"]
    lists = parse_file(SHARED / "seeds" / expected["source"]).lists
    found = {one.locator.line: one.model_dump() for one in lists}
    for wanted in expected["lists"]:
        assert without_white_space(found[wanted["locator"]["line"]]) == without_white_space(wanted)


@pytest.mark.parametrize(
    "paths", [pytest.param(SEEDS, marks=needs_seeds, id="seeds"), pytest.param(SAMPLE, id="sample")]
)
def test_annotation(paths: list[Path]) -> None:
    scores = score(paths)
    assert scores["all"].f1 >= 0.99, table(scores)
    assert all(one.f1 >= 0.95 for one in scores.values()), table(scores)


@needs_seeds
def test_every_text_stands_under_its_duty() -> None:
    """The labels beside the repository name, for each line with a duty or task, the line of the duty."""
    labels = json.loads((SHARED / "labels" / "duty-of-line.json").read_text(encoding="utf-8"))
    (path,) = [path for path in SEEDS if path.name.startswith("003")]
    found = {
        str(line): duty.locator.line
        for one in parse_file(path).lists
        for duty in one.duties
        for line in [duty.locator.line, *(task.locator.line for task in duty.tasks)]
    }
    assert found == labels


@pytest.mark.parametrize("path", [*SEEDS, *SAMPLE], ids=lambda path: path.stem)
def test_nothing_is_dropped_in_silence(path: Path) -> None:
    assert unaccounted(decode(path.read_bytes(), path.name), parse_file(path)) == []
