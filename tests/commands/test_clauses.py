"""``explain clauses``: the frames of the clauses of a file, without a store."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app


def test_clauses_of_a_file_are_printed_with_their_frames(tmp_path: Path) -> None:
    file = tmp_path / "clauses.jsonl"
    rows = [{"source": "a.txt", "line": 3, "clause": "会同区文旅局检查旅行社"}, {"clause": "编制防洪预案"}]
    file.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    done = CliRunner().invoke(app, ["--data", str(tmp_path / "none"), "explain", "clauses", str(file)])
    assert done.exit_code == 0, done.output
    printed = [json.loads(line) for line in done.stdout.splitlines()]
    assert [{key: row[key] for key in row if key != "frames"} for row in printed] == rows
    assert printed[0]["frames"] == [
        {
            "acts": ["检查"],
            "object": {"text": "旅行社", "head": "旅行社", "limits": []},
            "partners": ["区文旅局"],
            "role": "joint",
            "exceptions": [],
            "affair": "field",
            "stage": "supervise",
        }
    ]
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("line", ["编制防洪预案", "[1]", '{"clause": 3}', "[" * 100_000])
def test_a_line_that_is_no_clause_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "clauses.jsonl"
    file.write_text('{"clause": "编制防洪预案"}\n' + line, encoding="utf-8")
    done = CliRunner().invoke(app, ["explain", "clauses", str(file)])
    assert done.exit_code == 2
    assert "第 2 行" in done.stderr
