"""PDF files with text, by pdfplumber (pure Python, MIT): running text, and tables by the lines around their cells.

Files with scanned pages, which are pictures without text, are refused.
"""

from collections.abc import Sequence
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError, damaged, encrypted
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.readers.grids import Assembly
from dutygraph.ingest.readers.pdf.cuts import join_cuts
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.margins import without_margins
from dutygraph.ingest.readers.pdf.pages import Item, read_page
from dutygraph.ingest.readers.pdf.tables import PagedTable
from dutygraph.ingest.readers.pdf.text import margins_of, paragraphs_of
from dutygraph.ingest.records import Locator

_PICTURE = 0.5
"""Share of a page without text that pictures cover, above which the page is a scan."""
_NAMED = 5
"""Scanned pages that the message names."""
_UNKNOWN = "(cid:"
"""Beginning of pdfminer's text for a character that its font does not identify."""
_UNKNOWN_SHARE = 50
"""A text with more than one such character in 50 is refused; each takes seven or more characters."""


def read_pdf(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a PDF file; raises UnreadableDocumentError, also for scanned pages."""
    pages = without_margins(_read_pages(data, source))
    margins = margins_of([item for page in pages for item in page if isinstance(item, TextLine)])
    assembly = Assembly()
    cuts: set[Locator] = set()
    for piece in _pieces(pages):
        if isinstance(piece, PagedTable):
            rows, cut = piece.grid()
            assembly.add_grid(rows)
            cuts |= cut
        else:
            for paragraph in paragraphs_of(piece, margins):
                assembly.add_passage(paragraph)
    return [join_cuts(block, cuts) for block in assembly.finish()]


def _read_pages(data: bytes, source: str) -> list[list[Item]]:
    try:
        with pdfplumber.open(BytesIO(data), raise_unicode_errors=False) as document:
            check(source, "pages", len(document.pages))
            pages = [_read_page(page) for page in document.pages]
    except UnreadableDocumentError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file leads it to
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))
        raise (encrypted(source) if locked else damaged(source)) from error
    scanned = [number for number, page in enumerate(pages, start=1) if page is None]
    if scanned:
        raise _scanned(source, scanned)
    filled = [page for page in pages if page]
    text = "".join(item.text for page in filled for item in page)
    if not text:
        raise _scanned(source, [])
    if text.count(_UNKNOWN) * _UNKNOWN_SHARE > len(text):
        raise _without_characters(source)
    return filled


def _read_page(page: Page) -> list[Item] | None:
    """Return the items of a page, None for a scan. Frees what pdfplumber keeps of the page, which is large."""
    items = read_page(page)
    covered = sum(image["width"] * image["height"] for image in page.images)
    is_picture = covered > _PICTURE * page.width * page.height
    page.close()
    return None if is_picture and not items else items


def _pieces(pages: Sequence[Sequence[Item]]) -> list[PagedTable | list[TextLine]]:
    """Return the tables with their parts from all pages, and the runs of text lines between them, in reading order."""
    pieces: list[PagedTable | list[TextLine]] = []
    tables = 0
    for item in (item for page in pages for item in page):
        last = pieces[-1] if pieces else None
        if isinstance(item, TextLine):
            if isinstance(last, list):
                last.append(item)
            else:
                pieces.append([item])
        elif isinstance(last, PagedTable) and last.continues_with(item):
            last.parts.append(item)
        else:
            tables += 1
            pieces.append(PagedTable(tables, [item]))
    return pieces


def _scanned(source: str, pages: Sequence[int]) -> UnreadableDocumentError:
    examples = "、".join(map(str, pages[:_NAMED])) + ("……" if len(pages) > _NAMED else "")
    where = (f"第 {examples} 页", f"page {examples}") if pages else ("全文", "no page")
    return UnreadableDocumentError(
        source,
        zh=f"{where[0]}是扫描图像，没有文字；请提供文字版，或先用文字识别（OCR）软件转换",
        en=f"{where[1]} is scanned and holds no text; get the document as text, or put it through OCR first",
    )


def _without_characters(source: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        source,
        zh="PDF 中的字体没有给出文字编码，读出的是乱码；请提供 Word 版，或用 Word 重新另存为 PDF",
        en="the fonts of the PDF do not tell their characters; get the document in Word, or save it as PDF again",
    )
