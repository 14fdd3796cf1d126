"""Letters over HTTP, in the browser's form and on the command line: written, refused, read back."""

import io
import shutil
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.queries.letters.codes import codes_in
from tests.api.conftest import client
from tests.api.writes.asking import OWN_PAGE

__all__ = ["client"]

ASKED = {"department": "区民政局", "status": "未核查"}


def answered(content: bytes, text: str) -> bytes:
    """A letter in Word with one answer to its first finding."""
    paper = docx.Document(io.BytesIO(content))
    paper.tables[0].rows[1].cells[4].text = text
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def test_a_letter_is_a_download_of_its_kind(client: TestClient) -> None:
    word = client.get(
        "/reports/letter/docx", params={**ASKED, "lang": "en", "due": "2027-01-31", "sender": ""}
    )
    assert word.headers["content-disposition"] == 'attachment; filename="letter.docx"'
    assert "2027-01-31" in "".join(line.text for line in docx.Document(io.BytesIO(word.content)).paragraphs)
    sheet = openpyxl.load_workbook(
        io.BytesIO(client.get("/reports/letter/xlsx", params=ASKED).content)
    ).worksheets[0]
    assert codes_in(str(sheet["B5"].value))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports/letter/pdf?department=区民政局", 422),
        ("/reports/letter/docx", 422),
        ("/reports/letter/docx?department=气象台", 404),
        ("/reports/letter/docx?department=区民政局", 422),
        ("/reports/letter/docx?department=区民政局&due=morgen", 422),
        ("/reports/letter/docx?department=区民政局&status=未核查&due=2025-12-31", 422),
    ],
)
def test_a_mistake_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.json()["zh"]


@pytest.fixture(scope="module")
def folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample district."""
    return shutil.copytree(sample_folder, tmp_path_factory.mktemp("letters") / "data")


def run(folder: Path, *arguments: str, code: int = 0) -> Any:
    done = CliRunner().invoke(app, ["--data", str(folder), *arguments])
    assert done.exit_code == code, done.output
    return done.output.replace("\n", "")


def test_the_command_writes_and_reads(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "函.docx"
    assert "属实" in run(folder, "letter", "write", "-o", str(out), "--department", "区民政局", code=2)
    assert ".xlsx" in run(
        folder, "letter", "write", "-o", str(tmp_path / "a.odt"), "--department", "区民政局", code=2
    )
    assert "文件夹" in run(folder, "letter", "write", "-o", str(out), code=2)
    assert list(tmp_path.iterdir()) == []
    run(folder, "letter", "write", "-o", str(out), "--department", "区民政局", "--status", "未核查")
    out.write_bytes(answered(out.read_bytes(), "已据此修改清单"))
    assert "读入意见 1 条，其中新增 1 条" in run(folder, "letter", "read", str(out))
    told = run(folder, "letter", "read", str(out))
    assert "其中新增 0 条" in told
    code = codes_in(docx.Document(str(out)).tables[0].rows[1].cells[1].text)[0]
    assert "已据此修改清单" in run(folder, "finding", code.beginning)
    report = tmp_path / "报告.html"
    run(folder, "report", "-o", str(report), "--department", "区民政局")
    assert "已据此修改清单" in report.read_text(encoding="utf-8")


def test_a_row_that_belongs_to_nothing_ends_the_command_with_its_place(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "函.docx"
    run(folder, "letter", "write", "-o", str(out), "--department", "区民政局", "--status", "未核查")
    paper = docx.Document(io.BytesIO(answered(out.read_bytes(), "甲")))
    paper.tables[0].rows[2].cells[1].text, paper.tables[0].rows[2].cells[4].text = "编号没有了", "乙"
    paper.save(str(out))
    told = run(folder, "letter", "read", str(out), code=2)
    assert "读入意见 1 条" in told
    assert "函.docx 第1个表第3行" in told


def test_letters_come_back_through_the_browser(folder: Path) -> None:
    from contextlib import nullcontext

    from dutygraph.api.app import create_app
    from dutygraph.api.settings import ServiceSettings
    from dutygraph.graph.store.graph_store import GraphStore
    from dutygraph.graph.store.settings import StoreSettings
    from tests.api.conftest import HERE

    with (
        GraphStore.open(StoreSettings(data=folder)) as store,
        TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as own,
    ):
        letter = answered(own.get("/reports/letter/docx", params=ASKED).content, "<b>不同意</b>")
        assert "先核查再发函" in own.get("/letters", headers={"accept": "text/html"}).text
        told = own.post("/letters", files={"file": ("函.docx", letter)}, headers=OWN_PAGE)
        assert told.status_code == 200, told.text
        (comment,) = told.json()["comments"]
        assert (comment["text"], told.json()["new"], told.json()["unmatched"]) == ("<b>不同意</b>", 1, [])
        page = own.post("/letters/answers", files={"file": ("函.docx", letter)}, headers=OWN_PAGE)
        assert "新增 0 条" in page.text
        finding = own.get(f"/findings/{comment['finding']}", headers={"accept": "text/html"})
        assert "&lt;b&gt;不同意&lt;/b&gt;" in finding.text
        verdict = {"value": "confirmed", "by": "李明"}
        own.put(f"/findings/{comment['finding']}/verdict", json=verdict, headers=OWN_PAGE)
        department = own.get("/nodes/区民政局").json()["node"]["id"]
        for address in ("/letters", "/departments/区民政局"):
            offered = own.get(address, headers={"accept": "text/html"}).text
            assert f'value="{department}"' in offered
            assert "/reports/letter/xlsx" in offered
        refused = own.post("/letters/answers", files={"file": ("a.docx", b"x")}, headers=OWN_PAGE)
        assert refused.status_code == 422
        assert "a.docx" in refused.text
        assert own.post("/letters", files={"file": ("函.docx", letter)}).status_code in (401, 403)
        assert not list((folder / "uploads").rglob("*.docx"))
        assert [row["action"] for row in own.get("/audit").json()["rows"]][:1] == ["letter"]
