"""A report as a file: which forms there are, and making one whole."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from dutygraph.queries.findings.read.report_data import ReportData
from dutygraph.visualize.report.compose import paper
from dutygraph.visualize.report.pdf import pdf_of
from dutygraph.visualize.report.sheets import report_sheets
from dutygraph.visualize.report.stories import ON_PAPER, ON_SCREEN
from dutygraph.visualize.report.web import web_file
from dutygraph.visualize.report.word import word_file
from dutygraph.visualize.report.workbook import report_workbook
from dutygraph.visualize.texts import Language
from dutygraph.whole_files import whole_file


class ReportShape(StrEnum):
    """As what a report can be had; PDF where LibreOffice is installed."""

    docx = "docx"
    xlsx = "xlsx"
    html = "html"
    pdf = "pdf"


def report_file(data: ReportData, shape: ReportShape, lang: Language) -> bytes:
    """Return the bytes of a report. Raises what ``pdf_of`` raises."""
    now = datetime.now().astimezone()
    if shape is ReportShape.xlsx:
        return report_workbook(report_sheets(data, lang, now), lang)
    document = paper(data, lang, now, ON_SCREEN if shape is ReportShape.html else ON_PAPER)
    if shape is ReportShape.html:
        return web_file(document)
    word = word_file(document)
    return pdf_of(word) if shape is ReportShape.pdf else word


def write_report(data: ReportData, path: Path, shape: ReportShape, lang: Language) -> None:
    """Write a report, complete or not at all. Raises UnwritableFileError and what ``report_file`` raises."""
    with whole_file(path) as file:
        file.write(report_file(data, shape, lang))
