"""``dutygraph path`` and ``dutygraph dependents``."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dutygraph.__main__ import app


@pytest.fixture(scope="module")
def folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(sample_folder, tmp_path_factory.mktemp("graph") / "data")


def run(folder: Path, *arguments: str, code: int = 0) -> Result:
    done = CliRunner().invoke(app, ["--data", str(folder), *arguments])
    assert done.exit_code == code, done.output
    return done


def test_a_path_is_read_aloud_with_its_places(folder: Path) -> None:
    lines = run(folder, "path", "区民政局", "区财政局", "--paths", "1").stdout.splitlines()
    assert lines[0].startswith("1. 云溪市澜江区民政局")
    assert lines[0].endswith("。")
    steps = lines[1:]
    assert steps
    assert all(".txt 第" in step for step in steps)
    english = run(folder, "--lang", "en", "path", "区民政局", "区财政局", "--paths", "1").stdout
    assert ", which " in english


def test_a_path_as_data(folder: Path) -> None:
    answer = json.loads(run(folder, "path", "区民政局", "区财政局", "--format", "json").stdout)
    table = run(folder, "path", "区民政局", "区财政局", "--format", "csv").stdout
    assert len(table.splitlines()) - 1 == sum(len(path["steps"]) for path in answer["paths"])


def test_no_path_is_said(folder: Path) -> None:
    assert "没有路径" in run(folder, "path", "区民政局", "区财政局", "--hops", "1").stdout


def test_dependents_are_counted_and_listed(folder: Path) -> None:
    printed = run(folder, "dependents", "区民政局", "--limit", "3").stdout
    assert printed.startswith("受影响的共")
    assert "还有更多" in printed
    assert json.loads(run(folder, "dependents", "区民政局", "--format", "json").stdout)["total"] > 3


def test_an_ambiguous_name_names_the_choices(folder: Path) -> None:
    done = run(folder, "path", "区民政局", "办公室", code=2)
    assert "区财政局/办公室" in done.output.replace("澜江", "") or "财政局/办公室" in done.output
