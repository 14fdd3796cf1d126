"""A report as a Word file."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from dutygraph.visible import visible_in_xml
from dutygraph.visualize.report.model import (
    ReportBars,
    ReportBlock,
    ReportGrid,
    ReportHeading,
    ReportPaper,
    ReportParagraph,
    ReportRun,
)
from dutygraph.visualize.report.typesetting import GREY, TEXT_WIDTH, name_fallbacks, set_page, set_styles
from dutygraph.visualize.report.word_contents import link_place, mark_place
from dutygraph.visualize.texts import Language, text

_LOOKS = {
    "body": "Normal",
    "lead": "Report Lead",
    "note": "Report Note",
    "cell": "Report Cell",
    "quote": "Report Quote",
    "source": "Report Source",
}
_INDENTS = {"body": 640, "note": 480}
"""Two characters of their size, in twentieths of a point."""
_SPLIT = 400
"""A row with fewer characters stands on one page."""
_BAR = "8FAADC"
_LINES = "808080"
_HEAD = "F2F2F2"


def word_file(report: ReportPaper) -> bytes:
    """Return the bytes of a .docx file; characters that steer what is shown, or that XML forbids, are spelled."""
    paper = new_paper(report.title, report.lang)
    writer = PaperWriter(paper, report.lang)
    writer.line(report.title, "Title")
    writer.facts(report.facts)
    writer.contents(
        [block.text for block in report.blocks if isinstance(block, ReportHeading) and block.level == 1]
    )
    for block in report.blocks:
        writer.add(block)
    return bytes_of(paper)


def new_paper(title: str, lang: Language) -> Document:
    """Return an empty document with the page and the styles of an official one."""
    paper = docx.Document()
    set_styles(paper, lang)
    set_page(paper)
    name_fallbacks(paper)
    paper.core_properties.title = visible_in_xml(title)
    paper.core_properties.author = "dutygraph"
    paper.core_properties.comments = ""
    return paper


def bytes_of(paper: Document) -> bytes:
    """Return a document as a .docx file."""
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


class PaperWriter:
    """Adds blocks to a document, tables as wide as ``width``; Chinese paragraphs begin two characters further right."""

    def __init__(self, paper: Document, lang: Language, width: int = TEXT_WIDTH) -> None:
        self._paper, self._lang, self._width = paper, lang, width
        self._indented = lang == "zh"
        self._chapters = 0

    def line(self, text: str, style: str) -> Paragraph:
        """Add a paragraph of one style, and return it."""
        return _styled(self._paper.add_paragraph(visible_in_xml(text)), style)

    def add(self, block: ReportBlock) -> None:
        """Add a block."""
        match block:
            case ReportHeading(level=level):
                heading = self.line(block.text, f"Heading {level}")
                if level == 1:
                    self._chapters += 1
                    mark_place(heading, self._chapters)
            case ReportParagraph():
                self._fill(self._paper.add_paragraph(), block)
            case ReportGrid():
                self._grid(block)
            case ReportBars():
                self._bars(block)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Add the cover lines."""
        table = self._table(len(facts), (1, 5))
        for row, (name, value) in zip(table.rows, facts, strict=True):
            first, second = row.cells
            _set(first, name, "Report Head")
            _set(second, value, "Report Cell")
        self._space()

    def contents(self, titles: Sequence[str]) -> None:
        """Add a table of contents: titles of chapters that lead to them, with the pages on which they will stand."""
        self.line(text("report_contents", self._lang), "Report Contents")
        for number, title in enumerate(titles, start=1):
            link_place(self.line("", "Report Chapter"), number, visible_in_xml(title))

    def _grid(self, grid: ReportGrid) -> None:
        table = self._table(bool(grid.headings) + len(grid.rows), grid.widths)
        rows = iter(table.rows)
        if grid.headings:
            head = next(rows)
            for cell, heading in zip(head.cells, grid.headings, strict=True):
                _set(cell, heading, "Report Head")
                _shade(cell, _HEAD)
            _mark(head, "w:tblHeader")
            _mark(head, "w:cantSplit")
        for row, texts in zip(rows, grid.rows, strict=True):
            for cell, paragraphs in zip(row.cells, texts, strict=True):
                self._cell(cell, paragraphs)
            if _length(texts) < _SPLIT:
                _mark(row, "w:cantSplit")
        self._space()

    def _cell(self, cell: _Cell, paragraphs: Sequence[ReportParagraph]) -> None:
        for number, paragraph in enumerate(paragraphs):
            self._fill(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), paragraph)
        if not paragraphs:
            _styled(cell.paragraphs[0], "Report Cell")

    def _bars(self, bars: ReportBars) -> None:
        caption = self.line("", "Report Lead")
        caption.add_run(visible_in_xml(bars.caption)).bold = True
        most = max(count for _, count in bars.rows)
        table = self._table(len(bars.rows), (5, 1, 8), lines=False)
        for row, (name, count) in zip(table.rows, bars.rows, strict=True):
            label, number, bar = row.cells
            _set(label, name, "Report Cell")
            _set(number, str(count), "Report Cell")
            _draw_bar(bar, count / most)
            _mark(row, "w:cantSplit")
        self._space()

    def _fill(self, into: Paragraph, paragraph: ReportParagraph) -> None:
        _styled(into, _LOOKS[paragraph.look])
        if paragraph.look in _INDENTS and self._indented:
            _indent(into, _INDENTS[paragraph.look])
        for run in paragraph.runs:
            _add_run(into, run)

    def _table(self, rows: int, shares: Sequence[int], *, lines: bool = True) -> Table:
        table: Table = self._paper.add_table(rows, len(shares))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        widths = [self._width * share // sum(shares) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width  # of the grid, which LibreOffice goes by
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        if lines:
            table._tbl.tblPr.append(_borders())
        return table

    def _space(self) -> None:
        """Word joins tables between which nothing stands."""
        self.line("", "Report Gap")


def _length(row: Sequence[Sequence[ReportParagraph]]) -> int:
    return max(sum(len(run.text) for paragraph in cell for run in paragraph.runs) for cell in row)


def _styled(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style by its id: looked up by name, as the library does it, a report takes four times as long."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _set(cell: _Cell, text: str, style: str) -> None:
    paragraph = _styled(cell.paragraphs[0], style)
    paragraph.add_run(visible_in_xml(text))


def _add_run(paragraph: Paragraph, run: ReportRun) -> None:
    made = paragraph.add_run(visible_in_xml(run.text))
    if run.mark == "strong":
        made.bold = True
    elif run.mark == "object":
        made.underline = True
    elif run.mark == "rest":
        made.font.color.rgb = GREY


def _indent(paragraph: Paragraph, width: int) -> None:
    """Begin a paragraph two of its own characters further right; programs that count no characters take the width."""
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(width))


def _draw_bar(cell: _Cell, share: float) -> None:
    """Draw a bar as a paragraph whose ground is coloured and whose right end is drawn in; it prints as it is seen."""
    paragraph = _styled(cell.paragraphs[0], "Report Cell")
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    width = int(TEXT_WIDTH * 8 / 14 * 0.95)
    paragraph.paragraph_format.right_indent = int(width * (1 - max(share, 0.01)))
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_BAR}"/>')
    form = cast("Any", paragraph._p.get_or_add_pPr())
    form.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph.add_run(" ")


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'))


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _borders() -> Any:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINES}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
