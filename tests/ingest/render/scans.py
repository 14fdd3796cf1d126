"""Print records on paper and scan it: pages as pictures, turned, blurred, noisy and packed as JPEG, in a PDF without text.

Paper is printed in Noto Serif CJK; the fonts of ``portable`` are not embedded, and other ones are shown in their place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import cast

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dutygraph.ingest.records import DutyList
from tests.components import NOTO
from tests.ingest.render.portable import Portable

_SIMPLIFIED = 2
"""Which of the fonts in that file has the forms of characters that are used in mainland China."""
_INCH = 72


@dataclass(frozen=True)
class Scanner:
    """How pages come out: the resolution, and the faults of a scanner and its paper."""

    dpi: int = 200
    turn: float = 0
    """Degrees."""
    blur: float = 0
    """Pixels."""
    noise: float = 0
    """Standard deviation, of 255."""
    shade: float = 0
    """How much darker the paper gets from left to right, as a share."""
    quality: int = 80
    """Of JPEG."""

    def scan(self, layout: Portable, lists: Sequence[DutyList]) -> bytes:
        """Return a PDF file with pictures of the pages on which a layout prints lists."""
        paper = Paper(layout.page, self.dpi / _INCH)
        layout.print_on(cast("Canvas", paper), lists)
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=layout.page, invariant=True)
        for sheet in paper.sheets:
            packed = BytesIO()
            self._seen(sheet).save(packed, "JPEG", quality=self.quality)
            canvas.drawImage(ImageReader(packed), 0, 0, *layout.page)
            canvas.showPage()
        canvas.save()
        return stream.getvalue()

    def _seen(self, sheet: Image.Image) -> Image.Image:
        turned = sheet.rotate(self.turn, Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(self.blur)), np.float64)
        noise = np.random.default_rng(7).normal(0, self.noise, grey.shape)
        return Image.fromarray(
            (grey * np.linspace(1, 1 - self.shade, sheet.width) + noise).clip(0, 255).astype(np.uint8)
        )


@dataclass
class Paper:
    """A canvas, as far as ``portable`` draws on one, that makes a picture of each page; heights count from below."""

    size: tuple[float, float]
    scale: float
    sheets: list[Image.Image] = field(default_factory=list)
    _type: float = 0

    def __post_init__(self) -> None:
        self._turn_over()

    def setFont(self, _: str, size: float) -> None:  # noqa: N802
        self._type = size

    def drawString(self, x: float, y: float, text: str, anchor: str = "ls") -> None:  # noqa: N802
        font = _font(round(self._type * self.scale))
        self._pen.text(self._place(x, y), text, font=font, fill=0, anchor=anchor)

    def drawCentredString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        self.drawString(x, y, text, "ms")

    def drawRightString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        self.drawString(x, y, text, "rs")

    def rect(self, x: float, y: float, width: float, height: float) -> None:
        left, bottom = self._place(x, y)
        right, top = self._place(x + width, y + height)
        self._pen.rectangle((left, top, right, bottom), outline=0, width=self._stroke)

    def line(self, *ends: float) -> None:
        self._pen.line((*self._place(*ends[:2]), *self._place(*ends[2:])), fill=0, width=self._stroke)

    def showPage(self) -> None:  # noqa: N802
        self.sheets.append(self._sheet)
        self._turn_over()

    def _turn_over(self) -> None:
        self._sheet = Image.new("L", self._place(self.size[0], 0), 255)
        self._pen = ImageDraw.Draw(self._sheet)

    @property
    def _stroke(self) -> int:
        return max(1, round(self.scale / 2))

    def _place(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.scale), round((self.size[1] - y) * self.scale)


@cache
def _font(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(NOTO, pixels, index=_SIMPLIFIED)
