"""Findings in columns: chosen, counted and put in order as one by one they would be; read again only when they changed."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import Class, Verdict
from dutygraph.queries.findings.read.facet_index import EntryColumns
from dutygraph.queries.findings.read.findings import all_findings, list_findings
from dutygraph.queries.findings.read.selection import FACETS, Entry, Facet, ResolvedSelection, Selection
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.sorting import SORTS
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.short import load, said

SAID = Verdict(value="confirmed", by="李明", at="2026-01-01T00:00:00.000Z")
BODIES, REGIONS = ("a", "b", "c", "d"), ("x", "y")


def _entry(number: int, dice: random.Random) -> Entry:
    kinds: list[tuple[str, Class]] = [
        ("overlap.duty", "overlap"),
        ("overlap.duty", "interplay"),
        ("gap.contact", "gap"),
    ]
    kind, class_ = dice.choice(kinds)
    return Entry(
        id=f"finding-{number}", kinds=(kind,), class_=class_, severity=dice.choice(["high", "low"]),
        score=dice.choice([0.2, 0.5, 0.9]), departments=[], department_ids=_some(BODIES, dice), regions=_some(REGIONS, dice),
        topic=dice.choice([None, "t"]), verdict=None,
    )  # fmt: skip


def _some(of: Sequence[str], dice: random.Random) -> list[str]:
    return sorted(dice.sample(of, dice.randint(0, len(of))))


DICE = random.Random(7)
ENTRIES = [_entry(number, DICE) for number in range(200)]
JUDGED = [replace(one, verdict=SAID) if number % 7 == 0 else one for number, one in enumerate(ENTRIES)]
COLUMNS = EntryColumns(ENTRIES).restated({row: one for row, one in enumerate(JUDGED) if one.verdict})
CHOICES: list[dict[Facet, list[str]]] = [
    {},
    {"severity": ["high"]},
    {"department": ["a"], "other": ["b"], "status": ["confirmed"]},
    {"region": ["y"], "severity": ["high", "low"]},
    {"department": ["nobody"]},
]
SELECTIONS = [
    Selection(),
    Selection(kinds=["overlap.duty"], classes=["gap"]),
    Selection(min_score=0.5, on_demand=False),
    Selection(classes=["interplay"], on_demand=False),
    Selection(topic="t", kinds=["gap.contact"]),
]


def _passing(one: Entry, wanted: dict[Facet, list[str]], of: Selection, but: str = "") -> bool:
    tests: dict[str, bool] = {name: bool(set(one.values(name)) & set(said)) for name, said in wanted.items()}
    if of.kinds or of.classes:
        tests["kind"] = bool(set(one.kinds) & set(of.kinds)) or one.class_ in of.classes
    tests["score"] = of.min_score is None or one.score >= of.min_score
    tests["topic"] = of.topic in (None, one.topic)
    tests["on demand"] = of.takes_on_demand or one.class_ != "interplay"
    return all(passed for name, passed in tests.items() if name != but)


@pytest.mark.parametrize("of", SELECTIONS, ids=str)
@pytest.mark.parametrize("wanted", CHOICES, ids=str)
def test_columns_choose_and_count_as_one_by_one(wanted: dict[Facet, list[str]], of: Selection) -> None:
    found = COLUMNS.found(ResolvedSelection(of, wanted))
    passing = [one for one in JUDGED if _passing(one, wanted, of)]
    assert found.listed() == passing
    assert found.total == len(passing)
    assert found.hidden == sum(_passing(one, wanted, of, "on demand") for one in JUDGED) - len(passing)
    assert found.listed(offset=3, limit=4) == passing[3:7]
    assert found.counted_by_class() == _counted([(one.class_, *one.kinds) for one in passing])
    facets = found.facets()
    for facet in FACETS:
        own = "kind" if facet == "class" else facet
        values = [value for one in JUDGED if _passing(one, wanted, of, own) for value in one.values(facet)]
        assert facets[facet] == _counted(values)


@pytest.mark.parametrize("sort", SORTS)
def test_what_is_alike_in_an_order_stays_in_rank_order(sort: Any) -> None:
    def key(one: Entry) -> Any:
        return (
            {"rank": 0, "score": -one.score}.get(sort)
            if sort in ("rank", "score")
            else tuple(one.values(sort))
        )

    assert COLUMNS.found(ResolvedSelection(Selection(), {})).listed(sort) == sorted(JUDGED, key=key)


def test_no_findings_are_none() -> None:
    found = EntryColumns[Entry]([]).found(ResolvedSelection(Selection(), {"status": ["open"]}))
    assert (found.total, found.hidden, found.listed("score"), found.counted_by_class()) == (0, 0, [], {})


def test_a_verdict_does_not_read_the_findings_again(
    folder_store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(folder_store, [{"department": "澜江区档案局", "duties": [{"text": "负责档案查阅登记"}]}])
    recompute(folder_store)
    first, *_ = list_findings(folder_store)
    asked: list[str] = []
    read = GraphStore.read

    def noted(store: GraphStore, cypher: str, parameters: Any = None) -> Any:
        asked.append(cypher)
        return read(store, cypher, parameters)

    monkeypatch.setattr(GraphStore, "read", noted)
    judge(folder_store, first.id, said("confirmed", by="李明"))
    assert all_findings(folder_store).entries[0].status == "confirmed"
    assert not [one for one in asked if "f.sort_key" in one]


def _counted(values: Sequence[Any]) -> dict[Any, int]:
    return {value: values.count(value) for value in values}
