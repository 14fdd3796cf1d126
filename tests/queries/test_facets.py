"""Facets say how many there would be with another value of a filter, the others as they are."""

from dataclasses import replace
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import all_findings, list_findings
from dutygraph.queries.findings.read.selection import ResolvedSelection, Selection
from dutygraph.queries.findings.read.topics import all_topics
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.short import load, said
from tests.queries.topics import list_topics

AGRICULTURE, EMERGENCY = "云溪市澜江区农业农村局", "云溪市澜江区应急管理局"
CHOICES: list[dict[str, Any]] = [
    {},
    {"severity": ["high", "medium"], "class": "boundary"},
    {"kind": ["overlap.duty", "gap.contact"], "class": ["boundary"], "department": "应急管理局"},
    {"department": "应急管理局", "other": "农业农村局"},
    {"status": "confirmed"},
    {"region": "澜江区", "min_score": 0.6},
]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("of", ["findings", "topics"])
def test_a_facet_counts_what_choosing_it_would_list(
    of: str, choice: dict[str, Any], sample: GraphStore
) -> None:
    selection = FindingFilters.of(choice).selection

    def listed(changed: Selection) -> int:
        found: list[Any] = (
            list_findings(sample, changed) if of == "findings" else list_topics(sample, changed)
        )
        return len(found)

    every: Any = all_findings(sample) if of == "findings" else all_topics(sample)
    facets = every.found(ResolvedSelection.of(sample, selection)).facets()
    for severity in ("high", "medium", "low"):
        assert facets["severity"][severity] == listed(replace(selection, severities=[severity]))
    for status in ("open", "confirmed"):
        assert facets["status"][status] == listed(replace(selection, statuses=[status]))
    for kind in ("overlap.duty", "boundary.conflict", "gap.contact"):
        assert facets["kind"][kind] == listed(replace(selection, kinds=[kind], classes=[]))
    for class_ in ("overlap", "boundary", "interplay", "load"):
        assert facets["class"][class_] == listed(replace(selection, kinds=[], classes=[class_]))
    for id_, body in list(bodies(sample).items())[:8]:
        assert facets["department"][id_] == listed(replace(selection, department=id_)), body
        assert facets["other"][id_] == listed(replace(selection, other=id_)), body
        if body.region:
            assert facets["region"][body.region] == listed(replace(selection, region=body.region))


def test_a_pair_of_departments(sample: GraphStore) -> None:
    both = list_findings(sample, Selection(department=AGRICULTURE, other=EMERGENCY))
    assert both
    wanted = [one for one in list_findings(sample) if {AGRICULTURE, EMERGENCY} <= set(one.departments)]
    assert both == wanted


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ({"kind": "overlap"}, {"kinds": ["overlap.duplicate", "overlap.duty", "overlap.internal", "overlap.vertical"]}),
        ({"kind": "interplay"}, {"classes": ("interplay",)}),
        ({"kind": ["职责重叠", "GAP.Contact"]}, {"kinds": ["overlap.duty", "gap.contact"]}),
        ({"severity": "重要"}, {"severities": ["high"]}),
        ({"severity": ["High", "一般", ""]}, {"severities": ["high", "medium"]}),
        ({"status": ["属实", "open"]}, {"statuses": ["confirmed", "open"]}),
    ],
)  # fmt: skip
def test_filters_are_taken_as_people_write_them(stated: dict[str, Any], meant: dict[str, Any]) -> None:
    assert FindingFilters.of(stated).selection == Selection(**{"kinds": [], **meant})


def test_both_engines_choose_alike(store: GraphStore) -> None:
    duty = {"text": "负责档案查阅登记"}
    load(store, [{"department": "澜江区档案局", "duties": [duty]}])
    recompute(store)
    (first, *_) = list_findings(store)
    judge(store, first.id, said("confirmed", by="李明"))
    selection = Selection(department="档案局", classes=[first.class_])
    assert first.id in {one.id for one in list_findings(store, selection)}
    assert (
        all_findings(store).found(ResolvedSelection.of(store, selection)).facets()["status"]["confirmed"] == 1
    )
