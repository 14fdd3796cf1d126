"""Clean text: what a reader sees, without the blanks and markup that a conversion left."""

import re
from functools import lru_cache
from html import unescape

from dutygraph.ingest.characters import CONTROLS, unified
from dutygraph.ingest.numerals import ITEM_NUMERALS

MARKUP = re.compile(r"</?(?:p|br|div|span|b|strong|u|i|font|td|tr|o:p)\b[^<>《》]*>", re.IGNORECASE)
OUTSIDE_BRACKETS = r"(?![^（(]{0,200}[）)])"
"""For patterns: what stands here is not inside a bracket. Bounded, or a text of separators takes its length squared."""
_ITEM_DASH = re.compile(rf"^\s*[-–•·●]\s+(?=[（(\d{ITEM_NUMERALS}])")
_BULLETS = "■◆●▲★※◎○□◇△▶►➢✓•·"
_ENTITY = re.compile(
    r"&(?:amp;){0,2}(nbsp|ensp|emsp|lt|gt|amp|quot|ldquo|rdquo|middot|mdash|hellip|#160);", re.IGNORECASE
)
"""Characters of HTML that were escaped twice, so that a page shows their names."""
_INVISIBLE = re.compile(rf"[\xad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\x0b\x0c{CONTROLS}]")
_BLANK = re.compile(r"[\s\u3000\xa0]+")
_LATIN_GAP = re.compile(r"(?<=[A-Za-z0-9.,;:)'\"]) (?=[A-Za-z(])|(?<=[A-Za-z]) (?=[0-9])")
_ONLY_BLANK_MARKS = re.compile(r"^[\s\u3000\-—－–_.…·。、/\\]*$")


@lru_cache(maxsize=4096)  # a cell is asked for its text by several steps
def clean(text: str) -> str:
    """Return ``text`` in the characters that it looks like, without markup, list dash, invisible characters and blanks.

    A blank between Latin words stays.
    """
    text = unified(text)
    text = _ENTITY.sub(_unescaped, text) if "&" in text else text
    text = MARKUP.sub(" ", text) if "<" in text else text
    text = _BLANK.sub(" ", _INVISIBLE.sub("", _ITEM_DASH.sub("", text))).strip()
    if " " not in text:
        return text
    return _LATIN_GAP.sub("\x00", text).replace(" ", "").replace("\x00", " ")


def _unescaped(entity: re.Match[str]) -> str:
    return unescape(f"&{entity[1].lower()};")


def is_filler(text: str) -> bool:
    """Say whether a cleaned text holds nothing but dashes and dots (------, ……, /), as rules of tables do."""
    return bool(_ONLY_BLANK_MARKS.match(text))


def or_none(text: str) -> str | None:
    """Return the text, or None when nothing is printed."""
    return text or None


def without_bullet(text: str) -> str:
    """Return a cleaned text without the bullet in front of it (◆, ●), which numbers nothing."""
    return text.lstrip(_BULLETS) or text
