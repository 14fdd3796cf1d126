"""Bringing findings up to date: what depends on a changed list, and nothing else, is computed and written."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.write import replace_lists
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.rules.settings import set_rule
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import recompute, update
from dutygraph.queries.findings.update.versions import outdated_departments, up_to_date
from dutygraph.queries.findings.update.write import Changes
from tests.queries.conftest import DATA
from tests.queries.found import find
from tests.queries.short import apart, document

Lists = Sequence[dict[str, Any]]

CIVIL, FOREST, MONEY = (f"云溪市澜江区{name}" for name in ("民政局", "林业局", "财政局"))
CEMETERY = {
    "matter": "公墓管理",
    "parties": [{"department": "区林业局、区财政局", "division": "审核公墓占用林地。"}],
}
LISTS: Lists = [
    {"department": CIVIL, "duties": [{"text": "管理殡葬服务机构。"}], "boundaries": [CEMETERY]},
    {"department": FOREST, "duties": [{"text": "组织森林防火。"}]},
    {"department": MONEY, "duties": [{"text": "编制预算。"}]},
]


def documents(lists: Lists) -> list[Document]:
    """A document for each list."""
    return [document([one], source=f"{one['department']}.txt") for one in lists]


def ingest(store: GraphStore, lists: Lists) -> None:
    """Put lists into the graph, a document each, as a reading that ends before it computes anything."""
    for one in documents(lists):
        ingest_document(store, one)


def read(store: GraphStore, lists: Lists) -> Changes:
    """Read lists, a document each; something has to be out of date by it."""
    news = read_documents(store, documents(lists)).news
    assert news is not None
    return news


def state(store: GraphStore) -> list[dict[str, Any]]:
    """All that the graph holds of findings, but the versions."""
    return store.read(
        "MATCH (f:Finding) RETURN f.id AS id, f.payload AS payload, f.found AS found, f.departments AS departments,"
        " f.sort_key AS sort_key, COLLECT { MATCH (f)-[:CONCERNS]->(n) RETURN n.id ORDER BY n.id } AS nodes ORDER BY id"
    )


def test_what_appears_and_vanishes_is_told(store: GraphStore) -> None:
    first = read(store, LISTS)
    assert list(first.appeared) == find(store).findings
    assert (first.vanished, first.changed) == ([], [])

    answering = {
        "department": FOREST,
        "duties": [{"text": "审核公墓占用林地。", "tasks": [{"text": "巡护林区。"}]}],
    }
    second = read(store, [answering])
    gone = {(finding.kind, *finding.departments) for finding in second.vanished}
    assert ("boundary.one_sided", CIVIL, FOREST) in gone
    assert ("boundary.one_sided", CIVIL, MONEY) in gone  # one answer is enough for the cell that both share
    assert ("orphan.no_task", FOREST) in gone
    assert all(FOREST in finding.departments for finding in second.appeared)
    assert apart(stored_findings(store).findings) == apart(find(store).findings)


def test_nothing_is_news_when_nothing_changed(store: GraphStore) -> None:
    read(store, LISTS)
    before = state(store)
    assert update(store) is None
    changes = recompute(store)
    assert [*changes.appeared, *changes.vanished, *changes.changed] == []
    assert state(store) == before


def test_where_only_a_rule_changed_lists_are_not_compared_again(store: GraphStore) -> None:
    read(store, LISTS)
    steps: list[str] = []
    set_rule(store, "orphan.no_task", on=False)
    changes = update(store, steps.append)
    assert changes is not None
    assert {finding.kind for finding in changes.vanished} == {"orphan.no_task"}
    assert (steps[0], "analysis" in steps) == ("orphans", False)
    assert up_to_date(store)
    before = state(store)
    recompute(store)
    assert state(store) == before

    set_rule(store, "orphan.no_task", on=True)
    ingest(store, [{"department": FOREST, "duties": [{"text": "审核公墓占用林地。"}]}])
    update(store, steps.append)
    assert "analysis" in steps
    before = state(store)
    recompute(store)
    assert state(store) == before


def test_a_text_that_only_moved_is_no_news_but_stands_at_its_new_place(store: GraphStore) -> None:
    read(store, LISTS)
    moved = {"department": MONEY, "services": [{"name": "咨询", "phone": "1"}], "duties": LISTS[2]["duties"]}
    changes = read(store, [moved])
    (orphan,) = stored_findings(store, Selection(["orphan.no_task"], MONEY)).findings
    assert orphan.nodes[0].locator == {"line": 2}
    assert [finding.kind for finding in (*changes.vanished, *changes.changed)] == []


def test_evidence_in_other_words_is_told(store: GraphStore) -> None:
    read(store, LISTS)
    reworded = {"department": MONEY, "duties": [{"text": "编制预算；"}]}  # the same duty by its id
    changes = read(store, [reworded])
    assert [finding.nodes[0].text for finding in changes.changed if finding.kind == "orphan.no_task"] == [
        "编制预算；"
    ]


def test_findings_of_an_older_version_are_brought_up_to_date(store: GraphStore) -> None:
    read(store, LISTS)
    [old, *_] = stored_findings(store, Selection()).findings
    fields = json.loads(old.model_dump_json())
    for node in fields["nodes"]:
        del node["department_id"]
    payload = {"id": old.id, "payload": json.dumps(fields)}
    store.write(lambda tx: tx.run("MATCH (f:Finding {id: $id}) SET f.payload = $payload", payload))
    assert old.id in {finding.id for finding in stored_findings(store, Selection()).findings}
    recompute(store)
    assert old in stored_findings(store, Selection()).findings


def test_only_what_changed_is_written(store: GraphStore) -> None:
    read(store, LISTS)
    old = store.read("MATCH (f:Finding {kind: 'orphan.no_task'}) RETURN DISTINCT f.data_version AS v")[0]["v"]
    changed = {"department": MONEY, "duties": [{"text": "编制决算。"}]}
    read(store, [changed])
    versions = {
        row["departments"][0]: row["v"]
        for row in store.read(
            "MATCH (f:Finding {kind: 'orphan.no_task'}) RETURN f.departments AS departments, f.data_version AS v"
        )
    }
    assert versions[CIVIL] == versions[FOREST] == old
    assert versions[MONEY] not in ("", old)


def test_findings_say_when_they_are_out_of_date(store: GraphStore) -> None:
    assert up_to_date(store)  # nothing was read, so nothing can be missing
    ingest(store, LISTS)
    assert not up_to_date(store)
    assert stored_findings(store).stale
    recompute(store)
    assert up_to_date(store)
    assert not stored_findings(store).stale
    set_rule(store, "orphan.no_task", on=False)
    assert stored_findings(store).stale
    recompute(store)
    assert not stored_findings(store).stale
    ingest(store, [{"department": MONEY, "duties": []}])
    assert stored_findings(store).stale


@pytest.mark.parametrize("gone", [CIVIL, FOREST, MONEY])
def test_a_department_that_nobody_knows_any_more(gone: str, store: GraphStore) -> None:
    read(store, LISTS)
    row = store.read(
        "MATCH (d:Department {name: $name})-[:PUBLISHED]->(l) RETURN d.id AS id, l.id AS list", {"name": gone}
    )[0]
    around = store.read("MATCH (d:Department)-[:PUBLISHED]->() RETURN d.id AS id ORDER BY id")
    replace_lists(store, [row["list"]], Subgraph())
    assert row["id"] in (outdated := outdated_departments(store) or [])
    assert outdated == [one["id"] for one in around]  # its texts weighed upon those of its whole region
    update(store)
    assert up_to_date(store)
    after = state(store)
    recompute(store)
    assert state(store) == after


def _half(document: Document) -> Document:
    """The document without every second statement of its lists."""
    halved = [
        one.model_copy(
            update={
                name: getattr(one, name)[::2]
                for name in ("duties", "boundaries", "supervision", "services", "rules")
            }
        )
        for one in document.lists
    ]
    return document.model_copy(update={"lists": halved, "sha256": "half"})


@pytest.mark.parametrize("name", ["01-civil-education-health.txt", "06-development.txt"])
def test_every_rule_says_whose_lists_it_depends_on(name: str, sample_folder: Path, tmp_path: Path) -> None:
    """Else a finding about others than the touched departments would be out of date (``reach`` of a rule)."""
    shutil.copytree(sample_folder, tmp_path / "data")
    whole = parse_file(DATA / name)
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        for document_now in (_half(whole), whole):
            read_documents(store, [document_now])
            step_by_step = state(store)
            recompute(store)
            assert state(store) == step_by_step


TEXTS = st.sampled_from(["组织森林防火。", "审核公墓占用林地。", "编制预算。", "承办区政府交办的其他事项。"])
TASKS = st.lists(st.fixed_dictionaries({"text": TEXTS}), max_size=1)
DUTIES = st.lists(st.fixed_dictionaries({"text": TEXTS, "tasks": TASKS}), max_size=3)
PARTY = st.sampled_from(
    ["区林业局", "区财政局", "区民政局、区林业局", "本局", "有关部门", "", "区林草局", "市林业局"]
)
PARTIES = st.lists(st.fixed_dictionaries({"department": PARTY, "division": TEXTS}), max_size=2)
MATTERS = st.lists(
    st.fixed_dictionaries({"matter": st.sampled_from(["公墓管理", "森林防火"]), "parties": PARTIES}),
    max_size=2,
    unique_by=lambda matter: str(matter["matter"]),
)
LIST = st.fixed_dictionaries(
    {
        "department": st.sampled_from([CIVIL, FOREST, MONEY, "云溪市林业局", "临江市东山县林业局"]),
        "also_known_as": st.sampled_from([[], [], ["林草局"]]),
        "duties": DUTIES,
        "boundaries": MATTERS,
    }
)


@given(lists=st.lists(LIST, min_size=2, max_size=6))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_step_by_step_gives_what_computing_everything_gives(folder_store: GraphStore, lists: Lists) -> None:
    folder_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    for one in lists:
        read_documents(folder_store, documents([one]))
        step_by_step = state(folder_store)
        changes = recompute(folder_store)
        assert state(folder_store) == step_by_step
        assert [*changes.appeared, *changes.vanished, *changes.changed] == []
