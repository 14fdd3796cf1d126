"""The rules find in the sample district what its authors planted, and nothing else."""

from typing import Any

import pytest
import yaml

from graph.store import GraphStore
from queries.finding import Finding
from queries.findings import find
from queries.rules import rules
from tests.queries.conftest import DATA

Place = tuple[str, int]
EXPECTED: list[dict[str, Any]] = yaml.safe_load((DATA / "expected.yaml").read_text(encoding="utf-8"))[
    "findings"
]


def _expected_key(entry: dict[str, Any]) -> tuple[tuple[str, ...], tuple[Place, ...], str]:
    nodes = entry.get("nodes", [entry])
    places = tuple((node["source"], node["line"]) for node in nodes)
    return tuple(entry["departments"]), places, entry.get("section", "")


def _found_key(finding: Finding) -> tuple[tuple[str, ...], tuple[Place, ...], str]:
    places = tuple((node.source, node.locator["line"]) for node in finding.nodes)
    section = finding.sentence.zh.split("“")[1].split("”")[0] if finding.kind == "gap.section" else ""
    return tuple(finding.departments), places, section


@pytest.mark.parametrize("kind", rules())
def test_rule_finds_what_was_planted(kind: str, sample: GraphStore) -> None:
    expected = [_expected_key(e) for e in EXPECTED if e["kind"] == kind and "detector" not in e]
    found = [_found_key(finding) for finding in find(sample, kinds=[kind]).findings]
    assert sorted(found) == sorted(expected)


def test_every_kind_without_a_later_detector_has_a_rule() -> None:
    assert {entry["kind"] for entry in EXPECTED if "detector" not in entry} <= set(rules())
