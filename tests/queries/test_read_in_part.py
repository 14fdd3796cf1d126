"""What was not read is not missing: rules about something that is missing hold back where a list was read in part."""

import pytest

from dutygraph.graph.analysis.workers import ONE_PROCESS
from dutygraph.graph.loading.intake import collect_orphans
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.queries.findings.update.recompute import ANALYSES
from tests.queries.found import find
from tests.queries.labelled import CASES, Case
from tests.queries.short import SECTIONS, load

HELD_BACK = [
    name
    for name in rules()
    if name.startswith(("orphan.", "gap."))
    or name in ("boundary.declarer_absent", "boundary.own_part_missing", "boundary.one_sided")
]
MARK = """
MATCH (l:DutyList)
SET l.read_in_part = true, l.sections_read_in_part = $sections
"""


def a_case_that_is_found(rule: str) -> Case:
    return next(case for case in CASES if case.rule == rule and case.found)


@pytest.mark.parametrize("rule", HELD_BACK)
def test_nothing_is_missing_where_a_list_was_read_in_part(folder_store: GraphStore, rule: str) -> None:
    store, case = folder_store, a_case_that_is_found(rule)
    load(store, case.lists)
    collect_orphans(store)
    for analyse in ANALYSES:
        analyse(store, None, ONE_PROCESS)
    kinds = [rule]
    assert find(store, kinds=kinds).findings
    store.write(lambda tx: tx.run(MARK, {"sections": SECTIONS}))
    assert find(store, kinds=kinds).findings == []


def test_a_section_that_was_read_is_still_examined(folder_store: GraphStore) -> None:
    case = a_case_that_is_found("orphan.no_task")
    load(folder_store, case.lists)
    folder_store.write(lambda tx: tx.run(MARK, {"sections": ["公共服务"]}))
    assert find(folder_store, kinds=["orphan.no_task"]).findings
