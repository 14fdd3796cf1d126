"""Fixtures for all rooms: a clean store on each engine, and a data folder with the sample district."""

import gc
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import neo4j
import pytest
from filelock import FileLock
from hypothesis import settings
from pydantic import SecretStr

# As many processes run tests as there are cores: threads of numpy's own would only wait for one another. The libraries read
# this when they are loaded, here and in all processes that tests start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dutygraph import clock
from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.model import Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests import neo4j_server
from tests.components import require
from tests.sample import load_sample

# Spark, too, lives for seconds here, and spends them on compiling its own code. Programs in Java read this when they start.
os.environ.setdefault("JDK_JAVA_OPTIONS", " ".join(neo4j_server.BRIEF_OPTIONS))

# A test may take long on a busy machine; speed is measured in benchmarks/.
settings.register_profile("patient", deadline=None, print_blob=True)
settings.load_profile("patient")

_LONGEST_NAME = 60
"""Bytes."""
ENGINES = ("embedded", "neo4j")


@pytest.fixture(scope="session", autouse=True)
def first_day() -> Iterator[None]:
    """Let it be the same day in every test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "today", lambda: date(2026, 1, 1))
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of all property tests here, for the report to name it; worker processes get the same."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.randrange(2**32))


def pytest_report_header(config: pytest.Config) -> str:
    """Say how to repeat the property tests of this run."""
    return f"property tests: --hypothesis-seed={config.option.hypothesis_seed}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests on Neo4j in one worker process, so that a run starts one server; likewise what a module prepares."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if "neo4j_settings" in names or "neo4j" in parameters.values():
            item.add_marker(pytest.mark.xdist_group("neo4j"))
        elif _shares_with_its_module(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let the garbage collector look seldom, and never at modules and tests: that was a tenth of the CPU of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name tests of whole files after the argument: packed files hold the time, and all processes must name tests alike."""
    return argname if isinstance(val, bytes) and len(val) > _LONGEST_NAME else None


def _shares_with_its_module(item: pytest.Item) -> bool:
    """Tell whether a test uses a fixture that is made once for its module."""
    definitions = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    return any(fixture[-1].scope == "module" for fixture in definitions.values())


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    """Keep tests away from the graph of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for field in StoreSettings.model_fields:
            patch.delenv(f"DUTYGRAPH_{field.upper()}", raising=False)
        yield


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreSettings]:
    """A Neo4j server of this test run."""
    require("neo4j")
    with neo4j_server.running(tmp_path_factory.mktemp("neo4j"), brief=True) as server:
        beside = tmp_path_factory.mktemp("beside")
        password = SecretStr(server.password)
        _name_everything(server)
        yield StoreSettings(uri=server.uri, user=neo4j_server.USER, password=password, data=beside)


def _name_everything(server: neo4j_server.Server) -> None:
    """Let a server know all names of the ontology, as one that was used does: it plans statements anew when one appears."""
    known = ontology()
    kinds = (*known.nodes.values(), *known.edges.values())
    names = {
        "db.createLabel": list(known.nodes),
        "db.createRelationshipType": list(known.edges),
        "db.createProperty": sorted({name for kind in kinds for name in kind.properties}),
    }
    with neo4j.GraphDatabase.driver(server.uri, auth=(neo4j_server.USER, server.password)) as driver:
        for procedure, new in names.items():
            driver.execute_query(f"UNWIND $new AS name CALL {procedure}(name)", new=new)


def _made_once(factory: pytest.TempPathFactory, name: str, fill: Callable[[GraphStore], None]) -> Path:
    """Return a data folder made once for all worker processes, which copy it."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, draft = shared / name, shared / f"{name}-draft"
    with FileLock(shared / f"{name}.lock"):
        if not folder.is_dir():
            with GraphStore.open(StoreSettings(data=draft)) as store:
                fill(store)
            draft.rename(folder)
    return folder


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample district and its findings: to be copied."""
    return _made_once(tmp_path_factory, "sample", load_sample)


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with constraints and indexes and nothing else: to be copied, which is faster than making it."""
    return _made_once(tmp_path_factory, "empty", GraphStore.prepare)


@pytest.fixture(scope="session")
def sample_graph(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Subgraph:
    """The sample district and its findings, to be written into an empty store of either engine."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("sample") / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        return read_subgraph(store)


@pytest.fixture(scope="session", params=ENGINES)
def shared_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    if request.param == "neo4j":
        settings: StoreSettings = request.getfixturevalue("neo4j_settings")
    else:
        settings = StoreSettings(data=tmp_path_factory.mktemp("embedded"))
    with GraphStore.open(settings) as store:
        store.prepare()
        yield store


@pytest.fixture
def store(shared_store: GraphStore) -> GraphStore:
    """An empty store with constraints and indexes; the test runs once per engine."""
    shared_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    return shared_store


@pytest.fixture
def folder_store(empty_folder: Path, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty store on the embedded engine in a data folder of its own, for what has to be tried on one engine."""
    folder = shutil.copytree(empty_folder, tmp_path / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        yield store
