"""A journal in parts loses nothing, whoever writes, reads or tidies up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dutygraph import parted_journal
from dutygraph.parted_journal import PartedJournal


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PartedJournal:
    monkeypatch.setattr(parted_journal, "PART_BYTES", 40)
    return PartedJournal(tmp_path / "audit.jsonl")


def test_what_is_full_is_laid_aside_and_all_parts_are_read(journal: PartedJournal) -> None:
    for n in range(20):
        journal.append([{"n": n, "by": "张三"}])
    names = sorted(path.name for path in journal.path.parent.glob("*.jsonl"))
    assert names[:2] == ["audit.0001.jsonl", "audit.0002.jsonl"]
    assert len(names) > 5
    assert all(path.stat().st_size < 80 for path in journal.path.parent.glob("*.jsonl"))
    assert journal.read() == ([{"n": n, "by": "张三"} for n in range(20)], [])


def test_damaged_lines_are_numbered_over_all_parts(journal: PartedJournal) -> None:
    journal.path.write_bytes(b'{"a": 1}\nno object\n' + b'{"a": "' + b"x" * 30 + b'"}\n')
    journal.append([{"a": 2}])
    journal.path.write_bytes(journal.path.read_bytes() + b"cut o")
    lines, damaged = journal.read()
    assert [line["a"] for line in lines] == [1, "x" * 30, 2]
    assert damaged == [2, 5]


def test_a_part_that_was_moved_away_makes_no_later_one_go(journal: PartedJournal) -> None:
    for n in range(6):
        journal.append([{"n": n, "text": "x" * 40}])
    journal.path.with_name("audit.0001.jsonl").unlink()
    journal.append([{"n": 6}])
    assert [line["n"] for line in journal.read()[0]] == [1, 2, 3, 4, 5, 6]


def test_processes_add_to_it_while_it_is_read(journal: PartedJournal) -> None:
    program = (
        "import sys; from pathlib import Path; from dutygraph import parted_journal\n"
        "parted_journal.PART_BYTES = 500\n"
        "for n in range(60): parted_journal.PartedJournal(Path(sys.argv[1])).append([{'who': sys.argv[2], 'n': n}])"
    )
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(journal.path), who], env=here) for who in "ab"
    ]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        lines, damaged = journal.read()
        assert len(lines) >= seen
        assert damaged == []
        seen = len(lines)
    assert [writer.returncode for writer in writers] == [0, 0]
    lines, _ = journal.read()
    assert sorted((line["who"], line["n"]) for line in lines) == [(who, n) for who in "ab" for n in range(60)]
