"""The blank template as a Word document: instructions stand in comments, which are no content."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from dutygraph.ingest.template.blank import Section, Template

_AUTHOR = "填写说明"
_ROWS = 20
"""So many blank rows; Word adds more with the Tab key in the last cell."""
_NUMBERS = "一二三四"
_CHARACTER = Pt(6)
"""How wide a character of template.yaml is here."""


def document(template: Template) -> bytes:
    """Return the bytes of a document."""
    paper = docx.Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    title = paper.add_paragraph(template.title)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _comment(paper, title, [template.title_hint, *template.instructions])
    for number, section in zip(_NUMBERS, template.sections, strict=True):
        _add(paper, number, section)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _add(paper: Document, number: str, section: Section) -> None:
    heading = paper.add_paragraph(f"{number}、{section.name}")
    _comment(paper, heading, [section.hint, *(f"{one.header}：{one.hint}" for one in section.columns)])
    if not section.columns:
        paper.add_paragraph()
        return
    table = paper.add_table(rows=1 + _ROWS, cols=len(section.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
        cell.text = column.header
    for column, printed in zip(section.columns, table.columns, strict=True):
        printed.width = column.width * _CHARACTER
    paper.add_paragraph()


def _comment(paper: Document, paragraph: Paragraph, texts: list[str]) -> None:
    paper.add_comment(paragraph.runs, text="\n".join(texts), author=_AUTHOR, initials="注")
