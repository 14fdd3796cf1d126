"""A journal keeps what was added to it, whatever happened to its last line."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.errors import UnwritableFileError
from dutygraph.journal import Journal

JSON_LINE = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=4)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "verdicts.jsonl")


def test_it_gives_back_what_was_added(journal: Journal) -> None:
    journal.append([{"by": "张三", "at": 1}, {"by": "李四"}])
    journal.append([{"by": "王五"}])
    assert journal.read() == ([{"by": "张三", "at": 1}, {"by": "李四"}, {"by": "王五"}], [])


def test_one_that_nobody_wrote_to_is_empty(journal: Journal) -> None:
    journal.append([])
    assert journal.read() == ([], [])
    assert not journal.path.exists()


def test_a_journal_that_is_not_there_yet_is_rewritten_as_an_empty_one(journal: Journal) -> None:
    assert journal.rewrite(lambda lines: lines) == []
    assert not journal.path.parent.joinpath(f"{journal.path.name}.lock").exists()
    assert journal.rewrite(lambda lines: [*lines, {"by": "张三"}]) == [{"by": "张三"}]
    assert journal.read() == ([{"by": "张三"}], [])


@given(before=st.lists(JSON_LINE, min_size=1), after=JSON_LINE, data=st.data())
def test_a_line_that_was_cut_off_takes_no_other_with_it(
    before: list[dict[str, object]],
    after: dict[str, object],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal") / "verdicts.jsonl")
    journal.append(before)
    content = journal.path.read_bytes()
    last = content[:-1].rfind(b"\n") + 1
    journal.path.write_bytes(content[: data.draw(st.integers(last, len(content) - 2))])
    journal.append([after])
    lines, damaged = journal.read()
    assert lines == [*before[:-1], after]
    assert len(damaged) <= 1


def test_lines_that_are_no_objects_are_told(journal: Journal) -> None:
    journal.path.write_bytes(b'{"a": 1}\n\xff\xfe\n[1]\n\n{"a": 2}\n')
    assert journal.read() == ([{"a": 1}, {"a": 2}], [2, 3])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights")
def test_only_its_owner_may_read_it(journal: Journal) -> None:
    former = os.umask(0)
    try:
        journal.append([{"a": 1}])
    finally:
        os.umask(former)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


def test_several_processes_add_to_it(journal: Journal) -> None:
    program = (
        "import sys; from pathlib import Path; from dutygraph.journal import Journal\n"
        "for n in range(50): Journal(Path(sys.argv[1])).append([{'who': sys.argv[2], 'n': n, 'text': 'x' * 5000}])"
    )
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(journal.path), who], env=here) for who in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    lines, damaged = journal.read()
    assert damaged == []
    assert sorted((line["who"], line["n"]) for line in lines) == [(who, n) for who in "ab" for n in range(50)]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files")
def test_a_full_disk_leaves_it_as_it_was(journal: Journal) -> None:
    journal.append([{"a": 1}])
    before = journal.path.read_bytes()
    program = (
        "import resource, signal, sys; from pathlib import Path; from dutygraph.journal import Journal\n"
        "from dutygraph.errors import UnwritableFileError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try: Journal(Path(sys.argv[1])).append([{'text': 'x' * 500}])\n"
        "except UnwritableFileError: print('told')"
    )
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", program, str(journal.path)],
        env=here,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "told\n"
    assert journal.path.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableFileError):
        Journal(tmp_path / "file" / "verdicts.jsonl").append([{"a": 1}])
