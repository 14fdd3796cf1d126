"""The commands about topics, over the sample district in a folder of its own."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dutygraph.__main__ import app

CIVIL = "云溪市澜江区民政局"
Run = Callable[..., Result]


@pytest.fixture
def run(sample_folder: Path, tmp_path: Path) -> Run:
    """Runs a command on the sample district."""
    folder = shutil.copytree(sample_folder, tmp_path / "data")

    def command(*arguments: str, lang: str = "zh", code: int = 0) -> Result:
        done = CliRunner().invoke(app, ["--data", str(folder), "--lang", lang, *arguments])
        assert done.exit_code == code, done.output
        return done

    return command


def _topics(run: Run, *choice: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("topics", "--format", "json", *choice).stdout)["topics"]
    return found


def test_choices_cut_the_list(run: Run) -> None:
    every = _topics(run)
    assert len(every) > 10
    assert _topics(run, "--limit", "2") == every[:2]
    assert _topics(run, "--severity", "high") == [one for one in every if one["severity"] == "high"]
    assert _topics(run, "--department", "区民政局") == [one for one in every if CIVIL in one["departments"]]
    kind = every[0]["kinds"][0]
    assert _topics(run, "--kind", kind) == [one for one in every if kind in one["kinds"]]
    assert _topics(run, "--status", "confirmed") == []
    assert "status" in run("topics", "--status", "opne", code=2).output
    assert "orphan.no_task" in run("topics", "--kind", "orphan.no_taks", code=2).output


def test_a_topic_is_shown_with_its_members_and_verdicts(run: Run) -> None:
    first = _topics(run, "--limit", "1")[0]
    beginning = first["id"][: len("topic-") + 8]
    run("verdict", first["id"], "confirmed", "--by", "张三", "--note", "已核对")
    card = json.loads(run("topic", beginning, "--format", "json").stdout)
    assert [member["id"] for member in card["members"]] == first["findings"]
    assert [member["verdict"]["by"] for member in card["members"]] == ["张三"] * len(first["findings"])
    printed = run("topic", beginning).stdout
    assert first["sentence"]["zh"] in printed.replace("\n", "")
    assert printed.count("  [") == len(first["findings"])
    assert "张三" in printed
    assert "已核对" in printed
    english = run("topic", beginning, lang="en").stdout
    assert first["sentence"]["en"].split()[0] in english
    assert [one["id"] for one in _topics(run, "--status", "confirmed")] == [first["id"]]


def test_the_list_counts_what_a_limit_cuts_off(run: Run) -> None:
    total = len(_topics(run))
    printed = run("topics", "--limit", "1").stdout
    assert str(total) in printed.splitlines()[-1]
    assert printed.count("topic-") == 1


def test_a_topic_that_there_is_not_is_told(run: Run) -> None:
    assert "topic-nothing" in run("topic", "topic-nothing", code=2).output
    assert "topics; give the full name or the id: " in run("topic", "topic-", code=2).output
