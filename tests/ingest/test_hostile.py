"""Files that attack, fail or surprise their reader, through the command line: said in a line each, the graph unharmed."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import Document, DutyList
from dutygraph.ingest.sandbox import Refused, parse_files
from dutygraph.ingest.sources import find_files
from dutygraph.queries.catalogue.named_queries import run_query
from tests.ingest import crafted
from tests.ingest.crafted import (
    MAIN_PART,
    ORDINARY,
    SHEET,
    as_csv,
    as_docx,
    as_html,
    as_text,
    as_xlsx,
    unpack,
)

EMPTY = "文件是空的，请重新获取"
DAMAGED = "文件已损坏或不完整，请用原软件打开后另存，或重新获取"
ENCRYPTED = "文件已加密，请用密码打开后另存为不加密的文件"
DTD = "文件内的 XML 带有 DTD（实体定义），可能是恶意文件，拒绝读取"
BOMB = "解压倍数超过上限 100，"
LEADS_OUT = "压缩包内的文件名指向包外，拒绝读取"
ENCODING = "文件编码无法识别，请另存为 UTF-8 或 GB18030 文本"
SCANNED = "扫描"
BLANK = b" " * 20_000_000

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    **{f"empty{suffix}": (bytes, EMPTY) for suffix in (*ORDINARY, ".xls", ".doc", ".wps")},
    "zeros.docx": (lambda: bytes(5000), EMPTY),
    "blank.docx": (lambda: crafted.changed(as_docx(), {MAIN_PART: crafted.BLANK_BODY}), EMPTY),
    "truncated.docx": (lambda: as_docx()[:-2000], DAMAGED),
    "truncated.xlsx": (lambda: as_xlsx()[:3000], DAMAGED),
    "truncated.pdf": (lambda: crafted.as_pdf()[:300], DAMAGED),
    "truncated.xls": (lambda: crafted.compound("Workbook")[:1100], DAMAGED),
    "without-content.docx": (lambda: crafted.changed(as_docx(), {}, without=[MAIN_PART]), DAMAGED),
    "without-content.xlsx": (lambda: crafted.changed(as_xlsx(), {}, without=["xl/workbook.xml"]), DAMAGED),
    "picture.docx": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "文件是图片，不是文档"),
    "archive.docx": (lambda: crafted.pack({"list.txt": as_text()}), "暂不支持 .zip 文件"),
    "flat-bomb.docx": (lambda: crafted.changed(as_docx(), {MAIN_PART: BLANK}), BOMB),
    "flat-bomb.xlsx": (lambda: crafted.changed(as_xlsx(), {SHEET: BLANK}), BOMB),
    "nested-bomb.xlsx": (
        lambda: crafted.changed(as_xlsx(), {"xl/media/1.zip": crafted.pack({"1": BLANK}) * 2_000}),
        BOMB,
    ),
    "laughs.docx": (lambda: crafted.with_dtd(as_docx(), MAIN_PART, crafted.LAUGHS), DTD),
    "laughs-in-styles.docx": (lambda: crafted.with_dtd(as_docx(), "word/styles.xml", crafted.LAUGHS), DTD),
    "laughs-utf-16.docx": (lambda: crafted.with_dtd(as_docx(), MAIN_PART, crafted.LAUGHS, "utf-16"), DTD),
    "laughs.xlsx": (lambda: crafted.with_dtd(as_xlsx(), SHEET, crafted.LAUGHS), DTD),
    "laughs-in-workbook.xlsx": (lambda: crafted.with_dtd(as_xlsx(), "xl/workbook.xml", crafted.LAUGHS), DTD),
    "outside-entity.docx": (lambda: crafted.with_dtd(as_docx(), MAIN_PART, crafted.LEAK), DTD),
    "outside-entity.xlsx": (lambda: crafted.with_dtd(as_xlsx(), SHEET, crafted.LEAK), DTD),
    "encrypted.docx": (lambda: crafted.ENCRYPTED, ENCRYPTED),
    "encrypted.xlsx": (lambda: crafted.ENCRYPTED, ENCRYPTED),
    "encrypted.doc": (lambda: crafted.ENCRYPTED_WORD, ENCRYPTED),
    "encrypted.pdf": (lambda: crafted.as_pdf(password="geheim"), ENCRYPTED),
    "scanned.pdf": (crafted.scanned_pdf, SCANNED),
    "upwards.docx": (lambda: crafted.changed(as_docx(), {"../../evil.txt": b"x"}), LEADS_OUT),
    "upwards-windows.xlsx": (lambda: crafted.changed(as_xlsx(), {"..\\evil.txt": b"x"}), LEADS_OUT),
    "absolute.docx": (lambda: crafted.changed(as_docx(), {"c:\\evil.txt": b"x"}), LEADS_OUT),
    "undecodable.txt": (lambda: as_text() + b"\xff\xff\xfe", ENCODING),
    "undecodable.csv": (lambda: as_csv() + b"\xff\xff\xfe", ENCODING),
    "presentation.docx": (lambda: crafted.pack({"ppt/presentation.xml": b"<p/>"}), "暂不支持 .pptx 文件"),
    "sparse.xlsx": (lambda: crafted.with_rows([crafted.FARTHEST_CELL]), "读取"),
    "unknown.xyz": (as_text, "暂不支持 .xyz 文件"),
}
"""File name: how it is made, and what the line about it says."""

SURPRISING: dict[str, Callable[[], bytes]] = {
    "html.docx": as_html,
    "html.xls": as_html,
    "html-utf-16.doc": lambda: as_html().decode().replace('<meta charset="utf-8">', "").encode("utf-16"),
    "docx.txt": as_docx,
    "docx.xlsx": as_docx,
    "docx.unknown": as_docx,
    "xlsx.csv": as_xlsx,
    "xlsx.xls": as_xlsx,
    "text.docx": as_text,
    "csv.xls": as_csv,
    "pdf.docx": crafted.as_pdf,
    "archive-inside.docx": lambda: crafted.changed(
        as_docx(), {"word/embeddings/1.zip": crafted.pack({"1": BLANK})}
    ),
    "blank-rows.xlsx": lambda: crafted.with_rows(crafted.blank_rows(1_000_000)),
    "blank-styled-rows.xlsx": lambda: crafted.with_rows(crafted.blank_rows(1_000_000, width=1)),
}
"""Files that are read as what they are, with the same list in each."""


@dataclass
class Run:
    """What the command line did with a good file and every file that is to be refused."""

    lines: list[str]
    output: str
    code: int
    before: str
    after: str


def dutygraph(data: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "dutygraph", "--data", str(data), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=300)


def picture(data: Path) -> str:
    """The whole graph as text."""
    with GraphStore.open(StoreSettings(data=data)) as store:
        graph = read_subgraph(store)
    return "\n".join(sorted(map(repr, [*graph.nodes, *graph.edges])))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder, data = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("data")
    good = folder / "good.txt"
    good.write_bytes(as_text())
    assert dutygraph(data, "ingest", good).returncode == 0
    before = picture(data)
    for name, (make, _) in REFUSED.items():
        (folder / name).write_bytes(make())
    done = dutygraph(data, "ingest", *sorted(folder.iterdir()))
    return Run(done.stderr.splitlines(), done.stdout, done.returncode, before, picture(data))


@pytest.mark.parametrize("name", REFUSED)
def test_file_is_refused_in_one_line(run: Run, name: str) -> None:
    (line,) = [line for line in run.lines if f"{name}: " in line]
    assert REFUSED[name][1] in line
    assert "程序错误" not in line


def test_refused_files_leave_the_graph_as_it_was_and_others_are_read(run: Run) -> None:
    assert run.code == 2
    assert run.after == run.before
    assert run.lines[-1] == f"{len(REFUSED) + 1} 个文件中有 {len(REFUSED)} 个未能读取"
    assert len(run.lines) == len(REFUSED) + 1
    assert "未变 1" in run.output


def test_printed_json_stays_json_beside_refused_files(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.docx", tmp_path / "empty.docx"
    good.write_bytes(as_docx())
    empty.write_bytes(b"")
    done = dutygraph(tmp_path / "data", "parse", empty, good)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith(f"{empty}: {EMPTY}")
    (document,) = json.loads(done.stdout)["documents"]
    assert document["source"] == "good.docx"


def without_places(found: DutyList) -> str:
    """A list without its locators, which every format has of its own kind."""
    tasks = {"__all__": {"locator": True}}
    return found.model_dump_json(
        exclude={"locator": True, "duties": {"__all__": {"locator": True, "tasks": tasks}}}
    )


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("surprising")
    for name, make in SURPRISING.items():
        (folder / name).write_bytes(make())
    return dict(zip(SURPRISING, parse_files([folder / name for name in SURPRISING]), strict=True))


@pytest.mark.parametrize("name", SURPRISING)
def test_file_is_read_as_what_it_is(read: dict[str, object], name: str) -> None:
    found = read[name]
    assert isinstance(found, Document)
    (expected,) = parse_bytes(as_text(), "list.txt").lists
    assert [without_places(one) for one in found.lists] == [without_places(expected)]


def test_rows_that_are_alike_are_no_bomb() -> None:
    """They pack to less than a hundredth, as bombs do."""
    head, row, tail = re.split(
        r"(<w:tr>(?:(?!<w:tr>).)*</w:tr>)(?=</w:tbl>)", unpack(as_docx())[MAIN_PART].decode(), flags=re.S
    )
    data = crafted.changed(as_docx(), {MAIN_PART: (head + row * 3_000 + tail).encode()})
    assert len(parse_bytes(data, "alike.docx").lists[0].duties) == 3_000


def test_a_million_blank_rows_count_as_none(tmp_path: Path, limit: pytest.MonkeyPatch) -> None:
    """They are neither kept in memory nor counted as rows; a row with text is both."""
    limit.setenv("DUTYGRAPH_LIMIT_ROWS", "10")
    limit.setenv("DUTYGRAPH_LIMIT_MEMORY_MEGABYTES", "200")
    blank, full = tmp_path / "blank.xlsx", tmp_path / "full.xlsx"
    blank.write_bytes(crafted.with_rows(crafted.blank_rows(1_000_000)))
    full.write_bytes(as_xlsx([("1", "负责气象", "综合股", "预报", "")] * 20))
    read, refused = parse_files([blank, full], workers=1)
    assert isinstance(read, Document)
    assert [len(one.duties) for one in read.lists] == [1]
    assert isinstance(refused, Refused)
    assert "DUTYGRAPH_LIMIT_ROWS" in refused.zh


MARKUP = "负责<script>alert(1)</script>审核"
FORMULA = '=HYPERLINK("http://evil.example/","按此")'
CYPHER = "') DETACH DELETE (n)"
OFFICE = "`综合股`})MERGE(:Evil"
CODE = {MARKUP, FORMULA, CYPHER, OFFICE}
BODIES = dict(zip(ORDINARY, ("民政局", "教育局", "财政局", "司法局", "商务局", "审计局"), strict=True))


def test_what_looks_like_code_stays_text(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "export"
    for suffix, make in ORDINARY.items():
        row = ("1", MARKUP, OFFICE, FORMULA, CYPHER)
        (tmp_path / f"list{suffix}").write_bytes(make([row], f"云溪市白石区{BODIES[suffix]}"))
    done = dutygraph(data, "ingest", *tmp_path.glob("list.*"))
    assert done.returncode == 0, done.stderr
    with GraphStore.open(StoreSettings(data=data)) as store:
        listed = run_query(store, "documents", {}).rows
        answers = {
            row["source"]: run_query(store, "duties", {"department": row["department_id"]}).rows
            for row in listed
        }
    assert set(answers) == {f"list{suffix}" for suffix in ORDINARY}
    for source, rows in answers.items():
        assert [set(map(str, row.values())) & CODE for row in rows] == [CODE], source

    assert dutygraph(data, "export", "--format", "csv", "-o", out).returncode == 0
    assert len(cells(out / "Duty.csv") & {MARKUP}) == 1
    assert cells(out / "Task.csv") >= {FORMULA, OFFICE, CYPHER}


def cells(file: Path) -> set[str]:
    with file.open(encoding="utf-8", newline="") as lines:
        return {cell for row in csv.reader(lines) for cell in row}


def test_a_name_of_ten_thousand_characters_ends_nothing(tmp_path: Path) -> None:
    """Nobody is called so: the lists are read, told to have no department, and not taken in."""
    for suffix, make in ORDINARY.items():
        (tmp_path / f"list{suffix}").write_bytes(make(department="云溪市白石区" + "气象" * 5_000 + "局"))
    done = dutygraph(tmp_path / "data", "ingest", *tmp_path.glob("list.*"))
    assert done.returncode == 2, done.stderr
    assert f"未入库 {len(ORDINARY)}" in done.stdout
    assert picture(tmp_path / "data") == ""


def test_parties_of_ten_thousand_characters_are_kept_and_named(tmp_path: Path) -> None:
    """A time that grows with the square of the length would meet the limit of a test."""
    data, name, names = tmp_path / "data", f"区{'气象' * 5_000}局", "、".join(["区财政局"] * 3_000)
    table = f"序号\t管理事项\t职责分工\t相关部门\n1\t防汛\t负责统筹\t{name}\n\t\t负责资金\t{names}\n"
    path = tmp_path / "list.txt"
    path.write_bytes(as_text() + f"\n二、与相关部门的职责边界\n\n{table}".encode())
    assert dutygraph(data, "ingest", path).returncode == 0
    with GraphStore.open(StoreSettings(data=data)) as store:
        divisions = [node for node in read_subgraph(store).nodes if node.label == "Division"]
    assert {node.properties["party"] for node in divisions} == {name, names}


def test_a_folder_is_read_without_what_word_leaves_beside_open_documents(tmp_path: Path) -> None:
    for name in ("list.docx", "~$list.docx", "README.md", "notes.json"):
        (tmp_path / name).write_bytes(b"x")
    assert find_files([str(tmp_path)]) == {tmp_path / "list.docx": "list.docx"}
