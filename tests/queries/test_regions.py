"""Lists of several regions on Spark: the same nodes, edges and findings as in one graph that holds them all."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars
import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.limits import AnalysisLimits, analysis_limits
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.versions import up_to_date
from tests import neo4j_server
from tests.components import require
from tests.graph.analysis.test_bounds import LISTS as NAMESAKES

pytestmark = pytest.mark.timeout(1200)  # Spark starts a process per region, each with an engine

LISTS = Path(__file__).parent / "regions"
"""A city with six of its districts, and a district of another city: fictional, written for this test."""
KINDS = {
    "overlap.vertical",
    "overlap.duplicate",
    "basis.cited_otherwise",
    "boundary.conflict",
    "gap.section",
    "gap.peer",
}
NEWS = "news"
"""What the last reading has changed: told where lists are read one after another."""
STANDING = {"ties", "shared", "hub", "community", "sole_link"}
"""Of a body that lies in another region than the lists that name it: told at the next computation."""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lists in folders, all called alike."""
    lists = tmp_path_factory.mktemp("lists")
    for file in sorted(LISTS.iterdir()):
        folder = lists / file.stem
        folder.mkdir()
        (folder / f"责任清单{file.suffix}").write_bytes(file.read_bytes())
    (lists / "坏.docx").write_bytes(b"no document")
    return lists


@pytest.fixture(scope="module")
def output(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    require("java")
    require("spark")
    out = tmp_path_factory.mktemp("regions") / "out"
    arguments = ["analyse", "--spark", "local[2]", str(lists), "-o", str(out)]
    told = CliRunner().invoke(app, arguments)
    assert told.exit_code == 2, told.output
    assert "坏.docx" in told.stderr
    assert "8 个地区，10 份清单" in told.stdout
    return out


@pytest.fixture(scope="module")
def whole(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Subgraph:
    settings = StoreSettings(data=tmp_path_factory.mktemp("whole"))
    with GraphStore.open(settings) as store:
        files = sorted(lists.glob("*/*"))
        named = [(f"{file.parent.name}/{file.name}", parse_file(file)) for file in files]
        read_documents(store, [read.model_copy(update={"source": name}) for name, read in named])
        graph = read_subgraph(store)
    return Subgraph([node for node in graph.nodes if node.id != NEWS], graph.edges)


def test_findings_are_those_of_one_graph(output: Path, whole: Subgraph) -> None:
    expected = {node.id: _told(node.properties) for node in whole.nodes if node.label in ("Finding", "Topic")}
    found = {
        row["id"]: _told(row)
        for row in _read(output / "parquet/nodes")
        if row["label"] in ("Finding", "Topic")
    }
    assert {kind for node in whole.nodes if (kind := node.properties.get("kind"))} >= KINDS
    assert found == expected


def test_nodes_and_edges_are_those_of_one_graph(output: Path, whole: Subgraph) -> None:
    nodes = {(row.pop("label"), row.pop("id")): row for row in _read(output / "parquet/nodes")}
    assert nodes.keys() == {(node.label, node.id) for node in whole.nodes}
    for node in whole.nodes:
        left_out = STANDING if node.label == "Department" else ()
        differing = {
            name: (value, nodes[node.label, node.id].get(name))
            for name, value in node.properties.items()
            if value is not None and value != nodes[node.label, node.id].get(name) and name not in left_out
        }
        assert not differing, node
    edges = [
        row for row in _read(output / "parquet/edges") if row.pop("start_label") and row.pop("end_label")
    ]
    found = Counter(_edge(row.pop("type"), row.pop("start"), row.pop("end"), row) for row in edges)
    assert found == Counter(_edge(e.type, e.start.id, e.end.id, e.properties) for e in whole.edges)


def test_a_comparison_that_is_cut_short_is_told_as_in_one_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("java")
    require("spark")
    monkeypatch.setenv(AnalysisLimits.variable("pairs"), "1")
    lists = tmp_path / "lists"
    lists.mkdir()
    for name, text in NAMESAKES.items():
        (lists / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "dutygraph", "analyse", "--spark", "local[1]"]
    subprocess.run([*command, str(lists), "-o", str(tmp_path / "out")], check=True)  # the workers' own limits
    rows = _read(tmp_path / "out" / "parquet" / "nodes")
    analysis_limits.cache_clear()
    with GraphStore.open(StoreSettings(data=tmp_path / "whole")) as store:
        read_documents(store, map(parse_file, sorted(lists.iterdir())))
        told = {
            row["id"]: row["cut"]
            for row in store.read("MATCH (l:DutyList) RETURN l.id AS id, l.peers_cut AS cut")
        }
    analysis_limits.cache_clear()
    assert any(told.values())
    assert {row["id"]: row.get("peers_cut") for row in rows if row["label"] == "DutyList"} == told


def test_neo4j_admin_imports_it_and_findings_are_up_to_date(
    output: Path, whole: Subgraph, tmp_path: Path
) -> None:
    require("neo4j")
    neo4j_server.import_arguments(tmp_path / "home", output)
    with neo4j_server.running(tmp_path / "home", brief=True) as server:
        settings = StoreSettings(uri=server.uri, password=SecretStr(server.password), data=tmp_path)
        with GraphStore.open(settings) as imported:
            graph = read_subgraph(imported)
            assert up_to_date(imported)
    assert {node.id for node in graph.nodes} == {node.id for node in whole.nodes}
    assert len(graph.edges) == len(whole.edges)


@pytest.mark.parametrize(("source", "out", "said"), [("nowhere", "new", "找不到"), (".", ".", "已经存在")])
def test_a_wrong_place_is_told_in_a_line(
    output: Path, tmp_path: Path, source: str, out: str, said: str
) -> None:
    told = CliRunner().invoke(
        app, ["analyse", "--spark", "local[1]", str(tmp_path / source), "-o", str(tmp_path / out)]
    )
    assert told.exit_code == 2
    assert said in told.stderr


def test_without_pyspark_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    told = CliRunner().invoke(
        app, ["analyse", "--spark", "local[1]", str(tmp_path), "-o", str(tmp_path / "out")]
    )
    assert told.exit_code == 2
    assert "dutygraph[spark]" in told.stderr


def _read(folder: Path) -> list[dict[str, Any]]:
    rows = polars.read_parquet(folder / "**" / "*.parquet", hive_partitioning=True).to_dicts()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def _told(properties: Mapping[str, Any]) -> dict[str, Any]:
    names = (
        "kind",
        "payload",
        "department_ids",
        "sort_key",
        "topic",
        "data_version",
        "rules_version",
        "found",
    )
    return {name: properties.get(name) for name in names}


def _edge(type_: str, start: str, end: str, properties: Mapping[str, Any]) -> str:
    told = {name: value for name, value in properties.items() if value is not None}
    return json.dumps([type_, start, end, told], ensure_ascii=False, sort_keys=True)
