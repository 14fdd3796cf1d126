"""What stands in a column: numbers, telephone numbers, names of offices and bodies, laws, texts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.names.offices import split_offices
from dutygraph.ingest.numerals import ITEM_NUMERALS, value_of_number
from dutygraph.ingest.text import is_filler

_NUMBER = re.compile(rf"^[（(]?(?:\d{{1,4}}|[{ITEM_NUMERALS}]{{1,5}})[）)]?[、．.]?$")
_PARTS = re.compile(r"^(\d{1,4}(?:[.．\-]\d{1,3})*)[.．\-]\d{1,3}$")
_PHONE = re.compile(r"^[\d\-—－–()（）/、，,;；转\s]{5,60}$")
_LAW = re.compile(r"^[^《。]{0,12}《[^》]{4,}》")
_LONGEST_NAME = 16
"""Characters of one office or body (the longest in the real lists has 17 with its region)."""
_SHORTEST_TEXT = 6
"""Characters; what is shorter may be anything."""
_AGREE = 0.75
"""Share of the filled cells of a column that have to be alike."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the cells of a column hold."""

    kind: str
    """``number``, ``phone``, ``name``, ``law``, ``text``, ``short`` (too short to tell), or "" where the cells differ."""
    filled: int
    """So many cells are filled."""
    length: float
    """Characters of a filled cell on average."""
    rising: bool = False
    """Whether each is a greater number than the one above."""


def content_of(texts: Sequence[str]) -> Content:
    """Return what the cleaned texts of a column hold; blank ones and dashes do not count."""
    filled = [text for text in texts if not is_filler(text)]
    if not filled:
        return Content("", 0, 0)
    kind, count = Counter(map(kind_of, filled)).most_common(1)[0]
    agreed = kind if count >= _AGREE * len(filled) else ""
    return Content(
        agreed, len(filled), sum(map(len, filled)) / len(filled), agreed == "number" and _rise(filled)
    )


def kind_of(text: str) -> str:
    """Return the kind of a cleaned text (see ``Content``)."""
    if is_number(text):
        return "number"
    if _PHONE.match(text) and sum(char.isdigit() for char in text) > 4:
        return "phone"
    if _is_name(text):
        return "name"
    if _LAW.match(text):
        return "law"
    return "text" if len(text) >= _SHORTEST_TEXT else "short"


def is_number(text: str) -> bool:
    """Say whether a cell holds a number as a column of numbers does (1, 12, 一, （3））."""
    return bool(_NUMBER.match(text))


def counts_parts(number: str) -> bool:
    """Say whether a number has parts: 1.2, 1-2, 1.2.3."""
    return bool(_PARTS.match(number))


def is_part(number: str, whole: str) -> bool:
    """Say whether a number counts within another one, or beside it within the same: 1.2 or 1-2 below 1, 1-2 below 1-1."""
    parts, above = _PARTS.match(number), _PARTS.match(whole)
    return parts is not None and parts[1] in (whole.rstrip("、．."), above and above[1])


def _rise(numbers: Sequence[str]) -> bool:
    values = map(value_of_number, numbers)
    return all(one is not None and other is not None and one < other for one, other in pairwise(values))


def _is_name(text: str) -> bool:
    endings = (*vocabulary().office_words, *vocabulary().body_words)
    if len(text) > 8 * _LONGEST_NAME or "。" in text:
        return False
    names = [re.sub(r"[（(][^（）()]*[）)]$", "", name) for name in split_offices(text)]
    return bool(names) and all(1 < len(name) <= _LONGEST_NAME and name.endswith(endings) for name in names)
