"""Letters to departments: written, filled in as people do, and read back."""

import io
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.files import conversion
from dutygraph.ingest.printed_tables import read_tables
from dutygraph.queries.errors import ArgumentError, LetterError
from dutygraph.queries.findings.read.findings import finding_card, list_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.review.decisions import Decision
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.queries.letters.answers import answers_in
from dutygraph.queries.letters.codes import code_of, codes_in
from dutygraph.queries.letters.reading import read_letter
from dutygraph.queries.letters.selection import LetterFilters
from dutygraph.visualize.report.letter_files import LetterShape, letter_file, write_letters
from tests.components import require
from tests.hostile import DEPARTMENT, FORMULA, MARKUP, STEERING, STEERS, load_hostile
from tests.queries.short import document, load

CIVIL = "云溪市澜江区民政局"
OPEN = LetterFilters(status=["open"])
ANSWER = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn")),
    min_size=1,
    max_size=40,
)
SHAPES = list(LetterShape)


@pytest.fixture(scope="module")
def store(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample district, in which the department's first finding is confirmed and the second left open."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("letters") / "data")
    with GraphStore.open(StoreSettings(data=folder)) as opened:
        first, second, third = [one.id for one in chosen(opened, "open")][:3]
        judge(opened, first, Decision(value="confirmed", by="张三", option="correct", note="内部意见甲"))
        judge(opened, second, Decision(value="undecided", by="李四", note="内部意见乙"))
        judge(opened, third, Decision(value="dismissed", by="李四"))
        yield opened


def chosen(store: GraphStore, *statuses: Any) -> Any:
    return list_findings(store, Selection(department=CIVIL, statuses=statuses, on_demand=False))


def words(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def test_a_letter_asks_about_what_is_confirmed_or_undecided_and_tells_nothing_internal(
    store: GraphStore,
) -> None:
    asked = LetterFilters.of({"sender": "澜江区委编办", "due": "2027-01-31"})
    content = letter_file(store, "区民政局", asked, LetterShape.docx, "zh")
    whole = words(content)
    first, second = chosen(store, "confirmed", "undecided")
    for said in (
        f"{CIVIL}：", "共 2 项", "2027年1月31日前", "澜江区委编办", "拟处理方式：更正文字",
        str(code_of(first.id, first.department_ids[0])) if len(first.department_ids) == 1 else "编号",
    ):  # fmt: skip
        assert said in whole
    for secret in ("内部意见", "张三", "李四"):
        assert secret not in whole
    (table,) = docx.Document(io.BytesIO(content)).tables
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == ["序号", "问题", "贵单位清单内容", "对方清单内容", "贵单位意见"]
    assert [row.cells[-1].text for row in table.rows[1:]] == ["", ""]
    for finding in (finding_card(store, one.id).findings[0] for one in (first, second)):
        for node in finding.nodes:
            assert node.text in whole


def test_nobody_to_ask_is_told(store: GraphStore) -> None:
    with pytest.raises(ArgumentError, match=r"属实.*open"):
        letter_file(store, "区统计局", LetterFilters(), LetterShape.docx, "zh")


def test_each_department_gets_a_letter(store: GraphStore, tmp_path: Path) -> None:
    count = write_letters(store, tmp_path / "函", LetterFilters(), LetterShape.docx, "zh")
    names = {path.stem for path in (tmp_path / "函").iterdir()}
    assert len(names) == count
    assert CIVIL in names
    concerned = {name for one in chosen(store, "confirmed", "undecided") for name in one.departments}
    assert names <= concerned


Fill = Callable[[bytes, dict[str, str]], bytes]


def test_bodies_of_one_name_each_get_a_letter(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        lists = [
            {"department": "民政局", "duties": [{"text": "组织评选。"}], "sections_present": ["部门职责"]}
        ]
        read_documents(store, [document(lists, "甲.txt"), document(lists, "乙.txt")])
        assert write_letters(store, tmp_path / "函", OPEN, LetterShape.docx, "zh") == 2
    assert sorted(path.name for path in (tmp_path / "函").iterdir()) == ["民政局.docx", "民政局（2）.docx"]


def fill_word(content: bytes, answers: dict[str, str]) -> bytes:
    paper = docx.Document(io.BytesIO(content))
    for row in paper.tables[0].rows[1:]:
        code = str(codes_in(row.cells[1].text)[-1])
        row.cells[-1].text = answers.get(code, "")
    return saved(paper)


def fill_excel(content: bytes, answers: dict[str, str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    (sheet,) = book.worksheets
    for row in sheet.iter_rows(min_row=5, max_row=sheet.max_row - 1):
        cell = row[5]
        cell.value = answers.get(str(row[1].value), "")
        cell.data_type = "s"
    return saved(book)


FILL: dict[LetterShape, Fill] = {LetterShape.docx: fill_word, LetterShape.xlsx: fill_excel}


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def codes_of(content: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "empty"
    path.write_bytes(content)
    return [str(one.code) for one in answers_in(read_tables(path))[0]]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("source", ["003_de25f4f62373e26f.txt", "de25f4f62373e26f.docx"])
def test_names_of_files_are_no_codes(source: str, shape: LetterShape, tmp_path: Path) -> None:
    lists = [{"department": CIVIL, "duties": [{"text": "组织评选。"}]}]
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        read_documents(store, [document(lists, source)])
        content = letter_file(store, CIVIL, OPEN, shape, "zh")
        (code,) = codes_of(content, tmp_path)[:1]
        path = tmp_path / f"函.{shape}"
        path.write_bytes(FILL[shape](content, {code: "无异议"}))
        read = read_letter(store, path, path.name)
    assert ([one.text for one in read.comments], list(read.unmatched)) == (["无异议"], [])


@pytest.mark.parametrize("shape", SHAPES)
def test_numbers_in_a_quoted_duty_are_no_codes(shape: LetterShape, tmp_path: Path) -> None:
    lists = [{"department": CIVIL, "duties": [{"text": "管理项目编号1234567890123456的账户。"}]}]
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        read_documents(store, [document(lists, "甲.txt")])
        content = letter_file(store, CIVIL, OPEN, shape, "zh")
        codes = codes_of(content, tmp_path)
        assert codes
        path = tmp_path / f"函.{shape}"
        path.write_bytes(FILL[shape](content, dict.fromkeys(codes, "无异议")))
        read = read_letter(store, path, path.name)
    assert {one.text for one in read.comments} == {"无异议"}
    assert (len(read.comments), list(read.unmatched)) == (len(codes), [])


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_written_is_read(
    store: GraphStore, tmp_path_factory: pytest.TempPathFactory, shape: LetterShape
) -> None:
    folder = tmp_path_factory.mktemp("round")
    content = letter_file(store, CIVIL, OPEN, shape, "zh")
    codes = codes_of(content, folder)
    assert len(codes) == len(chosen(store, "open"))

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.dictionaries(st.sampled_from(codes), ANSWER))
    def both_ways(answers: dict[str, str]) -> None:
        path = folder / "filled"
        path.write_bytes(FILL[shape](content, answers))
        read, odd = answers_in(read_tables(path))
        assert odd == []
        assert {str(one.code): one.text for one in read if one.text} == answers

    both_ways()


def shuffled(paper: Any) -> None:
    table = paper.tables[0]._tbl
    rows = list(table.tr_lst)[1:]
    for row in rows:
        table.remove(row)
    random.Random(3).shuffle(rows)
    table.extend(rows)


def other_head(paper: Any) -> None:
    paper.tables[0].rows[0].cells[-1].text = "区民政局意见（盖章）"


def no_head(paper: Any) -> None:
    paper.tables[0]._tbl.remove(paper.tables[0].rows[0]._tr)


def one_more_column(paper: Any) -> None:
    paper.tables[0].add_column(600_000)
    paper.tables[0].rows[0].cells[-1].text = "责任科室"
    paper.tables[0].rows[1].cells[-1].text = "办公室"


def typed_anew(paper: Any) -> None:
    for row in paper.tables[0].rows[1:]:
        line = row.cells[1].paragraphs[-1]
        line.runs[0].text = (
            line.text.lower().replace("-", "—").translate({0x30 + n: 0xFF10 + n for n in range(10)})
        )


def tracked(paper: Any) -> None:
    """The answer stands in a revision, as where changes are tracked."""
    run = paper.tables[0].rows[1].cells[4].paragraphs[0].runs[0]._r
    inserted = run.makeelement(qn("w:ins"), {qn("w:id"): "1", qn("w:author"): "甲"})
    run.addprevious(inserted)
    inserted.append(run)


@pytest.mark.parametrize("edit", [shuffled, other_head, no_head, one_more_column, typed_anew, tracked])
def test_edits_of_a_letter_do_no_harm(store: GraphStore, tmp_path: Path, edit: Callable[[Any], None]) -> None:
    content = letter_file(store, CIVIL, OPEN, LetterShape.docx, "zh")
    answers = {code: f"意见{number}\n另附" for number, code in enumerate(codes_of(content, tmp_path))}
    paper = docx.Document(io.BytesIO(fill_word(content, answers)))
    edit(paper)
    (tmp_path / "a").write_bytes(saved(paper))
    read, odd = answers_in(read_tables(tmp_path / "a"))
    assert {str(one.code): one.text for one in read} == answers
    assert odd == []


def test_a_merged_cell_answers_each_of_its_rows(store: GraphStore, tmp_path: Path) -> None:
    content = letter_file(store, CIVIL, OPEN, LetterShape.docx, "zh")
    paper = docx.Document(io.BytesIO(content))
    cells = [paper.tables[0].cell(row, 4) for row in (1, 3)]
    cells[0].merge(cells[1]).text = "均同意"
    book = openpyxl.load_workbook(io.BytesIO(letter_file(store, CIVIL, OPEN, LetterShape.xlsx, "zh")))
    (sheet,) = book.worksheets
    sheet["F5"] = "均同意"
    sheet.merge_cells("F5:F7")
    for letter in (paper, book):
        (tmp_path / "a").write_bytes(saved(letter))
        read, odd = answers_in(read_tables(tmp_path / "a"))
        assert [one.text for one in read][:4] == ["均同意"] * 3 + [""]
        assert odd == []


def filled(store: GraphStore, path: Path, text: str, shape: LetterShape = LetterShape.docx) -> list[str]:
    """Write a letter with an answer to each of its findings; return their codes."""
    content = letter_file(store, CIVIL, LetterFilters(), shape, "zh")
    codes = codes_of(content, path.parent)
    path.write_bytes(FILL[shape](content, dict.fromkeys(codes, text)))
    return codes


@pytest.mark.parametrize("shape", SHAPES)
def test_answers_become_comments_once(store: GraphStore, tmp_path: Path, shape: LetterShape) -> None:
    path = tmp_path / "函"
    filled(store, path, f"同意{shape}", shape)
    read = read_letter(store, path, "函.docx")
    assert (len(read.comments), len(read.new), read.blank, list(read.unmatched)) == (2, 2, 0, [])
    card = finding_card(store, read.comments[0].finding)
    assert [one.text for one in card.comments][-1] == f"同意{shape}"
    assert card.comments[-1].department == CIVIL
    assert set(card.comments[-1].locator) == (
        {"table", "row"} if shape is LetterShape.docx else {"sheet", "cell"}
    )
    assert len(read_letter(store, path, "函.docx").new) == 0
    filled(store, path, f"不同意{shape}", shape)
    read_letter(store, path, "函.docx")
    assert [one.text for one in finding_card(store, card.findings[0].id).comments][-2:] == [
        f"同意{shape}", f"不同意{shape}",
    ]  # fmt: skip


def test_what_belongs_to_no_finding_is_told_by_row(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "函.docx"
    filled(store, path, "有意见")
    paper = docx.Document(str(path))
    table: Any = paper.tables[0]
    good = str(codes_in(table.rows[1].cells[1].text)[0])
    table.rows[2].cells[1].text = "编号 " + good[:-1] + ("0" if good[-1] != "0" else "1")
    for text in ("", "编号 0000-0000-0000-0000", f"编号 {good}、FFFF-0000-0000-0000"):
        row = table.add_row()
        row.cells[1].text, row.cells[4].text = text, f"多出的意见{text}"
    paper.save(str(path))
    read = read_letter(store, path, path.name)
    assert [one.text for one in read.comments] == ["有意见"]
    told = {one.place.row: one.why.zh for one in read.unmatched}
    assert set(told) == {3, 4, 5, 6}
    assert all(one.place.table == 1 for one in read.unmatched)
    assert "可能抄错" in told[3]
    assert "没有编号" in told[4]
    assert "0000-0000-0000-0000" in told[5]
    assert "2 个编号" in told[6]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "不是函".encode(), b"%PDF-1.4"])
def test_what_is_no_letter_is_told_and_keeps_nothing(
    store: GraphStore, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "函.docx"
    path.write_bytes(content)
    with pytest.raises(LetterError, match=r"函\.docx"):
        read_letter(store, path, path.name)


def test_a_comment_survives_that_its_finding_vanishes_and_comes_back(tmp_path: Path) -> None:
    orphan: dict[str, Any] = {"department": CIVIL, "duties": [{"text": "管理殡葬服务机构。"}]}
    task = {"text": "年度检查。", "office": "社会事务股"}
    mended = {**orphan, "duties": [{**orphan["duties"][0], "tasks": [task]}]}
    asked = LetterFilters(kind=["orphan.no_task"], status=["open"])
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as own:
        own.prepare()
        load(own, [orphan])
        recompute(own)
        content = letter_file(own, CIVIL, asked, LetterShape.docx, "zh")
        (code,) = codes_of(content, tmp_path)
        (tmp_path / "函").write_bytes(fill_word(content, {code: "由殡葬所承担"}))
        (comment,) = read_letter(own, tmp_path / "函", "函.docx").comments
        for lists, found in ((mended, False), (orphan, True)):
            load(own, [lists])
            recompute(own)
            card = finding_card(own, comment.finding)
            assert (card.found, card.comments) == (found, [comment])
        own.write(lambda tx: tx.run("MATCH (c:Comment) DETACH DELETE c"))
        from dutygraph.queries.findings.review.journals import reconcile_journals

        assert [one.zh for one in reconcile_journals(own)] == [
            "图中缺少 1 条部门意见，已从 comments.jsonl 恢复"
        ]
        assert finding_card(own, comment.finding).comments == [comment]


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_texts_stay_texts(tmp_path: Path, shape: LetterShape) -> None:
    asked = LetterFilters(status=["open"], sender=STEERS)
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as hostile:
        load_hostile(hostile)
        content = letter_file(hostile, DEPARTMENT, asked, shape, "zh")
        codes = codes_of(content, tmp_path)
        (tmp_path / "a").write_bytes(FILL[shape](content, dict.fromkeys(codes, FORMULA + MARKUP)))
        read = read_letter(hostile, tmp_path / "a", f"{MARKUP}.docx")
    assert {one.text for one in read.comments} == {FORMULA + MARKUP}
    if shape is LetterShape.docx:
        whole = words(content)
        assert MARKUP in whole
    else:
        cells = [
            cell
            for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
            for cell in row
        ]
        whole = "\n".join(str(cell.value) for cell in cells)
        assert "f" not in {cell.data_type for cell in cells}
    assert FORMULA in whole
    assert not STEERING.search(whole)


@pytest.mark.parametrize(("shape", "suffix"), [(LetterShape.docx, ".doc"), (LetterShape.xlsx, ".xls")])
def test_letters_saved_in_older_forms_are_read(
    store: GraphStore, tmp_path: Path, shape: LetterShape, suffix: str
) -> None:
    require("libreoffice" if shape is LetterShape.docx else "libreoffice-calc")
    path = tmp_path / "函"
    filled(store, path, f"见附件{suffix}", shape)
    office = conversion.find_office()
    assert office
    older = conversion.convert(office, path.read_bytes(), (f".{shape}", suffix), "函")
    assert older
    path.write_bytes(older)
    assert {one.text for one in read_letter(store, path, f"函{suffix}").comments} == {f"见附件{suffix}"}
