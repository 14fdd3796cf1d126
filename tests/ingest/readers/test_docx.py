"""Word documents: what a reader sees in the paragraphs and cells, from small documents made for each case."""

from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pytest

from dutygraph.ingest.document import Paragraph, Table, Unread
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.readers.docx.reader import read_docx
from tests.ingest.render.word import Word, document, run

WORD = Word()
HEADER = ["序号", "主要职责", "具体工作事项"]


def texts(body: str, numbering: str = "", styles: str = "") -> list[str]:
    blocks = read_docx(document(body, numbering, styles), "a.docx")
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def table(*rows: str) -> list[list[str]]:
    """The texts of the rows under a header."""
    (found,) = read_docx(document(WORD.tabled([WORD.row(HEADER), *rows], 3)), "a.docx")
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


RUNS = {
    "insertion": (f"<w:ins>{run('新增')}</w:ins>", "新增"),
    "deletion": (f"<w:del>{run('删去', 'delText')}</w:del>", ""),
    "moved here": (f"<w:moveTo>{run('移来')}</w:moveTo>", "移来"),
    "moved away": (f"<w:moveFrom>{run('移走')}</w:moveFrom>", ""),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", ""),
    "not hidden": ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>', "可见"),
    "content control": (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
    "link": (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
    "simple field": (f'<w:fldSimple w:instr=" REF x ">{run("引用")}</w:fldSimple>', "引用"),
    "page number": (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', ""),
    "hyphen": ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "A-1"),
    "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
    "broken symbol": ('<w:r><w:sym w:char="QQ"/></w:r>', ""),
    "ruby": (
        f"<w:r><w:ruby><w:rt>{run('yun')}</w:rt><w:rubyBase>{run('云')}</w:rubyBase></w:ruby></w:r>",
        "云",
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_runs(name: str) -> None:
    printed, seen = RUNS[name]
    assert texts(paragraph(run("前"), printed, run("后"))) == [f"前{seen}后"]


def field(instruction: str, result: str, *, ends: bool = True) -> str:
    parts = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run(instruction, "instrText")}'
    parts += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return parts + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if ends else "")


def test_results_of_fields_count_but_not_page_numbers_and_contents() -> None:
    assert texts(paragraph(run("共"), field(" SEQ x ", "3"), field(" PAGE ", "7"), run("项"))) == ["共3项"]
    contents = paragraph(field(' TOC \\o "1-3" ', "一、部门职责 1", ends=False))
    rest = paragraph(run("二、公共服务 2")) + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert texts(contents + rest + paragraph(run("正文"))) == ["正文"]


def test_a_field_without_end_hides_nothing() -> None:
    assert texts(paragraph(field(" PAGE ", "7", ends=False)) + paragraph(run("正文"))) == ["7", "正文"]


def test_lines_are_paragraphs_but_a_title_is_one() -> None:
    assert texts(paragraph(run("甲"), "<w:r><w:br/></w:r>", run("乙"))) == ["甲", "乙"]
    title = paragraph(run("澜江区民政局"), "<w:r><w:br/></w:r>", run("责任清单"))
    assert texts(title) == ["澜江区民政局责任清单"]


def test_a_deleted_end_joins_paragraphs() -> None:
    first = paragraph(run("负责"), properties="<w:rPr><w:del/></w:rPr>")
    assert texts(first + paragraph(run("救助"))) == ["负责救助"]
    assert texts(first) == ["负责"]


def test_a_deleted_row_is_gone() -> None:
    gone = WORD.row(["1", "甲", "乙"], "<w:trPr><w:del/></w:trPr>")
    assert table(gone, WORD.row(["2", "丙", "丁"])) == [["2", "丙", "丁"]]


def cell(text: str, properties: str) -> str:
    return WORD.cell(text, properties)


DOWN, UP = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LEFT, RIGHT = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


def test_cells_merged_downwards_and_across() -> None:
    first = f"<w:tr>{cell('1', DOWN)}{cell('甲', DOWN)}{cell('子', '')}</w:tr>"
    second = f"<w:tr>{cell('看不见', UP)}{cell('', UP)}{cell('丑', '')}</w:tr>"
    third = f"<w:tr>{cell('2', '')}{cell('乙', WIDE)}</w:tr>"
    fourth = f"<w:tr>{cell('3', '')}{cell('丙', LEFT)}{cell('', RIGHT)}</w:tr>"
    fifth = f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>{cell('寅', '')}</w:tr>"
    assert table(first, second, third, fourth, fifth) == [
        *(["1", "甲", "子"], ["", "", "丑"], ["2", "乙", ""], ["3", "丙", ""], ["", "", "寅"])
    ]


def test_a_merge_that_nothing_begins_hides_nothing() -> None:
    assert table(f"<w:tr>{cell('1', UP)}{cell('甲', '')}{cell('子', '')}</w:tr>") == [["1", "甲", "子"]]


def test_a_table_in_a_cell_belongs_to_the_cell() -> None:
    assert table(holding([["区民政局牵头"]])) == [["1", "甲", "见表：区民政局牵头"]]


def test_a_table_in_a_cell_that_has_no_place_in_the_columns_is_told() -> None:
    row = holding([["区民政局", "3日"], ["区公安局", "5日"]])
    found, unread = read_docx(document(WORD.tabled([WORD.row(HEADER), row], 3)), "a.docx")
    assert isinstance(found, Table)
    assert isinstance(unread, Unread)
    assert (found.rows[0].text, unread.what) == ("1 甲 见表：", "nested_table")


def holding(rows: list[list[str]]) -> str:
    """A row whose last cell holds a table."""
    inner = WORD.tabled([WORD.row(row) for row in rows], len(rows[0]))
    return f"<w:tr>{cell('1', '')}{cell('甲', '')}<w:tc>{WORD.paragraph('见表：')}{inner}<w:p/></w:tc></w:tr>"


def levels(*patterns: tuple[str, str]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, text) in enumerate(patterns)
    )
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'


def lists(*overrides: str) -> str:
    return "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for at, override in enumerate(overrides, start=1)
    )


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    return WORD.paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("style", "pattern", "expected"),
    [
        ("chineseCounting", "%1、", ["一、", "二、", "十一、", "二十、", "一百零一、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（十一）", "（二十）", "（一百零一）"]),
        ("chineseLegalSimplified", "%1.", ["壹.", "贰.", "壹拾壹.", "贰拾.", "壹佰零壹."]),
        ("ideographTraditional", "%1、", ["甲、", "乙、", "甲、", "癸、", "甲、"]),
        ("ideographDigital", "%1、", ["一、", "二、", "一一、", "二〇、", "一〇一、"]),
        ("decimal", "第%1条", ["第1条", "第2条", "第11条", "第20条", "第101条"]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "⑪", "⑳", "101"]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②", "⑪", "⑳", "101"]),
        ("decimalFullWidth", "%1．", ["１．", "２．", "１１．", "２０．", "１０１．"]),
        ("decimalZero", "%1.", ["01.", "02.", "11.", "20.", "101."]),
        ("lowerLetter", "%1)", ["a)", "b)", "k)", "t)", "wwww)"]),
        ("upperRoman", "%1.", ["I.", "II.", "XI.", "XX.", "CI."]),
        ("bullet", "●", ["", "", "", "", ""]),
        ("none", "附：", ["附："] * 5),
        ("unheardOf", "%1、", ["1、", "2、", "11、", "20、", "101、"]),
    ],
)
def test_styles_of_numbers(style: str, pattern: str, expected: list[str]) -> None:
    found = texts("".join(numbered("甲乙") for _ in range(101)), levels((style, pattern)) + lists(""))
    assert [found[at - 1] for at in (1, 2, 11, 20, 101)] == [label + "甲乙" for label in expected]


def test_levels_are_counted_together_and_begin_anew_below() -> None:
    definitions = levels(
        ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")
    ) + lists("")
    body = [
        ("职责", 0),
        ("救助", 1),
        ("低保", 2),
        ("特困", 2),
        ("养老", 1),
        ("机构", 2),
        ("边界", 0),
        ("殡葬", 1),
    ]
    assert texts("".join(numbered(text, level=level) for text, level in body), definitions) == [
        *("一、职责", "（一）救助", "1.低保", "2.特困", "（二）养老", "1.机构", "二、边界", "（一）殡葬")
    ]


def test_numbers_of_levels_above_in_digits() -> None:
    legal = levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2 "))
    legal = legal.replace('<w:lvlText w:val="%1.%2 "/>', '<w:isLgl/><w:lvlText w:val="%1.%2 "/>')
    assert texts(numbered("甲") + numbered("乙", level=1), legal + lists("")) == ["第一章甲", "1.1乙"]


def test_lists_of_one_definition_go_on_or_begin_anew() -> None:
    definitions = levels(("decimal", "%1、")) + lists("", "", ANEW)
    body = [("甲", 1), ("乙", 1), ("丙", 2), ("丁", 3), ("戊", 3)]
    assert texts("".join(numbered(*one) for one in body), definitions) == [
        "1、甲",
        "2、乙",
        "3、丙",
        "1、丁",
        "2、戊",
    ]


def test_numbers_by_styles() -> None:
    definitions = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）")) + lists("")
    definitions = definitions.replace(
        '<w:lvlText w:val="（%2）"/>', '<w:pStyle w:val="Sub"/><w:lvlText w:val="（%2）"/>'
    )
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}<w:pPr>{}</w:pPr></w:style>'
    numbers = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style.format("Top", "Top", "", numbers) + style.format("Sub", "Sub", "", numbers)
    styles += style.format("Based", "Based", '<w:basedOn w:val="Top"/>', "")
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [("甲", "Top", ""), ("乙", "Sub", ""), ("丙", "Based", ""), ("丁", "Top", off)]
    body_xml = "".join(
        WORD.paragraph(text, f'<w:pStyle w:val="{name}"/>{properties}') for text, name, properties in body
    )
    assert texts(body_xml, definitions, styles) == ["一、甲", "（一）乙", "二、丙", "丁"]


def test_a_number_alone_counts_in_its_column_only() -> None:
    definitions = levels(("decimal", "%1")) + lists("")
    body = WORD.tabled(
        [WORD.row(HEADER)]
        + [f"<w:tr><w:tc>{numbered('')}</w:tc>{cell('甲', '')}{cell('乙', '')}</w:tr>" for _ in range(2)],
        3,
    )
    (found,) = read_docx(document(numbered("") + body, definitions), "a.docx")
    assert isinstance(found, Table)
    assert [row.cells[0].text for row in found.rows] == ["2", "3"]


def test_a_text_box_is_read_once_and_first() -> None:
    box = f"<w:txbxContent>{paragraph(run('澜江区民政局责任清单'))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(paragraph(run("一、部门职责"), f"<w:r>{both}</w:r>")) == [
        "澜江区民政局责任清单",
        "一、部门职责",
    ]


def test_locators() -> None:
    body = (
        WORD.paragraph("甲")
        + WORD.paragraph("")
        + WORD.tabled([WORD.row(HEADER), WORD.row(["1", "乙", ""])], 3)
    )
    first, found, last = read_docx(document(body + WORD.paragraph("丙")), "a.docx")
    assert isinstance(first, Paragraph)
    assert first.locator
    assert first.locator.paragraph == 1
    assert isinstance(found, Table)
    assert [cell.locator and cell.locator.model_dump() for cell in found.rows[0].cells] == [
        {"table": 1, "row": 2, "column": column} for column in (1, 2, 3)
    ]
    assert isinstance(last, Paragraph)
    assert last.locator
    assert last.locator.paragraph == 3


def repacked(data: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, content.replace(*change) if member == name else content)
    return stream.getvalue()


def test_strict_documents_are_read_alike() -> None:
    data = document(paragraph(run("甲")))
    names = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    (block,) = read_docx(repacked(data, "word/document.xml", names), "a.docx")
    assert isinstance(block, Paragraph)
    assert block.text == "甲"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        repacked(document(""), "word/document.xml", (b"<w:body>", b"<w:bodyless>")),
        repacked(
            document(""), "word/document.xml", (b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document')
        ),
    ],
)
def test_broken_documents_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"a\.docx"):
        read_docx(data, "a.docx")


@pytest.mark.parametrize(
    ("body", "reason"),
    [(paragraph("<w:r><w:drawing/></w:r>"), "扫描件"), (f"{paragraph(run('甲'))}<w:altChunk/>", "内嵌")],
)
def test_what_is_no_text_is_refused_rather_than_lost(body: str, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=reason):
        read_docx(document(body), "a.docx")


def test_a_long_table_is_read_in_seconds() -> None:
    rows = [
        WORD.row([str(at), f"负责第{at}项工作{at * 7919}。", f"承担第{at}项{at * 104729}。"])
        for at in range(3000)
    ]
    data = document(WORD.tabled([WORD.row(HEADER), *rows], 3))
    start = process_time()
    (found,) = read_docx(data, "a.docx")
    assert process_time() - start < 5
    assert isinstance(found, Table)
    assert len(found.rows) == 3000
