"""Commands that only read make no folder, and say which one is empty and where the sample district lies."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.source_tree import ROOT

READING = (
    ["status"],
    ["doctor"],
    ["findings"],
    ["topics"],
    ["search", "谁管食品"],
    ["query", "duties", "--param", "department=区民政局"],
    ["metrics"],
    ["path", "区民政局", "区财政局"],
    ["export", "-o", "out.graphml"],
    ["verdicts", "report"],
    ["rules"],
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DUTYGRAPH_DATA", raising=False)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_what_only_reads_makes_no_folder(command: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 2
    assert "dutygraph-data 里还没有图谱" in done.stderr
    assert "dutygraph ingest" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_after_the_demo_the_answer_names_its_folder(sample_folder: Path, tmp_path: Path) -> None:
    demo = tmp_path / "dutygraph-data" / "demo"
    shutil.copytree(sample_folder, demo)
    done = CliRunner().invoke(app, ["status"])
    assert done.exit_code == 2
    assert f"--data {demo.relative_to(tmp_path)}" in done.stderr
    assert [path.name for path in demo.parent.iterdir()] == ["demo"]
    assert CliRunner().invoke(app, ["--data", "dutygraph-data/demo", "status"]).exit_code == 0


def test_a_graph_without_lists_is_told(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path / "made")) as store:
        store.prepare()
    done = CliRunner().invoke(app, ["--data", "made", "findings"])
    assert done.exit_code == 0
    assert "made 里的图谱没有清单" in done.stderr
    assert "共 0 条" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_findings_come_in_the_pager_of_a_terminal(sample_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_folder, tmp_path / "district")
    command = [sys.executable, "-m", "dutygraph", "--data", str(tmp_path / "district"), "findings"]
    plain = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert re.search(r"共 [1-9]\d\d 条", plain.stdout)
    paged = _in_terminal(command, {"PAGER": "sed -n '$='"})
    assert "共" not in paged
    assert int(paged.split()[-1]) > plain.stdout.count("finding-")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_reading_tells_that_findings_are_computed(tmp_path: Path) -> None:
    sample = ROOT / "data" / "02-market.txt"
    command = [sys.executable, "-m", "dutygraph", "--data", str(tmp_path / "new"), "ingest", str(sample)]
    shown = _in_terminal(command, {"TERM": "xterm"})
    for step in ("比对清单", "查找问题线索", "保存问题线索"):
        assert step in shown


def _in_terminal(command: list[str], environment: dict[str, str]) -> str:
    """What a command writes to a terminal."""
    pty = pytest.importorskip("pty")
    ours, its = pty.openpty()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=its, stdout=its, stderr=its, env={**os.environ, **environment}
    ):
        os.close(its)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    return written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""
