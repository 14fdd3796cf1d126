"""Lists that name no region: those of two documents are strangers, and whoever knows their region can state it."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.loading.linking import explain_department
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.short import document
from tests.visualize.conftest import browser

DATA = Path(__file__).parents[2] / "data"
STRIPPED = ("01-civil-education-health.txt", "07-agriculture-emergency-statistics.txt")
PLACES = re.compile("云溪市?|澜江区?")
CROSSING = """
MATCH (a)-[e:SIMILAR_TO|REPEATS|ALIKE|CLAIMED_BY|HELD_BY|ANSWERED_BY|NAMES|ASSIGNED_TO|HANDLED_BY]->(b)
MATCH (a)-[:EXTRACTED_FROM]->(x:Document)
MATCH (b)-[:EXTRACTED_FROM|PUBLISHED*1..2]->(y:Document)
WHERE x.source <> y.source
RETURN DISTINCT type(e) AS type
"""
CIVIL: dict[str, Any] = {
    "department": "民政局",
    "duties": [{"text": "审批经营性公墓。"}],
    "boundaries": [
        {
            "matter": "公墓管理",
            "parties": [{"department": "民政局", "division": "审批经营性公墓。"}, {"department": "林业局"}],
        }
    ],
}


def read(
    store: GraphStore, source: str, *lists: dict[str, Any], region: str | None = None
) -> list[ListChange]:
    changes = ingest_document(store, document(lists, source).model_copy(update={"region": region}))
    collect_orphans(store)
    return changes


def departments(store: GraphStore, text: str) -> list[dict[str, Any]]:
    return store.read(
        "MATCH (d:Department) WHERE d.name CONTAINS $text "
        "RETURN d.id AS id, d.name AS name, d.region AS region, d.listed AS listed ORDER BY id",
        {"text": text},
    )


def codes(changes: Iterable[ListChange]) -> list[str]:
    return [warning.code for change in changes for warning in change.warnings]


def test_nothing_is_compared_across_documents_without_a_region(store: GraphStore) -> None:
    for name in STRIPPED:
        text = PLACES.sub("", (DATA / name).read_text(encoding="utf-8"))
        ingest_document(store, parse_bytes(text.encode(), name))
    collect_orphans(store)
    recompute(store)
    findings = stored_findings(store).findings
    assert {finding.kind for finding in findings} >= {"overlap.duty", "boundary.one_sided"}
    assert [finding for finding in findings if len({node.source for node in finding.nodes}) > 1] == []
    assert store.read(CROSSING) == []


def test_namesakes_of_two_documents_are_two(store: GraphStore) -> None:
    read(store, "甲.txt", CIVIL)
    [change] = read(store, "乙.txt", CIVIL)
    assert (change.state, codes([change])) == ("added", ["no_region"])
    assert len(departments(store, "民政局")) == 2
    assert [row["source"] for row in run_query(store, "documents", {}).rows] == ["乙.txt", "甲.txt"]


def test_a_printed_name_means_nobody_of_another_document(store: GraphStore) -> None:
    read(store, "甲.txt", CIVIL)
    read(store, "乙.txt", {**CIVIL, "department": "林业局"})
    forestry = departments(store, "林业局")
    assert sorted(body["listed"] for body in forestry) == [False, True]
    assert len({body["region"] for body in forestry}) == 2
    assert len({body.id for body in explain_department(store, "林业局")}) == 2


def test_a_corrected_file_replaces_its_lists(store: GraphStore) -> None:
    read(store, "甲.txt", CIVIL, {**CIVIL, "department": "林业局"})
    before = departments(store, "民政局")
    corrected = document([{**CIVIL, "duties": [{"text": "审批公墓。"}]}], "甲.txt")
    changes = ingest_document(store, corrected.model_copy(update={"sha256": "another"}))
    collect_orphans(store)
    assert [(change.department, change.state) for change in changes] == [
        ("民政局", "replaced"),
        ("林业局", "removed"),
    ]
    assert codes(changes) == ["no_region", "replaced_same_name"]
    assert departments(store, "民政局") == before
    assert [body["listed"] for body in departments(store, "林业局")] == [False]


@pytest.mark.parametrize("region", ["云溪市澜江区", "430408"])
def test_a_stated_region_takes_the_list_in(store: GraphStore, region: str) -> None:
    read(store, "甲.txt", CIVIL)
    changes = read(store, "甲.txt", CIVIL, region=region)
    assert [change.state for change in changes] == ["added", "removed"]
    assert codes(changes) == []
    [body] = departments(store, "民政局")
    assert body["region"] in (region, f"x-{region}")
    assert [row["region"] for row in run_query(store, "documents", {}).rows] == [
        "澜江区" if region == "云溪市澜江区" else "蒸湘区"
    ]


def test_a_stated_region_counts_before_the_one_that_is_named(store: GraphStore) -> None:
    named = {**CIVIL, "department": "云溪市澜江区民政局"}
    assert codes(read(store, "甲.txt", named, region="云溪市澜江区")) == []
    changes = read(store, "乙.txt", named, region="衡阳市蒸湘区")
    assert codes(changes) == ["region_contradicted"]
    assert "云溪市澜江区" in changes[0].warnings[0].message
    assert {body["region"] for body in departments(store, "民政局")} == {"x-云溪市澜江区", "430408"}


def test_whoever_looks_is_told_and_can_state_it(folder_store: GraphStore) -> None:
    read(folder_store, "甲.txt", CIVIL)
    [body] = departments(folder_store, "民政局")
    with browser(folder_store) as client:
        for address in ("/", f"/departments/{body['id']}"):
            page = client.get(address).text
            assert "dutygraph ingest --region 云溪市澜江区 甲.txt" in page
            assert "标题和正文都没有写明行政区划" in page
        assert "不能确定属于哪个行政区划" in client.get("/").text
        read(folder_store, "甲.txt", CIVIL, region="云溪市澜江区")
        assert "--region" not in client.get("/").text
        [body] = departments(folder_store, "民政局")
        assert "读取时由 --region 写明" in client.get(f"/departments/{body['id']}").text
        read(folder_store, "乙.txt", {**CIVIL, "department": "白石区档案局"})
        [body] = departments(folder_store, "档案局")
        assert "标题写明“白石区”" in client.get(f"/departments/{body['id']}").text


def test_the_commands_take_it(tmp_path: Path) -> None:
    path = tmp_path / "档案.txt"
    path.write_text(
        "部门名称（盖章）：档案局\n一、部门职责\n序号\t主要职责\t具体工作事项\t责任科室\n1\t接收档案\t每年接收\t业务科\n",
        encoding="utf-8",
    )
    before = ["--data", str(tmp_path / "data")]

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, [*before, *arguments])
        return done.exit_code, done.output

    assert '"region"' not in run("parse", str(path))[1]
    assert '"region": "云溪市澜江区"' in run("parse", str(path), "--region", "云溪市澜江区")[1]
    assert run("ingest", str(path))[0] == 0
    told = run("status")[1]
    assert "dutygraph ingest --region 云溪市澜江区 档案.txt" in told
    assert "标题和正文都没有写明行政区划" in told
    code, said = run("ingest", str(path), "--region", "衡阳市蒸相区")
    assert (code, "衡阳市蒸湘区（430408）" in said, "Traceback" in said) == (2, True, False)
    assert run("ingest", str(path), "--region", "云溪市澜江区")[0] == 0
    assert "--region" not in run("status")[1]
