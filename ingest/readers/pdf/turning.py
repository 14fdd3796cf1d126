"""Pages and texts that do not run from left to right: which way a text runs, and a page turned so that it can be read."""

from collections.abc import Iterable, Sequence
from copy import copy

from pdfplumber.page import Page

from dutygraph.ingest.readers.pdf.lean import LeanPage
from dutygraph.ingest.readers.pdf.lines import Char

_SLANT = 0.1
"""Slope above which a text slants."""


def by_turn(chars: Iterable[Char]) -> dict[int | None, list[Char]]:
    """Return characters by the degrees that their page must be turned clockwise to read them, in the order of print.

    Under None are those that slant: no turn by right angles helps.
    """
    turned: dict[int | None, list[Char]] = {}
    for char in chars:
        turned.setdefault(_turn(char), []).append(char)
    return turned


def main_turn(chars: Iterable[Char]) -> int:
    """Return the turn that most characters need, 0 without any; neither blanks nor slanting text count."""
    turned = by_turn(char for char in chars if not char["text"].isspace())
    counts = {turn: len(own) for turn, own in turned.items() if turn is not None}
    return max(counts, key=lambda turn: (counts[turn], turn == 0), default=0)


def turned_page(page: Page, turn: int) -> Page:
    """Return the page turned clockwise by so many degrees, lines and pictures with it."""
    page_object = copy(page.page_obj)
    page_object.rotate = (page_object.rotate + turn) % 360
    page_object.attrs = {**page_object.attrs, "Rotate": page_object.rotate}
    return LeanPage(page.pdf, page_object, page.page_number)


def readable(chars: Sequence[Char], turn: int | None, width: float, height: float) -> list[Char]:
    """Return characters with their boxes as they stand on a page of this size after it is turned."""
    return [_moved(char, turn, width, height) for char in chars] if turn else list(chars)


def _turn(char: Char) -> int | None:
    a, b, _, d = char["matrix"][:4]
    if abs(b) < _SLANT * abs(a):
        return 180 if a < 0 and d < 0 else 0
    if abs(a) < _SLANT * abs(b):
        return 90 if b > 0 else 270
    return None


def _moved(char: Char, turn: int, width: float, height: float) -> Char:
    x0, x1, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
    if turn == 180:
        box = (width - x1, width - x0, height - bottom, height - top)
    elif turn == 90:
        box = (height - bottom, height - top, x0, x1)
    else:
        box = (top, bottom, width - x1, width - x0)
    return {**char, **dict(zip(("x0", "x1", "top", "bottom"), box, strict=True)), "size": box[3] - box[2]}
