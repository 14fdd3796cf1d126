"""PDF files made from a description (``described``): ruled tables, on pages that stand upright or lie on a side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)

from tests.ingest.described_cells import Rows, merged, picture, shown

Block = Any
FONT = "STSong-Light"
MARGIN = 72
NO_MARK = {"places": ()}


@dataclass
class Pages:
    """How the pages look: wide, or tall and shown turned; ``{page}`` in head and foot is the number.

    A watermark is a ``text`` of a ``size`` and a ``color`` at ``places``, upright and behind the rest.
    """

    wide: bool = False
    turned: bool = False
    head: str = ""
    foot: str = ""
    watermark: Mapping[str, Any] = field(default_factory=lambda: NO_MARK)

    @property
    def size(self) -> tuple[float, float]:
        return landscape(A4) if self.wide or self.turned else A4

    def template(self, stream: BytesIO) -> BaseDocTemplate:
        """Return a document with these pages, and with pages whose text runs up or down."""
        width, height = self.size
        made = BaseDocTemplate(stream, pagesize=self.size, rotation=90 if self.turned else 0)
        upright, lying = _frame(width, height), _frame(height, width)
        pages = [("upright", upright, self.begin), ("up", lying, self.climb), ("down", lying, self.descend)]
        made.addPageTemplates([PageTemplate(name, [frame], begin) for name, frame, begin in pages])
        return made

    def begin(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        width, height = self.size
        if self.turned:
            canvas.setPageSize((height, width))
            canvas.translate(height, 0)
            canvas.rotate(90)
        self.mark(canvas)
        canvas.setFont(FONT, 9)
        page = canvas.getPageNumber()
        canvas.drawCentredString(width / 2, height - 36, self.head.format(page=page))
        canvas.drawCentredString(width / 2, 30, self.foot.format(page=page))

    def climb(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        """Turn what the page holds; head, foot and watermark stay upright, as where the page is bound with others."""
        self.begin(canvas, document)
        canvas.translate(self.size[0], 0)
        canvas.rotate(90)

    def descend(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        self.begin(canvas, document)
        canvas.translate(0, self.size[1])
        canvas.rotate(-90)

    def mark(self, canvas: Canvas) -> None:
        for x, y in self.watermark["places"]:
            canvas.setFont(FONT, self.watermark["size"])
            canvas.setFillColor(self.watermark["color"])
            canvas.drawString(x, y, self.watermark["text"])
        canvas.setFillColor("black")


def _frame(width: float, height: float) -> Frame:
    return Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)


def as_pdf(content: Sequence[Block], **options: Any) -> bytes:
    """Write a PDF file with the ``options`` of ``Pages``."""
    pages = Pages(**options)
    stream = BytesIO()
    width = pages.size[0] - 2 * MARGIN - 12
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    pages.template(stream).build([one for block in content for one in _flowables(block, width)])
    return stream.getvalue()


def _flowables(block: Block, width: float) -> Iterator[Flowable]:
    if block == "break":
        yield PageBreak()
    elif block == "picture":
        yield Image(picture(), 300, 150)
    elif isinstance(block, str):
        yield _paragraph(block)
    elif "break" in block:
        yield NextPageTemplate(block["break"])
        yield PageBreak()
    else:
        rows: Rows = block["table"]
        spans = [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in merged(rows)]
        weights = block.get("widths") or [1] * len(rows[0])
        yield LongTable(
            [[[_paragraph(line) for line in shown(cell).split("\n")] for cell in row] for row in rows],
            colWidths=[width * weight / sum(weights) for weight in weights],
            repeatRows=block.get("repeated", 0),
            style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans],
        )


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text, ParagraphStyle("text", fontName=FONT, fontSize=11, leading=16, wordWrap="CJK"))
