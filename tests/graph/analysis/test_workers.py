"""Regions compared in processes of their own: the graph is the same, errors arrive, and no process stays."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from subprocess import Popen
from threading import Thread

import psutil
import pytest

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.workers import RegionWorkers
from dutygraph.graph.errors import ModelError, WorkerError
from dutygraph.graph.limits import AnalysisProcesses
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.values import Row
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.findings.update.reading import read_documents

BODIES = ("水利局", "农业农村局")
FIELDS = (
    "河道采砂", "食品安全", "消防安全", "校车安全", "燃气安全", "农药经营", "种子经营", "公墓管理", "森林防火",
    "水库大坝", "户外广告", "危险化学品", "婚姻登记", "城市绿化", "公共厕所", "屠宰检疫", "统计调查",
)  # fmt: skip
ACTS = ("负责{}的监督检查", "核发{}许可证", "收集{}信息并上报")
REGIONS = ("云溪市澜江区", "云溪市涟江区", "云溪市漪江区")


def a_list(region: str, body: str, party: str) -> bytes:
    """A list of fifty-one duties, and of matters that give a party a part."""
    duties = [act.format(field) for field in FIELDS for act in ACTS]
    rows = "".join(f"{n}\t{text}\t\n" for n, text in enumerate(duties, 1))
    parts = "".join(
        f"{n}\t{field}监管\t负责{field}的日常检查\t{party}\t\t\n" for n, field in enumerate(FIELDS[:3], 1)
    )
    return (
        f"{region}{body}责任清单\n\n一、部门职责\n\n序号\t主要职责\t备注\n{rows}"
        f"\n二、与相关部门的职责边界\n\n序号\t管理事项\t职责分工\t相关部门\t案例\t相关依据\n{parts}"
    ).encode()


def read(store: GraphStore, regions: Sequence[str], party: str) -> list[int]:
    """Read lists that give a party a part; return how many processes compare at each step."""
    counts: list[int] = []
    documents = [
        parse_bytes(a_list(name, body, party), f"{name}{body}.txt") for name in regions for body in BODIES
    ]
    read_documents(store, documents, lambda _: counts.append(workers_running()))
    return counts


def graph_of(store: GraphStore) -> list[list[Row]]:
    """All nodes and edges."""
    return [
        store.read(
            "MATCH (n) WHERE NOT n:Computation RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties"
            " ORDER BY id, labels"
        ),
        store.read(
            "MATCH (a)-[e]->(b) RETURN a.id AS start, type(e) AS type, b.id AS end, properties(e) AS properties"
            " ORDER BY start, type, end, toString(e.locator), e.position, e.group"
        ),
    ]


def workers_running(parent: int | None = None) -> int:
    """The processes that this one, or another, has started to compare regions."""
    return sum("popen_loky" in " ".join(one.cmdline()) for one in psutil.Process(parent).children())


def test_the_graph_is_the_same_however_many_processes_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graphs = []
    for processes in (1, 2):
        monkeypatch.setenv(AnalysisProcesses.variable("processes"), str(processes))
        with GraphStore.open(StoreSettings(data=tmp_path / str(processes))) as store:
            assert max(read(store, REGIONS, "区农业农村局")) == (processes if processes > 1 else 0)
            graphs.append(graph_of(store))
            assert workers_running() == 0
            assert set(read(store, REGIONS[:1], "区水利局")) == {0}  # one region alone
    for one_by_one, side_by_side in zip(*graphs, strict=True):
        assert one_by_one == side_by_side


def doubled(number: int) -> int:
    return 2 * number


def meets_a_bug(number: int) -> None:
    raise KeyError(number)


def lacks_a_model(_: int) -> None:
    raise ModelError(zh="缺少模型", en="there is no model")


def breaks_down(_: int) -> None:
    os._exit(1)


def takes_long(_: int) -> None:
    time.sleep(60)


def test_answers_and_errors_come_where_they_are_asked_for() -> None:
    with RegionWorkers(2) as workers:
        assert list(workers.each(doubled, range(9))) == [doubled(number) for number in range(9)]
        with pytest.raises(KeyError, match="7") as bug:
            list(workers.each(meets_a_bug, [7]))
        assert meets_a_bug.__name__ in str(bug.value.__cause__)
        with pytest.raises(ModelError) as error:
            list(workers.each(lacks_a_model, [7]))
        assert error.value.text == Bilingual("缺少模型", "there is no model")
        with pytest.raises(WorkerError, match="DUTYGRAPH_ANALYSIS_PROCESSES"):
            list(workers.each(breaks_down, range(3)))
    assert workers_running() == 0


def interrupted() -> None:
    """Be interrupted while two processes work."""
    with RegionWorkers(2) as workers:
        found = workers.each(takes_long, iter(range(9)))
        Thread(target=next, args=(found, None), daemon=True).start()
        while workers_running() < 2:
            time.sleep(0.02)
        raise KeyboardInterrupt


ALONE = """
from dutygraph.graph.analysis.workers import RegionWorkers
from tests.graph.analysis.test_workers import takes_long

with RegionWorkers(2) as workers:
    list(workers.each(takes_long, range(2)))
"""


def test_a_killed_process_leaves_none_behind() -> None:
    with Popen(
        [sys.executable, "-c", ALONE], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ) as parent:
        while workers_running(parent.pid) < 2:
            time.sleep(0.02)
        started = psutil.Process(parent.pid).children()
        parent.kill()
    _, left = psutil.wait_procs(started, timeout=50)  # less than they would work
    assert left == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_interruption_leaves_no_process() -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert workers_running() == 0
