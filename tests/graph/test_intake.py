"""Documents into the graph and back: the same whatever is read first, and nothing lost on the way."""

import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.health import count_kinds, examine
from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.loading.linking import explain_department
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes, parse_file
from tests.graph.lists import NODES
from tests.ingest.sources import SAMPLE, SEEDS, needs_seeds
from tests.ingest.test_warnings import CASES

TITLE = "云溪市白石区{body}责任清单\n\n一、部门职责\n\n"
DUTIES = "序号\t主要职责\t责任股室\t具体工作事项\t备注\n"
MATTERS = "\n二、与相关部门的职责边界\n\n序号\t管理事项\t职责分工\t相关部门\t案例\t相关依据\n"


def a_list(body: str, duties: Iterable[str] = (), parties: Iterable[str] = ()) -> bytes:
    rows = [f"{n}\t{text}\t综合股\t办理{text}\t\n" for n, text in enumerate(duties, 1)]
    cells = [
        f"{'1' if n == 0 else ''}\t{'河道保洁' if n == 0 else ''}\t负责第{n}项\t{name}\t\t\n"
        for n, name in enumerate(parties)
    ]
    matters = MATTERS + "".join(cells) if cells else ""
    return (TITLE.format(body=body) + DUTIES + "".join(rows) + matters).encode()


def read(store: GraphStore, *documents: tuple[str, bytes]) -> list[ListChange]:
    changes = [
        change for name, data in documents for change in ingest_document(store, parse_bytes(data, name))
    ]
    collect_orphans(store)
    return changes


def picture(store: GraphStore) -> tuple[set[str], set[str]]:
    """Everything in the graph, comparable: nodes and edges with their properties."""
    graph = read_subgraph(store)
    nodes = {f"{n.label} {n.id} {sorted(n.properties.items())}" for n in graph.nodes}
    return nodes, {f"{e.type} {e.start} {e.end} {sorted(e.properties.items())}" for e in graph.edges}


def body_of(store: GraphStore, party: str) -> dict[str, object]:
    rows = store.read(
        "MATCH (v:Division {party: $party})-[:ASSIGNED_TO]->(d:Department) RETURN d.id AS id, d.name AS name,"
        " d.listed AS listed",
        {"party": party},
    )
    assert len(rows) == 1
    return rows[0]


def test_the_graph_holds_what_the_sample_says(store: GraphStore) -> None:
    documents = [parse_file(path) for path in SAMPLE]
    changes = [change for document in documents for change in ingest_document(store, document)]
    collect_orphans(store)
    lists = [one for document in documents for one in document.lists]
    counts = count_kinds(store)
    assert {change.state for change in changes} == {"added"}
    assert examine(store) == []
    assert counts["DutyList"] == len(lists)
    assert counts["Duty"] == sum(len(one.duties) for one in lists)
    assert counts["Task"] == sum(len(duty.tasks) for one in lists for duty in one.duties)
    assert counts["BASED_ON"] == sum(len(one.citations) for one in lists)
    assert counts["Article"] == sum(len(rule.articles) for one in lists for rule in one.rules)


def test_reading_again_changes_nothing(store: GraphStore) -> None:
    documents = [(path.name, path.read_bytes()) for path in SAMPLE[:3]]
    read(store, *documents)
    before = picture(store)
    assert {change.state for change in read(store, *documents)} == {"unchanged"}
    assert picture(store) == before


@needs_seeds
def test_the_order_of_reading_does_not_matter(folder_store: GraphStore) -> None:
    documents = [(path.name, path.read_bytes()) for path in [*SAMPLE, *SEEDS]]
    read(folder_store, *documents)
    forwards = picture(folder_store)
    folder_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    read(folder_store, *reversed(documents))
    backwards = picture(folder_store)
    assert forwards[0] ^ backwards[0] == set()
    assert forwards[1] ^ backwards[1] == set()


def test_what_changed_in_a_list_is_told(store: GraphStore) -> None:
    read(
        store,
        ("水务.txt", a_list("水务局", ["负责全区河道的日常保洁工作", "负责取水许可审批", "编制供水规划"])),
    )
    duties = ["负责全区河道及湖泊的日常保洁工作", "负责取水许可审批", "开展节水宣传"]
    [change] = read(store, ("水务.txt", a_list("水务局", duties)))
    assert change.state == "replaced"
    assert change.counts["Duty"] == {"reworded": 1, "added": 1, "removed": 1}
    texts = store.read("MATCH (d:Duty) RETURN d.text AS text ORDER BY d.position")
    assert [row["text"] for row in texts] == duties


def test_a_list_that_displaces_that_of_another_file_is_told(store: GraphStore) -> None:
    [first] = read(store, ("职责.txt", a_list("水利局", ["河道采砂管理"])))
    [again] = read(store, ("职责.txt", a_list("水利局", ["河道采砂监管"])))
    [other] = read(store, ("其他.txt", a_list("水利局", ["水库安全管理"])))
    codes = [[warning.code for warning in change.warnings] for change in (first, again, other)]
    assert codes == [[], [], ["replaced_other_file"]]


@pytest.mark.parametrize("case", CASES["graph"], ids=lambda case: case["name"])
def test_what_the_graph_warns_of(store: GraphStore, case: dict[str, Any]) -> None:
    for file in case["files"]:
        document = parse_bytes(file["text"].encode(), file["source"])
        changes = ingest_document(store, document.model_copy(update={"region": file.get("region")}))
    assert [
        {"code": each.code, "line": each.locator.line, "zh": each.message, "en": each.message_en}
        for each in changes[-1].warnings
    ] == case["warnings"]


def test_a_duty_keeps_its_id_when_others_change(store: GraphStore) -> None:
    ask = "MATCH (d:Duty {text: '负责取水许可审批'}) RETURN d.id AS id"
    read(store, ("水务.txt", a_list("水务局", ["负责取水许可审批"])))
    before = store.read(ask)
    read(store, ("新版.txt", a_list("水务局", ["编制供水规划", "负责取水许可审批"])))
    assert store.read(ask) == before


@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_a_mentioned_body_is_recognised_when_its_list_comes(
    store: GraphStore, order: tuple[int, ...]
) -> None:
    documents = [
        ("水务.txt", a_list("水务局", ["负责河道"], ["区水务局", "区农机局"])),
        ("农业.txt", a_list("农业农村局（白石区农业机械局）", ["负责农机推广"])),
    ]
    read(store, *(documents[index] for index in order))
    body = body_of(store, "区农机局")
    assert body["name"] == "云溪市白石区农业农村局"
    assert body["listed"] is True
    assert examine(store) == []


def test_bodies_of_another_level_stay_apart(store: GraphStore) -> None:
    read(
        store,
        ("财政.txt", a_list("财政局", ["负责预算"])),
        ("水务.txt", a_list("水务局", ["负责河道"], ["区财政局", "市财政局", "省财政厅"])),
    )
    district = body_of(store, "区财政局")
    assert district["listed"] is True
    assert len({district["id"], body_of(store, "市财政局")["id"], body_of(store, "省财政厅")["id"]}) == 3


def test_what_was_printed_stays(store: GraphStore) -> None:
    read(
        store,
        ("住建.txt", a_list("住房和城乡建设局", ["负责房屋安全"])),
        ("水务.txt", a_list("水务局", ["负责河道"], ["区住建局", "其他有关部门"])),
    )
    rows = store.read(
        "MATCH (:Division)-[e:ASSIGNED_TO]->(d) RETURN e.printed AS printed, d.vague AS vague ORDER BY vague"
    )
    assert rows == [{"printed": "区住建局", "vague": False}, {"printed": "其他有关部门", "vague": True}]


def test_a_name_is_explained(store: GraphStore) -> None:
    read(store, ("住建.txt", a_list("住房和城乡建设局", ["负责房屋安全"])))
    [found] = explain_department(store, "区住建局")
    assert found.name == "云溪市白石区住房和城乡建设局"
    assert found.listed
    assert found.reason.zh
    assert found.reason.en


def test_a_list_of_nobody_is_left_out_and_told(store: GraphStore) -> None:
    text = "一、部门职责\n\n" + DUTIES + "1\t负责河道\t综合股\t保洁\t\n"
    [change] = read(store, ("无名.txt", text.encode()))
    assert change.state == "skipped"
    assert "no_department" in [warning.code for warning in change.warnings]
    assert store.read(NODES) == []


def test_the_doctor_sees_what_is_missing(store: GraphStore) -> None:
    read(store, ("水务.txt", a_list("水务局", ["负责河道", "负责供水"])))
    store.write(lambda tx: tx.run("MATCH (d:Duty {text: '负责供水'}) DETACH DELETE d"))
    store.write(lambda tx: tx.run("MATCH (:Duty {text: '负责河道'})-[e:EXTRACTED_FROM]->() DELETE e"))
    complaints = [complaint.en for complaint in examine(store)]
    assert len(complaints) == 2
    assert "2 Duty nodes expected, 1 found" in complaints[0]
    assert "without source" in complaints[1]


def test_the_doctor_sees_what_an_earlier_version_has_read(store: GraphStore) -> None:
    read(store, ("水务.txt", a_list("水务局", ["负责河道"])))
    store.write(lambda tx: tx.run("MATCH (l:DutyList) REMOVE l.required_sections"))
    [complaint] = examine(store)
    assert "水务.txt" in complaint.zh
    read(store, ("水务.txt", a_list("水务局", ["负责河道", "负责供水"])))
    assert examine(store) == []


def test_files_from_windows_are_read(tmp_path: Path, store: GraphStore) -> None:
    path = tmp_path / "水务.txt"
    path.write_bytes(a_list("水务局", ["负责河道"]).decode().replace("\n", "\r\n").encode("gb18030"))
    [change] = ingest_document(store, parse_file(path))
    assert (change.department, change.counts["Duty"]) == ("云溪市白石区水务局", {"added": 1})
