"""The blank template: filled in with the lists of the sample district, it reads back as it was filled in."""

from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import DutyList
from dutygraph.ingest.template.blank import Shape, write_template
from tests.ingest.render.content import Grid, items
from tests.ingest.render.score import entries
from tests.ingest.sources import SAMPLE

LISTS = [found for path in SAMPLE for found in parse_file(path).lists if found.duties]
SHAPES: list[Shape] = ["xlsx", "docx"]
COLUMNS = {
    "部门职责": ["number", "duty", "task", "office", "remark"],
    "职责边界": ["number", "matter", "lead", "support", "party", "division", "basis", "case"],
    "监管制度": [],
    "公共服务": ["number", "name", "content", "handler", "phone"],
}
OF_NUMBERS = ("duty_number", "number_without_duty")
"""Warnings of slips of the sample district that a form takes over with the numbers."""


def as_in_template(found: DutyList) -> DutyList:
    """The list with the columns and the order of the template."""
    empty = [name for name in COLUMNS if name not in found.sections_present or name in found.empty_sections]
    update = {"sections_present": list(COLUMNS), "columns": COLUMNS, "empty_sections": empty}
    return found.model_copy(update=update)


def tables(found: DutyList) -> dict[str, list[list[str]]]:
    """The rows to fill in, by section; a row of 监管制度 is a paragraph."""
    rows: dict[str, list[list[str]]] = {}
    section = ""
    for item in items([found]):
        if isinstance(item, Grid):
            rows[section] = [[cell or "" for cell in row] for row in item.rows]
        elif item.role == "section":
            section = list(COLUMNS)[item.place]
        elif section == "监管制度" and item.text != "无":
            rows.setdefault(section, []).append([item.numbered])
    return rows


def fill_xlsx(path: Path, found: DutyList) -> None:
    book = openpyxl.load_workbook(path)
    book["部门职责"]["A1"] = found.title
    for section, rows in tables(found).items():
        start = {"部门职责": 3, "监管制度": 1}.get(section, 2)
        for at, row in enumerate(rows, start=start):
            for column, text in enumerate(row, start=1):
                number = column == 1 and text.isdigit()
                book[section].cell(at, column).value = int(text) if number else text or None
    book.save(path)


def fill_docx(path: Path, found: DutyList) -> None:
    document = docx.Document(str(path))
    rows = tables(found)
    document.paragraphs[0].text = found.title
    for section, table in zip(["部门职责", "职责边界", "公共服务"], document.tables, strict=True):
        for at, row in enumerate(rows.get(section, []), start=1):
            if at == len(table.rows):
                table.add_row()  # type: ignore[no-untyped-call]
            for cell, text in zip(table.rows[at].cells, row, strict=True):
                cell.text = text
    blank = next(at for at, one in enumerate(document.paragraphs) if one.text == "三、监管制度") + 1
    for (text,) in rows.get("监管制度", []):
        document.paragraphs[blank].insert_paragraph_before(text)
        blank += 1
    document.save(str(path))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("found", LISTS, ids=lambda found: found.department)
def test_a_filled_in_template_reads_back(found: DutyList, shape: Shape, tmp_path: Path) -> None:
    wanted = as_in_template(found)
    path = tmp_path / f"清单.{shape}"
    write_template(path, shape)
    {"xlsx": fill_xlsx, "docx": fill_docx}[shape](path, wanted)
    (read,) = parse_file(path).lists
    assert sorted(entries([read])) == sorted(entries([wanted]))
    assert read.columns == {name: roles for name, roles in COLUMNS.items() if roles}
    nameless = [party for one in wanted.boundaries for party in one.parties if not party.department]
    numbers = [warning.code for warning in found.warnings if warning.code in OF_NUMBERS]
    told = [*numbers, *["part_without_party"] * len(nameless)]
    assert sorted(warning.code for warning in read.warnings) == sorted(told)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_blank_template_says_nothing(shape: Shape, tmp_path: Path) -> None:
    path = tmp_path / f"blank.{shape}"
    write_template(path, shape)
    (read,) = parse_bytes(path.read_bytes(), path.name).lists
    assert read.empty_sections == list(COLUMNS)
    assert [warning.code for warning in read.warnings] == ["no_department"]


def test_the_workbook_minds_what_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(path, "xlsx")
    book = openpyxl.load_workbook(path)
    rules = {sheet.title: sheet.data_validations.dataValidation for sheet in book}
    assert {rule.type for rule in rules["公共服务"]} == {"whole", "textLength"}
    assert all(rule.prompt and rule.showErrorMessage for rule in rules["公共服务"])
    assert book["公共服务"]["E2"].number_format == "@"
    assert len(list(book["填写说明"].values)) > len(COLUMNS)


def test_the_command_writes_a_template_and_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["template", "--format", "docx"])
    assert (done.exit_code, done.output) == (0, "责任清单模板.docx\n")
    assert CliRunner().invoke(app, ["template", "-o", "民政局.xlsx"]).exit_code == 0
    for name in ("责任清单模板.docx", "民政局.xlsx"):
        assert parse_file(tmp_path / name).lists[0].sections_present == list(COLUMNS)


def test_the_command_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "filled-in.xlsx"
    path.write_bytes(b"filled in")
    done = CliRunner().invoke(app, ["template", "-o", str(path)])
    assert done.exit_code == 2
    assert done.output.startswith(f"无法写入 {path}：文件已存在，不予覆盖")
    assert path.read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("name", "told"), [("no-folder/a.xlsx", "无法写入"), ("a.docx", "文件名须以 .xlsx 结尾")]
)
def test_what_cannot_be_written_is_said(name: str, told: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["template", "-o", str(tmp_path / name)])
    assert done.exit_code == 2
    assert done.output.startswith(told)
    assert list(tmp_path.iterdir()) == []
