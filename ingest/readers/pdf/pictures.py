"""Pictures on a page that may be tables or text: large ones on which no text of the page stands, and no banner."""

from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.page import Page

from dutygraph.ingest.document import Span, Unread
from dutygraph.ingest.readers.pdf.lines import Char
from dutygraph.ingest.records import Locator

_LEAST_WIDTH = 0.4
"""Share of the width of the page; seals and most logos are narrower (a seal has 42 mm, one fifth of A4)."""
_LEAST_HEIGHT = 50.0
"""Points; a table of a header and a row is as high, and what separates texts is lower."""
_HIGHEST_BANNER = 0.25
"""Share of the height of the page; a picture above all text of the first page that is no higher is a banner."""


def pictures_of(page: Page, chars: Sequence[Char]) -> list[tuple[float, Unread]]:
    """Return the pictures on a page that cannot be read, each with its upper edge in points.

    A picture below some of the ``chars`` is a background, a seal, or a scan with its text.
    """
    found: list[tuple[float, Unread]] = []
    for image in _large(page):
        if not (any(_is_on(char, image) for char in chars) or _is_banner(page, chars, image)):
            place = Locator(page=page.page_number)
            found.append((image["top"], Unread([Span("", place)], what="picture")))
    return found


def _large(page: Page) -> Iterator[dict[str, Any]]:
    for image in page.images:
        width = min(image["x1"], page.width) - max(image["x0"], 0)
        height = min(image["bottom"], page.height) - max(image["top"], 0)
        if width >= _LEAST_WIDTH * page.width and height >= _LEAST_HEIGHT:
            yield image


def _is_banner(page: Page, chars: Sequence[Char], image: dict[str, Any]) -> bool:
    """Whether a picture decorates the head of a page: above all text of the first one, or at the same place as there.

    What a list says begins below its title, which is text here.
    """
    above = image["bottom"] <= min((char["top"] for char in chars), default=0)
    if not above or image["bottom"] - image["top"] > _HIGHEST_BANNER * page.height:
        return False
    first = page.pdf.pages[0]
    return page.page_number == first.page_number or any(_box(other) == _box(image) for other in first.images)


def _box(image: dict[str, Any]) -> list[int]:
    return [round(image[side]) for side in ("x0", "top", "x1", "bottom")]


def _is_on(char: Char, image: dict[str, Any]) -> bool:
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(image["x0"] < across < image["x1"] and image["top"] < down < image["bottom"])
