"""Findings are out of date as well when the analyses would say something else of the same lists."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from dutygraph.graph.analysis import version as analyses
from dutygraph.graph.limits import AnalysisLimits, analysis_limits
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import update
from dutygraph.queries.findings.update.versions import up_to_date
from tests.queries.short import document

LIST = {"department": "云溪市澜江区民政局", "duties": [{"text": "管理殡葬服务机构。"}]}
HOUSE = Path(analyses.__file__).parents[2]


def _forget() -> None:
    """Let what is read once in a process be read anew, as in the next one."""
    analysis_limits.cache_clear()
    analyses._files_version.cache_clear()


@pytest.fixture
def later(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """What makes the next process another one than that which has computed the findings."""
    read_documents(store, [document([LIST])])
    assert up_to_date(store)
    yield monkeypatch
    assert not up_to_date(store)
    assert update(store) is not None
    assert up_to_date(store)
    monkeypatch.undo()
    _forget()
    assert not up_to_date(store)


@pytest.mark.parametrize("name", ["pairs", "seconds"])
def test_a_limit(later: pytest.MonkeyPatch, name: str) -> None:
    later.setenv(AnalysisLimits.variable(name), "7")
    _forget()


def test_a_model_of_language(store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_documents(store, [document([LIST])])
    monkeypatch.setenv("DUTYGRAPH_EMBEDDINGS", str(tmp_path))
    assert not up_to_date(store)
    monkeypatch.undo()
    assert up_to_date(store)


def test_a_newer_package(later: pytest.MonkeyPatch) -> None:
    later.setattr(analyses, "version", lambda _: "99")
    _forget()


@pytest.mark.parametrize(
    "file",
    [
        "graph/analysis/language/objects.yaml",
        "graph/analysis/overlap/pairs/weights.yaml",
        "graph/analysis/peers.py",
        "graph/cypher/coverage_duties.cypher",
        "ingest/names/body_words.yaml",
        "ingest/names/former_bodies.csv",
        "ingest/laws/known_instruments.csv",
    ],
)
def test_a_file_that_decides(later: pytest.MonkeyPatch, tmp_path: Path, file: str) -> None:
    for room in ("graph", "ingest"):
        shutil.copytree(HOUSE / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / file).open("a", encoding="utf-8") as changed:
        changed.write("# another word\n")
    rooms = SimpleNamespace(files=lambda name: tmp_path.joinpath(*name.split(".")[1:]))
    later.setattr(analyses, "resources", rooms)
    _forget()
