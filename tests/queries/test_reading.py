"""A reading that breaks off is seen and made up for; two at once end with all findings."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.errors import StoreBusyError
from dutygraph.graph.loading.registers import import_register
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.laws.register import LawRegister, RegisterEntry
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import ANALYSES, recompute
from dutygraph.queries.findings.update.versions import outdated_departments, up_to_date
from tests.conftest import ENGINES
from tests.queries.conftest import DATA
from tests.queries.processes import KILLED, line, start, word

BEFORE, *FILES = (str(DATA / f"{name}.txt") for name in ("02-market", "03-housing-finance", "04-commerce"))
STEPS = len(FILES) + 1 + len(ANALYSES) + 3
"""Documents, orphans, analyses, rules, findings, end."""


def read(store: GraphStore, *files: str) -> None:
    """Read files undisturbed."""
    read_documents(store, [parse_file(Path(file)) for file in files])


def state(store: GraphStore) -> list[list[dict[str, Any]]]:
    """All that a computation puts into the graph, but versions."""
    return [
        store.read(
            "MATCH (f:Finding) RETURN f.id AS id, f.payload AS payload, f.department_ids AS departments,"
            " COLLECT { MATCH (f)-[:CONCERNS]->(n) RETURN n.id ORDER BY n.id } AS nodes ORDER BY id"
        ),
        store.read("MATCH (d:Department) RETURN d.id AS id, d.ties AS ties, d.hub AS hub ORDER BY id"),
        store.read(
            "MATCH (a)-[e:SIMILAR_TO|REPEATS|ANSWERED_BY|ALIKE|REGISTERED_AS|MISNAMES|SHOWS_SLIP]->(b)"
            " RETURN a.id AS a, type(e) AS type, b.id AS b ORDER BY a, type, b"
        ),
    ]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """What the graph holds after all files were read undisturbed."""
    with GraphStore.open(StoreSettings(data=tmp_path_factory.mktemp("undisturbed"))) as store:
        read(store, BEFORE, *FILES)
        return state(store)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with what was read before, to be copied."""
    folder = tmp_path_factory.mktemp("before")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        read(store, BEFORE)
    return folder


@pytest.fixture(params=ENGINES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoreSettings]:
    """Where an empty graph lives, on each engine."""
    if request.param == "embedded":
        yield StoreSettings(data=tmp_path / "data")
        return
    server: StoreSettings = request.getfixturevalue("neo4j_settings")
    with GraphStore.open(server) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    yield server


@pytest.mark.parametrize("step", range(2, STEPS + 1))
def test_a_reading_that_is_killed_is_made_up_for(
    step: int, before: Path, tmp_path: Path, undisturbed: list[list[dict[str, Any]]]
) -> None:
    settings = StoreSettings(data=shutil.copytree(before, tmp_path / "data"))
    killed = start(settings, "die", str(step), *FILES)
    assert killed.wait(120) == KILLED, killed.communicate()
    with GraphStore.open(settings) as store:
        assert stored_findings(store).stale is (step < STEPS)
        read(store)
        assert not stored_findings(store).stale
        if step > len(FILES):  # all documents were in
            assert state(store) == undisturbed
        read(store, *FILES)
        assert state(store) == undisturbed


@pytest.mark.parametrize("settings", ["embedded"], indirect=True)
def test_recomputing_makes_up_for_a_reading_that_was_killed(
    settings: StoreSettings, undisturbed: list[list[dict[str, Any]]]
) -> None:
    killed = start(settings, "die", str(len(FILES) + 2), BEFORE, *FILES)
    assert killed.wait(120) == KILLED, killed.communicate()
    with GraphStore.open(settings) as store:
        recompute(store)
        assert up_to_date(store)
        assert state(store) == undisturbed


@pytest.mark.parametrize(
    ("step", "order", "settings"),
    [
        ("orphans", FILES, "embedded"),
        ("orphans", FILES[::-1], "embedded"),
        ("findings", FILES, "embedded"),
        ("findings", FILES[::-1], "neo4j"),
        ("orphans", FILES, "neo4j"),
    ],
    indirect=["settings"],
)
def test_two_readings_at_once_end_with_all_findings(
    step: str, order: list[str], settings: StoreSettings, undisturbed: list[list[dict[str, Any]]]
) -> None:
    with GraphStore.open(settings) as store:
        read(store, BEFORE)
        first = start(settings, "pause", step, order[0])
        assert line(first) == "waiting"
        second = start(settings, "begin", order[1])
        assert line(second) == "waiting"
        word(second)
        with pytest.raises(StoreBusyError), GraphStore.open(_impatient(settings)) as third:
            read(third)
        word(first)
        for process in (first, second):
            _, errors = process.communicate(timeout=120)
            assert (process.returncode, errors) == (0, "")
        assert up_to_date(store)
        assert state(store) == undisturbed


def test_what_two_interrupted_readings_have_left_is_computed_together(
    folder_store: GraphStore, undisturbed: list[list[dict[str, Any]]]
) -> None:
    def interrupted(file: str) -> Iterator[Any]:
        yield parse_file(Path(file))
        raise KeyboardInterrupt

    read(folder_store, BEFORE)
    for file in FILES:
        with pytest.raises(KeyboardInterrupt):
            read_documents(folder_store, interrupted(file))
    changed = outdated_departments(folder_store)
    listed = folder_store.read("MATCH (l:DutyList) WHERE l.computed IS NULL RETURN count(l) AS n")[0]["n"]
    assert changed is not None
    assert len(changed) == listed > 1
    read(folder_store)
    assert state(folder_store) == undisturbed


def test_a_list_that_comes_back_as_it_was_is_computed_again(folder_store: GraphStore) -> None:
    read(folder_store, *FILES)
    before = state(folder_store)
    whole = parse_file(Path(FILES[0]))
    half = whole.model_copy(
        update={"lists": [one.model_copy(update={"duties": one.duties[::2]}) for one in whole.lists]}
    )

    def back_and_forth() -> Iterator[Any]:
        yield half
        yield whole

    read_documents(folder_store, back_and_forth())
    assert state(folder_store) == before


def test_another_register_puts_all_findings_out_of_date(folder_store: GraphStore) -> None:
    read(folder_store, BEFORE)
    entry = RegisterEntry("岚山市公园管理条例", "地方性法规", "2005-10-25", "", True, 40, "岚山地方法规")
    import_register(folder_store, LawRegister((entry,), ()), "法规库.csv")
    assert outdated_departments(folder_store) is None
    read(folder_store)
    assert up_to_date(folder_store)


def test_a_change_of_the_builtin_table_puts_all_findings_out_of_date(
    folder_store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dutygraph.ingest.laws.known_instruments import known_instruments

    read(folder_store, BEFORE)
    fewer = known_instruments()[:-1]
    monkeypatch.setattr("dutygraph.graph.loading.registers.known_instruments", lambda: fewer)
    assert outdated_departments(folder_store) is None


def _impatient(settings: StoreSettings) -> StoreSettings:
    return settings.model_copy(update={"wait": 0.3})
