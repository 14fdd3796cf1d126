"""The rules find in the sample district what its authors planted; all kinds but overlaps, nothing else."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.word_files import load_words
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rules.headers import rules
from tests.queries.conftest import DATA
from tests.queries.found import find
from tests.queries.labelled import EVIDENCE

Place = tuple[str, int]
EXPECTED: list[dict[str, Any]] = load_words(DATA / "expected.yaml")["findings"]
FAULTS: dict[str, list[dict[str, Any]]] = load_words(Path(__file__).parent / "known_faults.yaml")
OVERLAPS = ("overlap.duplicate", "overlap.duty")
PLANTED_ONLY = (*OVERLAPS, "boundary.undeclared")
AROUND = ("task", "regime")
FIRST = 40
"""Among the first so many overlaps stand all that were planted as strong."""
STATEMENTS = """
MATCH (duty:Duty)
OPTIONAL MATCH (duty)-[:HAS_TASK]->(task:Task)
WITH duty, collect(task) AS tasks
UNWIND tasks + [duty] AS n
MATCH (n)-[e:EXTRACTED_FROM]->(d:Document)
RETURN duty.id AS duty, d.source AS source, e.locator AS locator
"""


def _expected_key(entry: dict[str, Any]) -> tuple[tuple[str, ...], tuple[Place, ...], str]:
    nodes = entry.get("nodes", [entry])
    places = tuple((node["source"], node["line"]) for node in nodes)
    return tuple(entry["departments"]), places, entry.get("section", "")


def _found_key(finding: Finding) -> tuple[tuple[str, ...], tuple[Place, ...], str]:
    """Without what is shown as evidence only: the tasks and regimes among which something is missing, the nearest texts."""
    first, *others = finding.nodes
    nodes = [first, *(node for node in others if node.role not in (*AROUND, *EVIDENCE))]
    places = tuple((node.source, node.locator["line"]) for node in nodes)
    section = finding.sentence.zh.split("“")[1].split("”")[0] if finding.kind == "gap.section" else ""
    return tuple(finding.departments), places, section


MISSED = {(entry["kind"], _expected_key(entry)) for entry in FAULTS["missed"]}


@pytest.mark.parametrize("kind", sorted({rule.kind for rule in rules().values()} - {*PLANTED_ONLY}))
def test_rule_finds_what_was_planted(kind: str, sample: GraphStore) -> None:
    expected, missed, wrong = (
        Counter(_expected_key(e) for e in entries if e["kind"] == kind)
        for entries in (EXPECTED, FAULTS["missed"], FAULTS["wrong"])
    )
    found = Counter(_found_key(finding) for finding in find(sample, kinds=[kind]).findings)
    assert missed <= expected
    assert found == expected - missed + wrong


@pytest.fixture(scope="module")
def duties(sample: GraphStore) -> dict[Place, str]:
    """The duty to which a place in the documents belongs: a planted overlap may be shown by any task of its duty."""
    rows = sample.read(STATEMENTS)
    return {(row["source"], json.loads(row["locator"])["line"]): row["duty"] for row in rows}


@pytest.fixture(scope="module")
def ranks(sample: GraphStore, duties: dict[Place, str]) -> dict[frozenset[str], int]:
    """The rank, from 1, of the first finding that compares two duties."""
    ranks: dict[frozenset[str], int] = {}
    for rank, finding in enumerate(find(sample, kinds=OVERLAPS).findings, start=1):
        of_node = [duties[node.source, node.locator["line"]] for node in finding.nodes]
        for one, other in finding.pairs:
            ranks.setdefault(frozenset((of_node[one], of_node[other])), rank)
    return ranks


@pytest.mark.parametrize(
    "entry",
    [entry for entry in EXPECTED if entry["kind"] in OVERLAPS],
    ids=lambda entry: entry["why"]["zh"],
)
def test_planted_overlap_is_found(
    entry: dict[str, Any], duties: dict[Place, str], ranks: dict[frozenset[str], int]
) -> None:
    pair = frozenset(duties[node["source"], node["line"]] for node in entry["nodes"])
    if (entry["kind"], _expected_key(entry)) in MISSED:
        assert pair not in ranks
        return
    assert pair in ranks
    if entry["strength"] == "strong":
        assert ranks[pair] <= FIRST


def test_departments_that_overlap_without_a_boundary_are_told(sample: GraphStore) -> None:
    expected = {
        frozenset(entry["departments"])
        for entry in EXPECTED
        if entry["kind"] == "boundary.undeclared" and (entry["kind"], _expected_key(entry)) not in MISSED
    }
    found = {
        frozenset(finding.departments) for finding in find(sample, kinds=["boundary.undeclared"]).findings
    }
    assert expected - found == set()


def test_every_kind_that_was_planted_has_a_rule() -> None:
    assert {entry["kind"] for entry in EXPECTED} <= {rule.kind for rule in rules().values()}
