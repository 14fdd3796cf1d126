"""PDF files with text, by pdfplumber (pure Python, MIT): running text, and tables by the lines around their cells.

Scanned pages, which are pictures without text, are recognised with the extra ``ocr``; without it they are left unread, and
a file of nothing else is refused.
"""

from collections.abc import Sequence
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from dutygraph.ingest.document import Block, Unread
from dutygraph.ingest.errors import UnreadableDocumentError, damaged, encrypted
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.readers.pdf.cuts import join_cuts
from dutygraph.ingest.readers.pdf.lean import LeanPage
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.margins import without_margins
from dutygraph.ingest.readers.pdf.pages import Item, PageContent, read_page
from dutygraph.ingest.readers.pdf.pictures import pictures_of
from dutygraph.ingest.readers.pdf.tables import PagedTable
from dutygraph.ingest.readers.pdf.text import margins_of, paragraphs_of
from dutygraph.ingest.readers.pdf.watermarks import Known, watermarks_of
from dutygraph.ingest.readers.scan.marks import confidences, marked
from dutygraph.ingest.readers.scan.reader import read_scan
from dutygraph.ingest.readers.tables.grids import Assembly
from dutygraph.ingest.records import Locator

_PICTURE = 0.5
"""Share of a page without text that pictures cover, above which the page is a scan."""
_NAMED = 5
"""Scanned pages that the message names."""
_INSTALL = "pip install 'dutygraph[ocr]'"
Piece = PagedTable | list[TextLine] | Unread

_UNKNOWN = "(cid:"
"""Beginning of pdfminer's text for a character that its font does not identify."""
_UNKNOWN_SHARE = 50
"""A text with more than one such character in 50 is refused; each takes seven or more characters."""


def read_pdf(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a PDF file; raises UnreadableDocumentError, also where no page has text."""
    pages = without_margins(_read_pages(data, source))
    margins = margins_of([item for page in pages for item in page if isinstance(item, TextLine)])
    assembly = Assembly()
    cuts: set[Locator] = set()
    for piece in _pieces(pages):
        if isinstance(piece, PagedTable):
            rows, cut = piece.grid()
            assembly.add_grid(rows)
            cuts |= cut
        elif isinstance(piece, Unread):
            assembly.add_passage(piece)
        else:
            for paragraph in paragraphs_of(piece, margins):
                assembly.add_passage(paragraph)
    return marked([join_cuts(block, cuts) for block in assembly.finish()], confidences(pages))


def _read_pages(data: bytes, source: str) -> list[list[Item]]:
    try:
        with pdfplumber.open(BytesIO(data), raise_unicode_errors=False) as document:
            check(source, "pages", len(document.pages))
            pages = _read_all([LeanPage(document, one.page_obj, one.page_number) for one in document.pages])
    except UnreadableDocumentError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file leads it to
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))
        raise (encrypted(source) if locked else damaged(source)) from error
    text = "".join(item.text for page in pages for item in page)
    if not text:
        raise _scanned(source, [item for page in pages for item in page])
    if text.count(_UNKNOWN) * _UNKNOWN_SHARE > len(text):
        raise _without_characters(source)
    return [page for page in pages if page]


def _read_all(pages: Sequence[Page]) -> list[list[Item]]:
    """Return the items of all pages; they are read again where one has watermarks that others tell of."""
    contents = _contents(pages)
    known = watermarks_of([content.found for content in contents])
    if not any(content.found.suspects & known for content in contents):
        return [content.items for content in contents]
    return [content.items for content in _contents(pages, known)]


def _contents(pages: Sequence[Page], known: Known = frozenset()) -> list[PageContent]:
    """Return the content of all pages, scans recognised. Frees what pdfplumber keeps of a page, which is large."""
    contents: list[PageContent] = []
    for page in pages:
        content = read_page(page, known, contents[-1].columns if contents else None)
        if not content.items:
            pictures: list[Item] = [picture for _, picture in pictures_of(page, [])]
            content = PageContent(read_scan(page) if _is_picture(page) else pictures, content.found)
        contents.append(content)
        page.close()
    return contents


def _is_picture(page: Page) -> bool:
    covered = sum(image["width"] * image["height"] for image in page.images)
    return bool(covered > _PICTURE * page.width * page.height)


def _pieces(pages: Sequence[Sequence[Item]]) -> list[Piece]:
    """Return the tables with their parts from all pages, and the runs of text lines between them, in reading order."""
    pieces: list[Piece] = []
    tables = 0
    for item in (item for page in pages for item in page):
        last = pieces[-1] if pieces else None
        if isinstance(item, Unread):
            pieces.append(item)
        elif isinstance(item, TextLine):
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


def _scanned(source: str, unread: Sequence[Item]) -> UnreadableDocumentError:
    pages = [
        str(item.spans[0].locator.page)
        for item in unread
        if isinstance(item, Unread) and item.what == "scanned_page"
    ]
    examples = "、".join(pages[:_NAMED]) + ("……" if len(pages) > _NAMED else "")
    if not pages:
        return UnreadableDocumentError(
            source,
            zh="全文没有可读的文字；请提供文字版，或提高扫描的分辨率",
            en="no page holds text that can be read; get the document as text, or scan it with a higher resolution",
        )
    return UnreadableDocumentError(
        source,
        zh=f"第 {examples} 页是扫描图像，没有文字；请提供文字版，或安装文字识别组件：{_INSTALL}",
        en=f"page {examples} is scanned and holds no text; get the document as text, or install recognition: {_INSTALL}",
    )


def _without_characters(source: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        source,
        zh="PDF 中的字体没有给出文字编码，读出的是乱码；请提供 Word 版，或用 Word 重新另存为 PDF",
        en="the fonts of the PDF do not tell their characters; get the document in Word, or save it as PDF again",
    )
