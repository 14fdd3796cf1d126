"""``--columns``: what headers stand for that nobody knows, given by whoever reads the lists."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.errors import StatedColumnsError
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.reading_options import ReadingOptions

TEXT = (
    "云溪市澜江区水利局责任清单\n一、部门职责\n序号\t履职大项\t履职要点\t谁来办\n"
    "1\t治水\t巡河\t驻河小分队\n2\t节水\t宣传\t驻村工作组\n"
)
STATED = "履职大项=duty,履职要点=具体工作事项，谁来办＝责任科室"


def test_stated_headers_are_known() -> None:
    (found,) = parse_bytes(TEXT.encode(), "list.txt", ReadingOptions(columns=STATED)).lists
    assert [(duty.text, [(task.text, task.office) for task in duty.tasks]) for duty in found.duties] == [
        ("治水", [("巡河", "驻河小分队")]),
        ("节水", [("宣传", "驻村工作组")]),
    ]
    assert found.warnings == []


def test_they_are_forgotten_with_the_document() -> None:
    plain = parse_bytes(TEXT.encode(), "list.txt")
    parse_bytes(TEXT.encode(), "list.txt", ReadingOptions(columns=STATED))
    assert parse_bytes(TEXT.encode(), "list.txt") == plain


def test_a_stated_header_counts_before_the_known_word() -> None:
    text = TEXT.replace("履职大项", "主要职责").replace("履职要点", "备注")
    (found,) = parse_bytes(text.encode(), "list.txt", ReadingOptions(columns="备注=task")).lists
    assert [[task.text for task in duty.tasks] for duty in found.duties] == [["巡河"], ["宣传"]]


@pytest.mark.parametrize("columns", ["谁来办", "谁来办=", "=office", "谁来办=office=task", "谁来办=somebody"])
def test_what_states_no_column_is_an_error(columns: str) -> None:
    with pytest.raises(StatedColumnsError, match="--columns"):
        parse_bytes(TEXT.encode(), "list.txt", ReadingOptions(columns=columns))


def test_the_commands_take_it(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(TEXT, encoding="utf-8")
    parsed = CliRunner().invoke(app, ["parse", str(path), "--columns", STATED])
    (found,) = json.loads(parsed.stdout)["documents"][0]["lists"]
    assert [duty["tasks"][0]["office"] for duty in found["duties"]] == ["驻河小分队", "驻村工作组"]

    data = tmp_path / "data"
    done = CliRunner().invoke(app, ["--data", str(data), "ingest", str(path), "--columns", STATED])
    assert done.exit_code == 0, done.output
    with GraphStore.open(StoreSettings(data=data)) as store:
        rows = store.read("MATCH (t:Task) RETURN t.text AS text ORDER BY text")
    assert [row["text"] for row in rows] == ["宣传", "巡河"]


def test_the_commands_refuse_an_unknown_role(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(TEXT, encoding="utf-8")
    refused = CliRunner().invoke(app, ["parse", str(path), "--columns", "谁来办=somebody"])
    assert refused.exit_code != 0
    assert "office（责任股室）" in refused.output
