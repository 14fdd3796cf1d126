"""A letter as a Word file: the letter itself, and on pages that lie on their side the table that is to be filled in."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from dutygraph.visualize.report.letter import HEADINGS, Letter, LetterRow
from dutygraph.visualize.report.model import ReportGrid, ReportParagraph, plain
from dutygraph.visualize.report.typesetting import WIDE_WIDTH, turn_page
from dutygraph.visualize.report.word import PaperWriter, bytes_of, new_paper
from dutygraph.visualize.texts import Language, text

_WIDTHS = (2, 9, 11, 11, 9)


def letter_word(letter: Letter) -> bytes:
    """Return the bytes of a .docx file."""
    lang = letter.lang
    paper = new_paper(letter.title, lang)
    writer = PaperWriter(paper, lang)
    writer.line(letter.title, "Title")
    writer.line(f"{letter.to}{text('colon', lang)}", "Letter Line")
    for line in letter.paragraphs:
        writer.add(plain(line))
    writer.add(plain(text("letter_close", lang)))
    writer.line("", "Letter Line")
    writer.add(plain(text("letter_enclosed", lang)))
    writer.line("", "Letter Line")
    for line, indent in ((letter.sender, Mm(16)), (letter.day, Mm(22))):
        signed = writer.line(line, "Letter Line")
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.right_indent = indent
    writer.line("", "Letter Line")
    writer.add(plain(text("letter_contact", lang)))
    turn_page(paper)
    annex = PaperWriter(paper, lang, WIDE_WIDTH)
    annex.line(text("letter_annex", lang), "Letter Annex")
    annex.line(text("letter_table", lang), "Letter Title")
    annex.line(text("letter_filled_by", lang, name=letter.to), "Report Lead")
    rows = [_cells(row, lang) for row in letter.rows]
    annex.add(ReportGrid([text(key, lang) for key in HEADINGS], rows, _WIDTHS))
    return bytes_of(paper)


def _cells(row: LetterRow, lang: Language) -> list[list[ReportParagraph]]:
    problem = [plain(line, "cell") for line in row.problem]
    code = plain(text("report_id", lang, id=row.code), "source")
    return [[plain(str(row.number), "cell")], [*problem, code], list(row.own), list(row.other), []]
