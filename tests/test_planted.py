"""The districts written by people who had not seen the detector: their answers point at what they mean."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.planted import (
    DISTRICTS,
    District,
    NearMiss,
    Overlap,
    Place,
    boundary_right,
    first_joining,
    first_telling,
    read_planted,
)
from dutygraph.bilingual import Bilingual
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import DutyList
from dutygraph.queries.findings.models import Finding

Lists = dict[str, DutyList]
WHY = Bilingual(zh="例", en="an example")
MATTER = {"matter": "活禽", "declared_by": "卫生健康局"}


@pytest.fixture(scope="module", params=DISTRICTS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of a district."""
    return Path(request.param)


@pytest.fixture(scope="module")
def planted(folder: Path) -> District:
    """What is planted in it."""
    return read_planted(folder)


@pytest.fixture(scope="module")
def lists(folder: Path) -> Lists:
    """Its lists, by the names of their files."""
    return {path.name: one for path in sorted(folder.glob("*.txt")) for one in parse_file(path).lists}


def test_the_lists_are_read_whole(lists: Lists) -> None:
    assert len(lists) in (9, 10)
    for one in lists.values():
        assert (one.warnings, len(one.sections_present)) == ([], 4)


def test_each_place_is_a_duty_or_a_task_and_is_planted_once(planted: District, lists: Lists) -> None:
    duties = [(name, duty) for name, one in lists.items() for duty in one.duties]
    statements = {(name, duty.locator.line) for name, duty in duties}
    statements |= {(name, task.locator.line) for name, duty in duties for task in duty.tasks}
    of_overlaps = [place for one in planted.overlaps for place in one.places]
    assert len(of_overlaps) == len(set(of_overlaps))
    misses = [one.places for one in planted.near_misses]
    assert len(misses) == len(set(misses))
    places = {(place.source, place.line) for place in (*of_overlaps, *frozenset().union(*misses))}
    assert (len(planted.overlaps), len(planted.near_misses)) == (30, 45)
    assert {*places, *((at.source, at.line) for one in planted.also for at in one.places)} <= statements


def test_each_matter_is_declared_where_the_answer_says(planted: District, lists: Lists) -> None:
    matters = {(one.department, matter.matter) for one in lists.values() for matter in one.boundaries}
    told = [one.declared for one in planted.overlaps if one.declared]
    assert len(told) >= 8
    assert {(one.declared_by, one.matter) for one in told} <= matters
    assert {name for one in planted.overlaps for name in one.perhaps or ()} <= {name for _, name in matters}


def test_a_plant_is_found_by_nodes_and_a_near_miss_is_reported_by_pairs() -> None:
    findings = [_finding([1, 2, 3], []), _finding([1, 2], [(0, 1)])]
    overlap = Overlap(
        a=_place(1), b=_place(9), c=_place(2), strength="clear", declared=None, perhaps=None, why=WHY
    )
    miss = NearMiss(a=_place(2), b=_place(1), kind="stage", why=WHY)
    told, joined = first_telling(findings, overlap), first_joining(findings, miss)
    assert (told and told.rank, joined and joined.rank) == (1, 2)
    assert first_telling(findings, overlap.model_copy(update={"c": None})) is None


@pytest.mark.parametrize(
    ("expected", "perhaps", "declared", "right"),
    [
        (None, None, None, True),
        (None, None, MATTER, False),
        (MATTER, None, MATTER, True),
        (MATTER, None, None, False),
        (MATTER, None, {**MATTER, "matter": "水产"}, False),
        (None, ["活禽"], None, True),
    ],
)
def test_a_boundary_is_right_when_it_names_the_matter_or_none(
    expected: Any, perhaps: Any, declared: Any, right: bool
) -> None:
    overlap = Overlap(a=_place(1), b=_place(2), strength="clear", declared=expected, perhaps=perhaps, why=WHY)
    assert boundary_right(overlap, _finding([1, 2], [(0, 1)], declared)) is right


def _place(line: int) -> Place:
    return Place(source="a.txt", line=line)


def _finding(lines: list[int], pairs: list[tuple[int, int]], declared: Any = None) -> Finding:
    nodes = [
        {"role": "a", "kind": "Task", "id": str(line), "department": "甲局", "text": "例", "source": "a.txt",
         "locator": {"line": line}}
        for line in lines
    ]  # fmt: skip
    return Finding.model_validate({
        "id": "1", "kind": "overlap.duty", "class": "overlap", "severity": "low", "score": 0.5, "parts": [],
        "departments": [], "nodes": nodes, "pairs": pairs, "declared": declared, "sentence": WHY, "options": [],
        "verdict": None,
    })  # fmt: skip
