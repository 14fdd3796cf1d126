"""Nothing that a list, a verdict or an argument says steers the terminal, whatever command prints it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.update.recompute import recompute
from tests.hostile import STEERING, STEERS
from tests.queries.short import load

DEPARTMENT = f"澜江区档案{STEERS}局"
LIST = f"云溪市澜江区档案局责任清单\n一、部门职责\n序号\t责任股室\t主要职责\n1\t保管{STEERS}股\t负责{STEERS}档案。\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with lists that steer, past the cleaning of the readers."""
    path = tmp_path_factory.mktemp("terminal")
    duty = {
        "text": f"负责食品生产许可{STEERS}",
        "tasks": [{"text": f"食品检查{STEERS}", "office": STEERS}],
        "remark": STEERS,
    }
    parties = [
        {"department": name, "division": STEERS, "basis": STEERS} for name in (DEPARTMENT, f"区{STEERS}局")
    ]
    with GraphStore.open(StoreSettings(data=path / "data")) as store:
        store.prepare()
        load(
            store,
            [
                {
                    "title": STEERS, "department": DEPARTMENT, "duties": [duty],
                    "boundaries": [{"matter": f"食品{STEERS}", "parties": parties}],
                    "supervision": [{"title": STEERS, "targets": STEERS, "sections": [STEERS], "body": []}],
                    "services": [{"name": STEERS, "content": STEERS, "handler": STEERS, "phone": STEERS}],
                    "citations": [{"title": STEERS, "document_number": STEERS}],
                },
                {"department": f"澜江区财政{STEERS}局", "duties": [duty],
                 "boundaries": [{"matter": f"食品{STEERS}", "parties": parties}]},
            ],
        )  # fmt: skip
        recompute(store)
    (path / f"清单{STEERS}.txt").write_text(LIST, encoding="utf-8")
    (path / f"坏{STEERS}.docx").write_bytes(b"PK\x03\x04")
    return path


@pytest.fixture(scope="module")
def finding(folder: Path) -> str:
    """The id of a finding, with a verdict that steers."""
    listed = json.loads(
        CliRunner().invoke(app, ["--data", f"{folder / 'data'}", "findings", "--format", "json"]).stdout
    )
    id_: str = listed["findings"][0]["id"]
    said = ["verdict", id_, "confirmed", "--by", STEERS, "--note", STEERS, "--responsible", STEERS]
    assert CliRunner().invoke(app, ["--data", str(folder / "data"), *said]).exit_code == 0
    return id_


TABLES = ["departments", "duties", "tasks", "offices", "laws", "matters", "services", "documents"]
COMMANDS = [
    *(["query", name, "--format", shape] for name in TABLES for shape in ("table", "csv", "json")),
    *(["search", "食品", "--format", shape] for shape in ("table", "csv", "json")),
    *(["findings", "--format", shape] for shape in ("table", "csv", "json")),
    *(["metrics", "--format", shape] for shape in ("table", "csv", "json")),
    *(["dependents", "澜江区", "--format", shape] for shape in ("table", "csv", "json")),
    *(["path", "FINDING", "食品", "--format", shape] for shape in ("table", "csv", "json")),
    *([command, "FINDING", "--format", shape] for command in ("finding", "topic") for shape in ("table", "json")),
    *(["topics", "--format", shape] for shape in ("table", "json")),
    *(["parse", "FOLDER", "--format", shape] for shape in ("table", "json")),
    *(["verdicts", "report", "--format", shape] for shape in ("table", "json")),
    *(["token", "list", "--format", shape] for shape in ("table", "csv", "json")),
    *(["explain", what, STEERS] for what in ("department", "duty", "clauses")),
    *(["query", "departments", "--param", f"{STEERS}=1"], ["query", STEERS], ["search", STEERS], ["finding", STEERS]),
    *(["verdict", "FINDING", "confirmed", "--by", STEERS], ["verdict", STEERS, "confirmed", "--by", "x"]),
    *(["verdicts", "export", f"FOLDER/{STEERS}"], ["verdicts", "import", STEERS], ["laws", "import", STEERS]),
    *(["export", "-o", f"FOLDER/{STEERS}.jsonl", "--format", "jsonl"], ["export", "-o", f"FOLDER/{STEERS}/x/y"]),
    *(["graph", "--department", "档案", "-o", f"FOLDER/{STEERS}.html"], ["graph", "--kind", STEERS, "-o", "x"]),
    *(["report", "-o", f"FOLDER/{STEERS}.docx"], ["report", "--department", STEERS, "-o", "FOLDER/x.xlsx"]),
    *(["template", "-o", f"FOLDER/{STEERS}.xlsx"], ["remove", f"无{STEERS}"], ["rules", STEERS]),
    *(["serve", "--host", STEERS],),
    *(["token", "create", STEERS], ["token", "create", STEERS, "--role", STEERS], ["token", "revoke", STEERS]),
    *(["status"], ["doctor"], ["audit"], ["laws", "status"], ["rules"], ["recompute"], ["settings"], ["schema"]),
    *(["letter", "write", "-o", f"FOLDER/{STEERS}.docx", "--department", "档案"], ["letter", "read", STEERS]),
    *(["analyse", "--spark", "local[1]", f"FOLDER/{STEERS}", "-o", f"FOLDER/{STEERS}.out"],),
    *([STEERS], ["status", STEERS], ["status", f"--{STEERS}"], ["serve", "--port", STEERS]),
    ["ingest", "FOLDER"],
]  # fmt: skip


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--data", str(folder / "data"), *arguments])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_command_lets_a_text_steer(lang: str, folder: Path, finding: str) -> None:
    for command in COMMANDS:
        filled = [part.replace("FINDING", finding).replace("FOLDER", str(folder)) for part in command]
        done = run(folder, "--lang", lang, *filled)
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exception)
        printed = done.output.removeprefix("\ufeff")
        assert printed, command
        assert not STEERING.search(printed), (command, ascii(STEERING.search(printed)))


def test_a_character_is_told_by_its_number(folder: Path) -> None:
    shown = "甲<U+001B>[31m乙<U+009B>31m丙<U+007F>丁<U+202E>戊<U+200B>己<U+FFFE>庚"
    assert shown in run(folder, "query", STEERS).stderr
    assert shown in run(folder, "query", "departments", "--format", "csv").stdout
    rows = json.loads(run(folder, "query", "departments", "--format", "json").stdout)
    assert any(STEERS in str(value) for row in rows for value in row.values())  # JSON has escapes for them


def test_every_command_is_tried() -> None:
    groups = ("verdicts", "laws", "token", "letter")
    tried = {" ".join(command[: 2 if command[0] in groups else 1]) for command in COMMANDS}
    assert set(_names()) - tried <= {"demo", "mcp"}  # mcp prints messages of its protocol only


def _names() -> Iterator[str]:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        yield from (f"{name} {below}" for below in inner) if inner else [name]
