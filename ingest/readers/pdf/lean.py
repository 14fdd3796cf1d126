"""PDF pages that keep of each character only what its readers ask for."""

from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page

from dutygraph.ingest.readers.pdf.lines import Char


class LeanPage(Page):
    """A page of pdfplumber whose characters have their text, box, size, colour and matrix, and nothing else.

    pdfplumber looks through two dozen attributes of each character, which takes as long as drawing the page does.
    """

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """Return a character as readers know it, and whatever else is drawn as pdfplumber tells it."""
        return self._char(obj) if isinstance(obj, LTChar) else super().process_object(obj)

    def _char(self, drawn: LTChar) -> Char:
        left, top = self.mediabox[:2]  # pdfminer places what it draws relative to this corner
        color = drawn.graphicstate.ncolor
        return {
            "object_type": "char",
            "text": drawn.get_text(),
            "x0": drawn.x0 + left,
            "x1": drawn.x1 + left,
            "top": self.height - drawn.y1 + top,
            "bottom": self.height - drawn.y0 + top,
            "size": drawn.size,
            "matrix": drawn.matrix,
            "non_stroking_color": color if isinstance(color, tuple) else (color,),
        }
