"""Reports over HTTP and on the command line: what they answer with, which are refused, and what is kept."""

import io
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.api.routes import letters, reports
from dutygraph.queries.findings.rules.headers import rules
from tests.api.conftest import client

__all__ = ["client"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_report_is_a_download_of_its_kind(client: TestClient) -> None:
    answer = client.get("/reports/docx", params={"department": "区民政局", "status": "未核查", "lang": "en"})
    assert answer.headers["content-type"] == WORD
    assert answer.headers["content-disposition"] == 'attachment; filename="report.docx"'
    assert docx.Document(io.BytesIO(answer.content)).paragraphs[0].text.startswith("云溪市澜江区民政局: ")
    book = openpyxl.load_workbook(io.BytesIO(client.get("/reports/xlsx?kind=overlap").content))
    kinds = {row[1] for row in book["问题线索"].iter_rows(min_row=2, values_only=True)}
    overlaps = {rule.title.zh for rule in rules().values() if rule.kind.startswith("overlap.")}
    assert kinds
    assert kinds <= overlaps


def test_what_a_client_has_is_not_made_again(client: TestClient) -> None:
    tag = client.get("/reports/xlsx").headers["etag"]
    assert client.get("/reports/xlsx", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/reports/docx", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports/odt", 422),
        ("/reports/docx?department=气象台", 404),
        ("/reports/docx?topic=zzz", 404),
        ("/reports/docx?min_score=2", 422),
        ("/reports/docx?departments=x", 422),
    ],
)
def test_a_mistake_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.json()["zh"]


def test_a_report_passes_the_dear_gate() -> None:
    assert {router.policy.cost for router in (reports.router, letters.ROUTERS[0])} == {"dear"}


def test_the_description_names_the_files(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]["/reports/{format}"]["get"]
    assert WORD in described["responses"]["200"]["content"]
    assert {"department", "kind", "topic", "lang"} <= {one["name"] for one in described["parameters"]}


@pytest.fixture(scope="module")
def folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample district."""
    return shutil.copytree(sample_folder, tmp_path_factory.mktemp("reports") / "data")


def test_the_command_writes_a_whole_file_or_none(folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, ["--data", str(folder), "report", *arguments])
        assert done.exit_code == code, done.output
        return done.output

    out = tmp_path / "报告.docx"
    assert str(out) in run("-o", str(out), "--department", "区民政局", "--severity", "重要").replace("\n", "")
    assert docx.Document(str(out)).paragraphs[0].text == "云溪市澜江区民政局责任清单核查报告"
    assert ".pdf" in run("-o", str(tmp_path / "report.odt"), code=2)
    assert "气象台" in run("-o", str(tmp_path / "a.xlsx"), "--department", "气象台", code=2)
    assert [path.name for path in tmp_path.iterdir()] == ["报告.docx"]
