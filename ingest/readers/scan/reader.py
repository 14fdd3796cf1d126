"""Scanned pages of a PDF, by the extra ``ocr``: as the same lines and tables that pages with text give."""

from importlib.util import find_spec

import numpy as np
from pdfplumber.page import Page

from dutygraph.ingest.files.granting import grant_time
from dutygraph.ingest.readers.pdf.pages import Item, unread_page

_DPI = 200
_LONGEST = 3400
"""Pixels of the longer side of a page at most: 200 dpi on A3."""
_INCH = 72


def can_recognise() -> bool:
    """Return whether the extra ``ocr`` is installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))


def read_scan(page: Page) -> list[Item]:
    """Return the recognised lines and tables of a page that is a picture, and what is unread: all, without the extra."""
    if not can_recognise():
        return unread_page(page, "scanned_page").items
    grant_time()
    from dutygraph.ingest.readers.scan.layout import ScannedPage  # needs the extra
    from dutygraph.ingest.readers.scan.sheet import straightened

    resolution = min(_DPI, _LONGEST * _INCH / max(page.width, page.height))
    picture = page.to_image(resolution=resolution).original.convert("L")
    sheet = straightened(np.asarray(picture, np.uint8), resolution / _INCH)
    return ScannedPage(sheet, page.page_number, float(page.width)).items()
