"""Stored findings read as computing them would give them: chosen, in the same order."""

from itertools import product

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import AmbiguousNameError, UnknownDepartmentError
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.findings import (
    finding_card,
    list_findings,
    read_findings,
    stored_findings,
)
from dutygraph.queries.findings.read.selection import EVERYTHING, Selection
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.found import find
from tests.queries.short import apart, load

CIVIL = "云溪市澜江区民政局"


def test_what_is_stored_is_what_is_found(sample: GraphStore) -> None:
    stored, found = stored_findings(sample), find(sample)
    assert (stored.data_version, stored.rules_version) == (found.data_version, found.rules_version)
    assert apart(stored.findings) == apart(found.findings)


def test_choosing_cuts_the_list_and_not_the_order(sample: GraphStore) -> None:
    every = find(sample).findings
    choices = product(((), ("orphan.no_task", "gap.contact")), (None, "民政局"), ((), ("high",)), (None, 0.6))
    for kinds, department, severities, min_score in choices:
        selection = Selection(kinds, department, severities, (), min_score)  # type: ignore[arg-type]
        wanted = [finding for finding in every if _fits(finding, selection)]
        assert apart(stored_findings(sample, selection).findings) == apart(wanted), selection


def _fits(finding: Finding, selection: Selection) -> bool:
    return (
        (not selection.kinds or finding.kind in selection.kinds)
        and (selection.department is None or CIVIL in finding.departments)
        and (not selection.severities or finding.severity in selection.severities)
        and finding.score >= (selection.min_score or 0)
    )


def test_an_unknown_department_is_told(sample: GraphStore) -> None:
    with pytest.raises(UnknownDepartmentError):
        list_findings(sample, Selection(department="气象台"))


def test_two_departments_of_one_name_are_told_apart(store: GraphStore) -> None:
    """As in a province with two districts called 鼓楼区."""
    name = "鼓楼区民政局"
    for city in ("南京市", "徐州市"):
        text = f"管理{city}鼓楼区殡葬服务机构。"
        listed = {"title": f"{city}{name}责任清单", "department": name, "duties": [{"text": text}]}
        load(store, [listed], f"{city}.txt")
    recompute(store)
    ids = [
        row["id"]
        for row in store.read(
            "MATCH (d:Department) WHERE d.name ENDS WITH $name RETURN d.id AS id", {"name": name}
        )
    ]
    assert len(ids) == 2
    for id_ in ids:
        (finding,) = stored_findings(store, Selection(["orphan.no_task"], id_)).findings
        assert finding.nodes[0].department_id == id_


def test_a_part_of_the_list_is_read_whole(sample: GraphStore) -> None:
    entries = list_findings(sample, EVERYTHING)
    assert apart(read_findings(sample, entries[5:8]).findings) == apart(find(sample).findings[5:8])
    assert read_findings(sample, []).findings == []


def test_one_finding_by_the_beginning_of_its_id(sample: GraphStore) -> None:
    finding = find(sample).findings[3]
    for text in (finding.id, finding.id[:20], finding.id.removeprefix("finding-")[:12]):
        card = finding_card(sample, text)
        assert apart(card.findings) == apart([finding])
        assert (card.found, card.history, card.stale) == (True, [], False)
    with pytest.raises(AmbiguousNameError, match=r"may mean [0-9]+ findings") as told:
        finding_card(sample, "finding-")
    assert [choice.kind for choice in told.value.choices] == ["Finding"] * 8
