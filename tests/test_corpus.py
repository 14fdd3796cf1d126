"""The made-up corpus is read as it was meant, and what is planted in it is found."""

from pathlib import Path

import pytest

from benchmarks.corpus.__main__ import FORMATS, write
from benchmarks.corpus.districts import District, district
from benchmarks.corpus.recall import KEY, not_found, read_key
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import DutyList
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.reading import read_documents

BODIES = ("民政局", "水利局", "林业局", "退役军人事务局", "商务局")
RECALL = 0.9


@pytest.fixture(scope="module")
def small() -> District:
    """A district of a few bodies."""
    return district(2, bodies=BODIES)


def test_a_district_is_the_same_every_time_and_no_two_are_alike(small: District) -> None:
    assert district(2, bodies=BODIES) == small
    assert district(2, seed=1, bodies=BODIES).lists != small.lists
    assert district(3, bodies=BODIES).region != small.region


def test_some_lists_are_those_of_an_earlier_district() -> None:
    first, *later = (
        _texts(one) for number in range(8) for one in district(number, bodies=["水利局", "林业局"]).lists[:1]
    )
    shares = [len(first & texts) / len(texts) for texts in later]
    assert max(shares) > 0.7
    assert min(shares) < 0.1


@pytest.mark.parametrize("form", FORMATS)
def test_lists_are_read_as_they_are_meant(form: str, small: District, tmp_path: Path) -> None:
    write(tmp_path, [small], form)
    read = {one.department: one for path in tmp_path.glob("*/*") for one in parse_file(path).lists}
    assert set(read) == {one.department for one in small.lists}
    for meant in small.lists:
        one = read[meant.department]
        assert (one.warnings, one.placed, one.read_in_part) == ([], 1.0, False)
        assert _texts(one) == _texts(meant)
        assert [shared.matter for shared in one.boundaries] == [shared.matter for shared in meant.boundaries]
        assert len(one.supervision) == len(meant.supervision)
        assert [service.phone for service in one.services] == [service.phone for service in meant.services]


def test_what_is_planted_is_found(small: District, tmp_path: Path, folder_store: GraphStore) -> None:
    write(tmp_path / "corpus", [small], "txt")
    read_documents(folder_store, map(parse_file, sorted((tmp_path / "corpus").glob("*/*"))))
    planted = read_key(tmp_path / "corpus")
    assert planted == small.planted, KEY
    assert len({plant.kind for plant in planted}) >= 5
    missed = not_found(planted, stored_findings(folder_store).findings)
    assert len(missed) <= (1 - RECALL) * len(planted), missed


def _texts(one: DutyList) -> set[str]:
    return {text for duty in one.duties for text in (duty.text, *(task.text for task in duty.tasks))}
