"""Warnings on the command line: the registry, and messages in the language that was asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.ingest.warnings import warning_kinds

TEXT = """气象局责任清单
一、部门职责
序号\t主要职责\t工作事项\t承办股室
1\t负责预警。\t\t预报股
"""
LINES = {
    "zh": "气象.txt 第4行{department}：部门职责：“预报股”所在行没有具体工作事项 [office_without_task]",
    "en": "气象.txt line 4{department}: 部门职责: the row of “预报股” has no task [office_without_task]",
}


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_registry_is_printed() -> None:
    printed = json.loads(run("schema", "--warnings"))
    assert [entry["code"] for entry in printed] == list(warning_kinds())
    assert printed[0] == {
        "code": "unplaced_text",
        "title": {"zh": "未能归类的文字", "en": "Unplaced text"},
        "template": {
            "zh": "{section}{place}：未能归类的文字“{text}”",
            "en": "{section}{place}: text that could not be placed: “{text}”",
        },
        "advice": printed[0]["advice"],
    }
    assert {*printed[0]["advice"]} == {"zh", "en"}


@pytest.mark.parametrize("lang", LINES)
def test_a_message_is_in_the_language_asked_for(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "气象.txt"
    path.write_text(TEXT, encoding="utf-8")
    parsed = run("--lang", lang, "parse", str(path), "--format", "table").splitlines()
    assert LINES[lang].format(department="") in parsed
    ingested = run("--lang", lang, "--data", str(tmp_path / "data"), "ingest", str(path)).splitlines()
    assert LINES[lang].format(department=" 气象局") in ingested
