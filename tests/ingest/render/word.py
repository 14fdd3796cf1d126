"""Print records as Word documents, by python-docx and the XML of its elements, in the layouts that offices use."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, ClassVar
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dutygraph.ingest.records import DutyList
from tests.ingest.render.content import Grid, Item, Line, in_one_cell, items

_LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
Levels = list[tuple[str, str]]
NAMES = nsdecls("w", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def document(body: str, numbering: str = "", styles: str = "") -> bytes:
    """Return a Word document with these elements in its body, numbering definitions (in place of all) and styles."""
    made = Document()
    anchor = made.element.body.sectPr
    for element in _elements(body):
        anchor.addprevious(element)
    definitions = made.part.numbering_part.element
    for element in list(definitions) if numbering else []:
        definitions.remove(element)
    definitions.extend(_elements(numbering))
    made.styles.element.extend(_elements(styles))
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _elements(xml: str) -> list[Any]:
    return list(parse_xml(f"<w:body {NAMES}>{xml}</w:body>"))


class Word:
    """The plain layout: typed numbers, a table per section, a row per task. Others override its steps."""

    def __init__(self) -> None:
        self.lists: list[int] = []
        """The shared definitions of the numbered lists begun so far."""

    def render(self, lists: Sequence[DutyList]) -> bytes:
        """Return the bytes of a document with these lists."""
        return document(self.body(list(items(lists))), self.numbering())

    def body(self, found: list[Item]) -> str:
        return "".join(self.line(one) if isinstance(one, Line) else self.table(one) for one in found)

    def line(self, line: Line) -> str:
        return self.paragraph(line.numbered)

    def table(self, grid: Grid) -> str:
        rows = [self.row(grid.header), *(self.group(group) for group in grid.groups)]
        return self.tabled(rows, len(grid.header)) + self.paragraph("")

    def group(self, rows: list[list[str | None]]) -> str:
        return "".join(self.row(row) for row in rows)

    def row(self, cells: Sequence[str | None], properties: str = "") -> str:
        return f"<w:tr>{properties}{''.join(self.cell(cell or '') for cell in cells)}</w:tr>"

    def cell(self, text: str, properties: str = "") -> str:
        paragraphs = "".join(self.paragraph(line) for line in text.split("\n"))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    def tabled(self, rows: Sequence[str], width: int) -> str:
        columns = '<w:gridCol w:w="1000"/>' * width
        return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def paragraph(self, text: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs(text)}</w:p>"

    def runs(self, text: str) -> str:
        return run(text) if text else ""

    def numbering(self) -> str:
        """Layouts with automatic numbers define them here."""
        return ""


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


class Merged(Word):
    """Number, duty and whatever stands once for several rows in cells that are merged downwards."""

    def group(self, rows: list[list[str | None]]) -> str:
        printed = ""
        for at, row in enumerate(rows):
            printed += "<w:tr>"
            for column, cell in enumerate(row):
                below = rows[at + 1][column] if at + 1 < len(rows) else ""
                merge = (
                    "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if below is None else ""
                )
                printed += self.cell(cell or "", merge)
            printed += "</w:tr>"
        return printed


class OneTable(Merged):
    """The whole list in one table: title, body and sections in rows that span it; texts of regimes too."""

    width = 8

    def body(self, found: list[Item]) -> str:
        printed, rows = "", ""
        for one in found:
            if isinstance(one, Line) and one.role == "title" and rows:
                printed += self.tabled([rows], self.width) + self.paragraph("")
                rows = ""
            rows += self.spanning(one) if isinstance(one, Line) else self.rows(one)
        return printed + self.tabled([rows], self.width) + self.paragraph("")

    def rows(self, grid: Grid) -> str:
        return self.row(grid.header) + "".join(self.group(group) for group in grid.groups)

    def spanning(self, line: Line) -> str:
        return f"<w:tr>{self.cell(line.numbered, _span(self.width))}</w:tr>"

    def row(self, cells: Sequence[str | None], _: str = "") -> str:
        """The last cell of narrow tables spans what is left of the width."""
        *most, last = (cell or "" for cell in cells)
        span = _span(self.width - len(most))
        return f"<w:tr>{''.join(self.cell(cell) for cell in most)}{self.cell(last, span)}</w:tr>"

    def group(self, rows: list[list[str | None]]) -> str:
        width = len(rows[0])
        span = _span(self.width - width + 1)
        printed = ""
        for at, row in enumerate(rows):
            printed += "<w:tr>"
            for column, cell in enumerate(row):
                below = rows[at + 1][column] if at + 1 < len(rows) else ""
                merge = (
                    "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if below is None else ""
                )
                printed += self.cell(cell or "", (span if column == width - 1 else "") + merge)
            printed += "</w:tr>"
        return printed


class TitledTables(Merged):
    """Each table begins with rows that hold its section's heading, and who fills it in and when."""

    def __init__(self) -> None:
        super().__init__()
        self.pending: list[Line] = []

    def line(self, line: Line) -> str:
        if line.role == "section" and line.text != "事中事后监管制度":
            self.pending.append(line)
            return ""
        return self.flush() + super().line(line)

    def flush(self) -> str:
        printed = "".join(self.paragraph(line.numbered) for line in self.pending)
        self.pending.clear()
        return printed

    def table(self, grid: Grid) -> str:
        width = len(grid.header)
        rows = [f"<w:tr>{self.cell(line.numbered, _span(width))}</w:tr>" for line in self.pending]
        rows.append(
            f"<w:tr>{self.cell('填报日期：2015年6月', _span(2))}{self.cell('单位：项', _span(width - 2))}</w:tr>"
        )
        self.pending.clear()
        rows += [self.row(grid.header), *(self.group(group) for group in grid.groups)]
        return self.tabled(rows, width) + self.paragraph("")


def _span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


class RepeatedHeader(Word):
    """The header printed again after every few rows, as on new pages, and marked as one."""

    every = 5

    def table(self, grid: Grid) -> str:
        header = self.row(grid.header, "<w:trPr><w:tblHeader/></w:trPr>")
        rows = [header if at % self.every == 0 else "" for at in range(len(grid.rows))]
        printed = [start + self.row(row) for start, row in zip(rows, grid.rows, strict=True)]
        return self.tabled(printed, len(grid.header)) + self.paragraph("")


class Split(Word):
    """Tables cut by blank paragraphs, or by 续表 with the header again."""

    every = 6

    def table(self, grid: Grid) -> str:
        parts = [grid.rows[at : at + self.every] for at in range(0, len(grid.rows), self.every)]
        printed = ""
        for at, part in enumerate(parts):
            header = [self.row(grid.header)] if at % 3 == 0 else []
            between = "续表" if at and header else ""
            rows = [*header, *(self.row(row) for row in part)]
            printed += self.paragraph(between) + self.tabled(rows, len(grid.header))
        return printed + self.paragraph("")


class Nested(Merged):
    """Everything inside a frame: a table of two cells, the tables of the list in the second one."""

    def body(self, found: list[Item]) -> str:
        first, *rest = found
        title = f"<w:tr><w:tc><w:tcPr/>{self.line(first) if isinstance(first, Line) else ''}</w:tc></w:tr>"
        frame = f"<w:tr><w:tc><w:tcPr/>{super().body(rest)}<w:p/></w:tc></w:tr>"
        return self.tabled([title, frame], 1)


class TextBox(Merged):
    """Titles in text boxes, which Word stores twice, for new and for old programs; other paragraphs centred by tabs."""

    def line(self, line: Line) -> str:
        if line.role != "title":
            return super().line(line)
        content = f"<w:txbxContent>{self.paragraph(line.text)}</w:txbxContent>"
        new = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
        new += "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
        old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"


class Tracked(Merged):
    """Tracked changes, hidden text, page fields and notes in every text; deleted rows."""

    def runs(self, text: str) -> str:
        if not text:
            return ""
        half = len(text) // 2
        deleted = f'<w:del w:id="1" w:author="x">{run("原文已删除", "delText")}</w:del>'
        moved = f'<w:moveFrom w:id="2" w:author="x">{run("已移走")}</w:moveFrom>'
        hidden = (
            '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        )
        page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        page += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        page += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        inserted = f'<w:ins w:id="3" w:author="x">{run(text[half:])}</w:ins>' if text[half:] else ""
        return run(text[:half]) + deleted + moved + inserted + hidden + page

    def group(self, rows: list[list[str | None]]) -> str:
        gone = self.row(["99", "已删除的职责"], '<w:trPr><w:del w:id="4" w:author="x"/></w:trPr>')
        return super().group(rows) + gone


class Numbered(Merged):
    """Headings, items and the number column numbered by Word; tasks of one office as a numbered list in one cell."""

    HEADINGS, CELL_ITEMS, COLUMN = 0, 1, 2
    LEVELS: tuple[Levels, ...] = (
        [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("chineseCountingThousand", "%3、")],
        [("decimal", "%1、")],
        [("decimal", "%1")],
    )
    depth: ClassVar = {"section": 0, "regime": 1, "heading": 2}

    def begin(self, definition: int) -> str:
        self.lists.append(definition)
        return str(len(self.lists))

    def numbered(self, text: str, list_id: str, level: int = 0) -> str:
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
        return self.paragraph(text, f"<w:numPr>{place}</w:numPr>")

    def line(self, line: Line) -> str:
        if line.role == "section" and line.place == 0:
            self.headings = self.begin(self.HEADINGS)
        if line.role not in self.depth:
            return super().line(line)
        return self.numbered(line.text, self.headings, self.depth[line.role])

    def table(self, grid: Grid) -> str:
        self.column = self.begin(self.COLUMN)
        self.counted = 0
        return super().table(in_one_cell(grid))

    def group(self, rows: list[list[str | None]]) -> str:
        self.counted += 1
        if rows[0][0] != str(self.counted):
            self.column = "0"
        return super().group(rows)

    def cell(self, text: str, properties: str = "") -> str:
        lines = text.split("\n")
        if len(lines) > 1:
            list_id = self.begin(self.CELL_ITEMS)
            paragraphs = "".join(self.numbered(line, list_id) for line in lines)
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"
        if text == str(self.counted) and self.column != "0":
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.numbered('', self.column)}</w:tc>"
        return super().cell(text, properties)

    def numbering(self) -> str:
        definitions, lists = self.definitions()
        printed = ""
        for at, levels in enumerate(definitions):
            inner = "".join(_LEVEL.format(depth, *level) for depth, level in enumerate(levels))
            printed += f'<w:abstractNum w:abstractNumId="{at}">{inner}</w:abstractNum>'
        for at, inner in enumerate(lists, start=1):
            printed += f'<w:num w:numId="{at}">{inner}</w:num>'
        return printed

    def definitions(self) -> tuple[list[Levels], list[str]]:
        """The shared definitions, and the lists: each refers to one and begins anew."""
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        return list(self.LEVELS), [
            f'<w:abstractNumId w:val="{definition}"/>{anew}' for definition in self.lists
        ]


class OwnNumbered(Numbered):
    """Automatic numbers without restarts: each list has a definition of its own."""

    def definitions(self) -> tuple[list[Levels], list[str]]:
        own = [self.LEVELS[definition] for definition in self.lists]
        return own, [f'<w:abstractNumId w:val="{at}"/>' for at in range(len(own))]


class Broken(Word):
    """Texts broken up into many runs, with line breaks, soft hyphens and bookmarks; the header in two rows."""

    at_most = 7

    def runs(self, text: str) -> str:
        pieces = [text[at : at + self.at_most] for at in range(0, len(text), self.at_most)]
        mark = '<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr w:type="spellStart"/>'
        runs = mark.join(run(piece) for piece in pieces)
        return f"<w:hyperlink>{runs}</w:hyperlink>" if len(pieces) > 3 else runs

    def table(self, grid: Grid) -> str:
        upper = self.row([word if len(word) < 4 else word[:2] for word in grid.header])
        lower = self.row(["" if len(word) < 4 else word[2:] for word in grid.header])
        rows = [upper, lower, *(self.row(row) for row in grid.rows)]
        return self.tabled(rows, len(grid.header)) + self.paragraph("")
