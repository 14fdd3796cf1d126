"""``ingest`` and ``parse`` of files of which nothing is taken in: what they print, and how they end."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app

LIST = "云溪市白石区档案局责任清单\n一、部门职责\n序号\t主要职责\t工作事项\t责任科室\n1\t负责接收\t接收档案\t业务科\n"
PROVISIONS = "云溪市白石区档案局职能配置、内设机构和人员编制规定\n第一条 制定本规定。\n第二条 设办公室。\n"
ENGLISH = "Water Bureau\nIt maintains the pipes.\n"
NOBODY = LIST.partition("\n")[2]


def run(command: str, folder: Path, **files: str) -> tuple[int, str]:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    names = [str(folder / f"{name}.txt") for name in files]
    done = CliRunner().invoke(app, ["--data", str(folder / "data"), command, *names])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a": LIST}, 0),
        ({"a": LIST, "b": PROVISIONS}, 2),
        ({"b": PROVISIONS}, 2),
        ({"b": ENGLISH}, 2),
        ({"b": NOBODY}, 2),
    ],
)
def test_what_is_not_taken_in_shows_in_how_ingest_ends(
    files: dict[str, str], code: int, tmp_path: Path
) -> None:
    assert run("ingest", tmp_path, **files)[0] == code


@pytest.mark.parametrize(("text", "code"), [(LIST, 0), (NOBODY, 0), (PROVISIONS, 2), (ENGLISH, 2)])
def test_parse_ends_so_when_it_has_read_nothing(text: str, code: int, tmp_path: Path) -> None:
    assert run("parse", tmp_path, a=text)[0] == code


def test_no_share_is_told_of_what_is_not_taken_in(tmp_path: Path) -> None:
    _, output = run("ingest", tmp_path, nobody=NOBODY)
    (row,) = (line for line in output.splitlines() if "未入库 │" in line)
    assert "nobody.txt" in row
    assert "%" not in row


def test_nothing_goes_in_under_a_stated_body_that_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    arguments = ["--data", str(tmp_path / "data"), "ingest", str(tmp_path / "a.txt")]
    done = CliRunner().invoke(app, [*arguments, "--department", "云溪市白石区水务局"])
    assert (done.exit_code, "新增 0" in done.output) == (2, True)
