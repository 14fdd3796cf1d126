"""The commands that write letters to departments and read what came back."""

from pathlib import Path

import docx
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.update.reading import read_documents
from tests.queries.short import document

CIVIL = "云溪市澜江区民政局"
LIST = {"department": CIVIL, "duties": [{"text": "组织评选。"}], "sections_present": ["部门职责"]}


def test_letters_go_to_one_region_and_it_is_asked_for_where_there_are_several(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        names = (CIVIL, "云溪市白石区民政局")
        lists = [{**LIST, "department": name} for name in names]
        read_documents(store, [document([one], f"{one['department']}.txt") for one in lists])
    out = tmp_path / "函"
    command = ["--data", str(tmp_path / "data"), "letter", "write", "-o", str(out), "--status", "未核查"]
    told = CliRunner().invoke(app, command)
    assert told.exit_code == 2
    assert "澜江区（" in told.output
    assert "白石区（" in told.output
    assert CliRunner().invoke(app, [*command, "--region", "白石区"]).exit_code == 0
    assert [path.stem for path in out.iterdir()] == [names[1]]


def test_letters_are_read_one_by_one_whatever_is_among_them(tmp_path: Path) -> None:
    data, letters = tmp_path / "data", tmp_path / "函"
    letters.mkdir()
    with GraphStore.open(StoreSettings(data=data)) as store:
        read_documents(store, [document([LIST], "甲.txt")])
    command = ["--data", str(data), "letter"]
    written = letters / "a.docx"
    asked = ["write", "-o", str(written), "--department", CIVIL, "--status", "未核查"]
    assert CliRunner().invoke(app, [*command, *asked]).exit_code == 0
    paper = docx.Document(str(written))
    for row in paper.tables[0].rows[1:]:
        row.cells[-1].text = "无异议"
    for name in ("a", "b"):
        paper.save(str(letters / f"{name}.docx"))
    (letters / "00.docx").write_bytes(b"junk")
    told = CliRunner().invoke(app, [*command, "read", str(letters / "*.docx")])
    assert told.exit_code == 2, told.output
    assert all(name in told.stdout for name in ("a.docx", "b.docx"))
    assert "00.docx" in told.stderr
    assert "3 份中有 1 份未能读入" in told.stderr
    again = CliRunner().invoke(app, [*command, "read", str(written)])
    assert again.exit_code == 0, again.output
