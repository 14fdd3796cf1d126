"""The blank template as a Word document: instructions stand in comments, which are no content."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from dutygraph.ingest.template.form import Form, FormSection

_AUTHOR = "填写说明"
_ROWS = 20
"""Blank rows per table; Word adds more with the Tab key in the last cell."""
_NUMBERS = "一二三四"
_CHARACTER = Pt(6)
"""Width of a character of form.yaml in the document."""


def document_of(form: Form) -> bytes:
    """Return the bytes of a .docx file with a blank table or paragraph for each section."""
    paper = docx.Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    title = paper.add_paragraph(form.title)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _comment(paper, title, [form.title_hint, *form.instructions])
    for number, section in zip(_NUMBERS, form.sections, strict=True):
        _add_section(paper, number, section)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _add_section(paper: Document, number: str, section: FormSection) -> None:
    heading = paper.add_paragraph(f"{number}、{section.name}")
    _comment(
        paper, heading, [section.hint, *(f"{column.header}：{column.hint}" for column in section.columns)]
    )
    if not section.columns:
        paper.add_paragraph()
        return
    table = paper.add_table(rows=1 + _ROWS, cols=len(section.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
        cell.text = column.header
    for column, table_column in zip(section.columns, table.columns, strict=True):
        table_column.width = column.width * _CHARACTER
    paper.add_paragraph()


def _comment(paper: Document, paragraph: Paragraph, texts: list[str]) -> None:
    paper.add_comment(paragraph.runs, text="\n".join(texts), author=_AUTHOR, initials="注")
