"""Tokens and the record of writes on the command line."""

import json
import re
from pathlib import Path

from typer.testing import CliRunner, Result

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings


def run(folder: Path, *arguments: str) -> Result:
    done = CliRunner().invoke(app, ["--data", str(folder), *arguments])
    assert done.exit_code == 0, done.output
    return done


def test_who_revokes_the_last_token_is_told_that_nobody_can_write(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for name in ("one", "other"):
        run(folder, "token", "create", name, "--role", "editor")
    listed = run(folder, "token", "list", "--format", "csv").stdout
    assert len(re.findall(r",[-0-9]{10}T[:0-9]{8}Z,", listed)) == 2
    one, other = (
        token["id"] for token in json.loads(run(folder, "token", "list", "--format", "json").stdout)
    )
    assert "tokens.json" not in run(folder, "token", "revoke", one).output
    assert "tokens.json" in run(folder, "token", "revoke", other).output


def test_lines_of_the_record_that_are_none_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with GraphStore.open(StoreSettings(data=folder)) as store:
        store.prepare()
    (folder / "audit.jsonl").write_text("nothing\n", encoding="utf-8")
    assert "1 lines" in run(folder, "audit").output
