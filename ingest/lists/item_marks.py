"""The marks in front of items: 1、 1） (1) ① ⑴ ⒈ 一、 （一） Ⅰ. 一是 第一，: which family and number each has."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.ingest.numerals import ITEM_NUMERALS, chinese_to_int

_FIGURES = r"\s{0,3}(?P<%s>\d{1,2})\s{0,3}"
_NUMERALS = rf"\s{{0,3}}(?P<%s>[{ITEM_NUMERALS}]{{1,3}})\s{{0,3}}"
_POINT = "[、．.]?"
_PATTERNS = {
    "bracket": "[（(]" + _FIGURES + "[）)]" + _POINT,
    "dot": r"(?<!\d)(?P<%s>\d{1,2})\s{0,3}[、．.，,](?!\d)",
    "half": r"(?<!\d)(?P<%s>\d{1,2})\s{0,3}[）)](?!\d)",
    "circle": "(?P<%s>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➉➊-➓⓵-⓾⓫-⓴])" + _POINT,
    "small": "(?P<%s>[⑴-⒇])" + _POINT,
    "point": "(?P<%s>[⒈-⒛])",
    "roman": r"(?P<%s>[Ⅰ-Ⅻ])\s{0,3}[、．.]",
    "chinese_bracket": "[（(]" + _NUMERALS + "[）)]" + _POINT,
    "round": "(?P<%s>[㈠-㈩])" + _POINT,
    "place": "第" + _NUMERALS + "[，,、：:]",
    "chinese": _NUMERALS + "[、．.]",
    "word": _NUMERALS + "是[，,：:]?",
}
_BEGIN = rf"(?=[\s\d（(第{ITEM_NUMERALS}①-⒛Ⅰ-Ⅻ㈠-㈩㉑-㉟㊱-㊿⓫-⓾❶-➓])"
"""What any mark begins with, looked at first: most characters of a text begin none."""
_MARK = re.compile(f"{_BEGIN}(?:{'|'.join(pattern % name for name, pattern in _PATTERNS.items())})")
_SAME = {"half": "bracket", "round": "chinese_bracket"}
_UNMISTAKABLE = {"bracket", "circle", "small", "point", "chinese_bracket"}
"""Families whose marks begin an item even where no stop or blank stands before them."""
SPOKEN = {"place", "word"}
"""Families that are words of a sentence as well (一是 …): one alone makes no list."""
_STOPS = "。；;.！!？?：:，,"
_REFERS = re.compile(r"(?:[第见按及或至到和]|[按依参]照|[依根]据|(?<!参)与)\s?$")
"""What stands before a mark that only mentions an item: 按照①."""
_REFERRED = re.compile(r"\s{0,3}(?:项(?!目)|款(?!项))")
"""What stands behind one: ①项."""
_AND = re.compile("[和及与至到或]?")
_LOOK_BACK = 4


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A mark in a line: its family, its number, where it begins and ends."""

    family: str
    number: int
    start: int
    end: int
    opens_line: bool
    """Whether only blanks stand before it."""
    is_set_off: bool
    """Whether an item can begin here inside a line: behind a stop or a blank, or with a mark that needs none."""


def item_marks(text: str) -> Iterator[ItemMark]:
    """Yield the marks in a line in order, without those that only mention an item (按照第①项, 一、二、三级)."""
    first = len(text) - len(text.lstrip())
    for match in _MARK.finditer(text):
        family, number = _read(match)
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _REFERS.search(before) or _is_mentioned(text, match.end(), family):
            continue
        set_off = family in _UNMISTAKABLE or before[-1:].isspace() or before[-1:] in _STOPS
        yield ItemMark(family, number, match.start(), match.end(), match.start() <= first, set_off)


def _read(match: re.Match[str]) -> tuple[str, int]:
    name = str(match.lastgroup)
    printed = match[name]
    number = int(unicodedata.numeric(printed)) if len(printed) == 1 else chinese_to_int(printed)
    return _SAME.get(name, name), number or 0


def _is_mentioned(text: str, end: int, family: str) -> bool:
    """Whether what follows a mark shows that it begins no item: 项, or at once the next mark of its family."""
    if _REFERRED.match(text, end):
        return True
    joined = _AND.match(text, end)
    following = _MARK.match(text, joined.end() if joined else end)
    return following is not None and _read(following)[0] == family
