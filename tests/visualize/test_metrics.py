"""What the command and the pages say about the network of departments."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.analysis.metrics import measure, project
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.catalogue.lookup import region_code
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.short import load
from tests.visualize.conftest import Fetch, browser

HUB, LEAVES = "云溪市澜江区应急管理局", ("云溪市澜江区水利局", "云溪市澜江区农业农村局")


def a_matter(name: str, *parties: str) -> dict[str, Any]:
    return {"matter": name, "parties": [{"department": party, "division": "协助"} for party in parties]}


STAR: list[dict[str, Any]] = [
    {"department": HUB, "boundaries": [a_matter(f"事项{leaf}", HUB, leaf) for leaf in LEAVES]},
    {"department": LEAVES[0]},
    {"department": "云溪市白石区统计局", "duties": [{"text": "组织开展抽样调查"}]},
]
"""Of the leaves one has a list of its own; the statistics office is alone in another region."""


HERE = ("--region", "澜江区")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the lists."""
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        store.prepare()
        load(store, STAR)
    return tmp_path / "data"


def run(data: Path, *arguments: str, lang: str = "zh", code: int = 0) -> str:
    done = CliRunner().invoke(app, ["--data", str(data), "--lang", lang, "metrics", *arguments])
    assert done.exit_code == code, done.output
    return done.output if code else done.stdout


def test_the_table_names_hubs_groups_and_sole_ties(data: Path) -> None:
    shown = run(data, *HERE)
    for words in (
        "枢纽程度",
        f"协作组 1：{HUB}",
        f"{LEAVES[1]}（未读清单）",
        "单线联系：",
        "宜作牵头单位",
        "没有联系；其余 1 片",
    ):
        assert words in shown
    assert shown.index(HUB) < shown.index(LEAVES[0])
    english = run(data, *HERE, lang="en")
    for words in ("Hub", f"Group 1: {HUB}", f"{LEAVES[1]} (list not read)", "Sole ties: ", "suits as a lead"):
        assert words in english


def test_csv_and_json_hold_the_measures(data: Path) -> None:
    rows = list(csv.reader(run(data, *HERE, "--format", "csv").removeprefix("\ufeff").splitlines()))
    assert rows[0] == ["部门", "已读清单", "联系部门", "共同事项", "枢纽程度", "协作组", "唯一衔接"]
    assert rows[1] == [HUB, "是", "2", "2", "1.0", "1", "是"]
    assert len(rows) == 4
    whole = json.loads(run(data, *HERE, "--format", "json"))
    with GraphStore.open(StoreSettings(data=data)) as store:
        assert whole == json.loads(
            measure(project(store, "all", region_code(store, HERE[1]))).model_dump_json()
        )
    cut = json.loads(run(data, *HERE, "--format", "json", "--top", "1"))
    assert cut == {**whole, "bodies": whole["bodies"][:1]}


@pytest.mark.parametrize("region", ["澜江区", "云溪市澜江区", "澜江"])
def test_a_region_is_chosen_by_its_name(region: str, data: Path) -> None:
    bodies = json.loads(run(data, "--format", "json", "--region", region))["bodies"]
    assert {body["name"]: body["hub"] for body in bodies} == {HUB: 1.0, LEAVES[0]: 0, LEAVES[1]: 0}


def test_a_region_that_is_unknown_or_means_several_is_refused(data: Path) -> None:
    assert "“南海区”" in run(data, "--region", "南海区", code=2)
    several = run(data, "--region", "区", code=2)
    assert "澜江区（" in several
    assert "白石区（" in several


def test_a_region_is_asked_for_where_there_are_several(data: Path, tmp_path: Path) -> None:
    told = run(data, code=2)
    for words in ("2 个行政区划", "澜江区（", "白石区（", "--region"):
        assert words in told
    with GraphStore.open(StoreSettings(data=tmp_path / "one")) as store:
        store.prepare()
        load(store, STAR[:2])
    assert run(tmp_path / "one") == run(data, *HERE)


def test_nothing_to_measure_is_said(data: Path, tmp_path: Path) -> None:
    assert "1 个部门两两之间没有共同管理事项、" in run(data, "--region", "白石区")
    assert "Between 3 bodies there are no legal bases" in run(data, *HERE, "--by", "bases", lang="en")
    with GraphStore.open(StoreSettings(data=tmp_path / "empty")) as store:
        store.prepare()
    assert "dutygraph ingest" in run(tmp_path / "empty")
    assert json.loads(run(tmp_path / "empty", "--format", "json"))["bodies"] == []


def test_computing_the_findings_measures_the_departments(data: Path) -> None:
    with GraphStore.open(StoreSettings(data=data)) as store:
        assert run_query(store, "hubs", {}).rows == []
        recompute(store)
        measured = {row["department"]: row["hub"] for row in run_query(store, "hubs", {}).rows}
    assert measured == {HUB: 1.0, LEAVES[0]: 0, LEAVES[1]: 0, "云溪市白石区统计局": 0}


def test_pages_show_the_measures(page: Fetch, sample: GraphStore) -> None:
    rows = run_query(sample, "hubs", {}).rows
    shown = page("/metrics")
    for row in rows:
        assert row["department"] in shown.text
        assert str(row["hub"] or "–") in shown.text
    assert "宜作牵头单位" in shown.text
    assert "/metrics" in page("/departments").links
    first = run_query(sample, "hubs", {"department": "市场监督管理局"}).rows[0]
    facts = f"联系部门 {first['ties']} · 共同事项 {first['shared']} · 枢纽程度 {first['hub']}"
    assert facts in page("/departments/市场监督管理局").text


def test_an_empty_page_opens(folder_store: GraphStore) -> None:
    with browser(folder_store) as client:
        assert "没有符合条件的内容" in client.get("/metrics").text
        unknown = client.get("/metrics?lang=en&region=x")
    assert unknown.status_code == 422
    assert "no department lies in a region" in unknown.text
