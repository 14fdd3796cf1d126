"""Lines of a PDF page: made of characters, and joined to paragraphs."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dutygraph.ingest.characters import unified

Char = dict[str, Any]
"""A character as pdfplumber gives it: text, x0, x1, top, bottom, size."""

_UNIT = re.compile(r"[（(《〈“‘【〔\[]*(?:[A-Za-z0-9.%/:-]+|.)[，。；：、！？）)》〉”’】〕\]…]*")
"""A unit that no line break separates: a word or character with the punctuation around it."""
_ITEM = re.compile(r"[（(]?(?P<number>\d{1,2})[）)、．.](?!\d)")
HANGING = "，。；：、！？）》”,.;:"
"""Punctuation that may stand beyond the margin."""
_BRACKET = re.compile(r"[（(《〔\[“）)》〕\]”]")
_CLOSING = "）)》〕]”"
_NEVER_FIRST = tuple("，。；、：）》〕”")
_NEVER_LAST = tuple("，、（《〔“")
_WIDE = ("W", "F", "A")
_TOLERANCE = 0.5
"""Points of error in the right edge of a text."""
_CENTRED = 3.0
"""Points; the gaps before and behind a centred text differ by less."""
_LATIN_GAP = 0.2
"""In type sizes; a wider gap between Latin letters is a blank."""
_TWICE = 0.2
"""In type sizes; the same character nearer than this is a second print of it."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, its box in points from the top left corner, its type size in points, and its page (from 1).

    ``sheet`` is the width of the page in points; ``confidence``, from 0 to 1, is that of a text recognised in a scan.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    sheet: float
    confidence: float | None = None


def lines_of(chars: Iterable[Char], page: int, sheet: float) -> list[TextLine]:
    """Return the lines that the characters form, from top to bottom."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=_middle):
        if rows and _middle(char) - _middle(rows[-1][0]) < char["size"] / 2:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_line(row, page, sheet) for row in rows if any(not char["text"].isspace() for char in row)]


def paragraphs(lines: Sequence[TextLine], left: float, right: float) -> list[str]:
    """Return the texts of the paragraphs that lines between two edges form; an item of a list begins a new one."""
    texts: list[str] = []
    number = 0
    for at, line in enumerate(lines):
        item = item_number(line.text)
        if at == 0 or item == number + 1 or not goes_on(lines[at - 1], line, left, right):
            texts.append(line.text)
            number = item or number
        else:
            texts[-1] += line.text
    return texts


def item_number(text: str) -> int | None:
    """Return the number that a list item begins with, or None."""
    match = _ITEM.match(text)
    return int(match["number"]) if match else None


def goes_on(line: TextLine, following: TextLine, left: float, right: float) -> bool:
    """Return whether ``line`` ended for want of room: the first word of ``following`` does not fit behind it."""
    unit = _UNIT.match(following.text)
    return unit is not None and _width(unit[0]) * following.size > _room(line, left, right) + _TOLERANCE


def is_torn(text: str, following: str) -> bool:
    """Return whether ``following`` must continue ``text``: it closes a bracket, say, or begins with a stop."""
    closed = _BRACKET.search(following)
    if closed and closed[0] in _CLOSING:
        opened = _BRACKET.findall(text)
        return sum(bracket in _CLOSING for bracket in opened) * 2 < len(opened)
    return following.startswith(_NEVER_FIRST) or text.endswith(_NEVER_LAST)


def _room(line: TextLine, left: float, right: float) -> float:
    """Return the free width in a line; in a centred line half of it is before the text."""
    before, behind = line.x0 - left, right - line.x1
    is_centred = before > line.size / 2 and abs(before - behind) < _CENTRED
    return before + behind if is_centred else behind


def _middle(char: Char) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _line(row: list[Char], page: int, sheet: float) -> TextLine:
    row.sort(key=lambda char: char["x0"])
    inked = [char for char in row if not char["text"].isspace()]
    text = row[0]["text"]
    for last, char in pairwise(row):
        if not _is_twice(last, char):
            text += (" " if _is_gap(last, char) else "") + char["text"]
    return TextLine(
        unified(text.strip()),
        x0=inked[0]["x0"],
        x1=inked[-1]["x1"],
        top=min(char["top"] for char in inked),
        bottom=max(char["bottom"] for char in inked),
        size=max(char["size"] for char in inked),
        page=page,
        sheet=sheet,
    )


def _is_twice(left: Char, right: Char) -> bool:
    """Return whether ``right`` is a second print of ``left``, which makes it look bold."""
    near = right["x0"] - left["x0"] < _TWICE * right["size"]
    return near and bool(left["text"] == right["text"]) and not right["text"].isspace()


def _is_gap(left: Char, right: Char) -> bool:
    """Return whether a blank stands between two Latin letters; gaps in Chinese come from justified lines."""
    gap = right["x0"] - left["x1"] > _LATIN_GAP * right["size"]
    return bool(gap and left["text"].isascii() and right["text"].isascii())


def _width(text: str) -> float:
    """Return the width of a text in type sizes."""
    return sum(1 if unicodedata.east_asian_width(char) in _WIDE else 0.5 for char in text)
