"""Numbered lines: 一、…, 1、…, （一）…, (1)…, 第一章…: in which style, with which number and text."""

import re
from dataclasses import dataclass

from dutygraph.ingest.numerals import ITEM_NUMERALS, chinese_to_int

_COUNT = rf"(?:(?P<chinese>[{ITEM_NUMERALS}]{{1,5}})|(?P<arabic>\d{{1,2}}))"
_STYLES = {
    "、": re.compile(rf"{_COUNT}[、．.，,](?!\d)(?P<body>.+)"),
    "（）": re.compile(rf"[（(]{_COUNT}[）)][、．.]?(?P<body>.+)"),
    "章": re.compile(rf"第{_COUNT}章(?P<body>.+)"),
    "制度": re.compile(rf"(?:监管)?(?:制度|事项){_COUNT}[：:、．.](?P<body>.+)"),
    "节": re.compile(rf"第{_COUNT}[节節](?P<body>.+)"),
}
_BRACKETED = re.compile(r"[【〔［\[](?P<heading>[^】〕］\]]{2,30})[】〕］\]](?P<rest>.*)", re.DOTALL)
BARE = "无"
"""Family of headings without a number."""
_SENTENCE_END = tuple("。；;：:，,、！!？?")
_LONGEST_HEADING = 30
"""Characters; the longest heading of the real lists has 27, its number not counted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that begins with a number; ``family`` is what stands around the number, ``body`` what follows it."""

    family: str
    is_chinese: bool
    number: int
    body: str

    @property
    def text(self) -> str:
        """The heading: the text up to a colon."""
        return self.body.partition("：")[0]

    @property
    def rest(self) -> str:
        """What follows the colon on the same line."""
        return self.body.partition("：")[2]

    @property
    def is_heading(self) -> bool:
        """Whether the text is short and no sentence, as headings are."""
        return 0 < len(self.text) <= _LONGEST_HEADING and not ends_sentence(self.text)

    @property
    def heads_sections(self) -> bool:
        """Whether the style is one of headings (第一章, 一、, a heading without number) and never of items."""
        return self.family in ("章", BARE) or (self.family == "、" and self.is_chinese)

    def same_style(self, other: "Mark") -> bool:
        """Whether both are numbered in one way: 一、 and 二、, but not 1、."""
        return (self.family, self.is_chinese) == (other.family, other.is_chinese)


def read_mark(line: str) -> Mark | None:
    """Read the number at the beginning of a cleaned line; None when it has none or nothing follows it."""
    for family, pattern in _STYLES.items():
        match = pattern.match(line)
        number = chinese_to_int(match["chinese"] or match["arabic"]) if match else None
        if match and number is not None:
            return Mark(family, match["chinese"] is not None, number, match["body"])
    return None


def bare_mark(line: str, number: int) -> Mark:
    """Return the mark of a heading without a number (监督检查对象：…, 【对象】…); ``number`` is its place in order."""
    bracketed = _BRACKETED.match(line)
    body = f"{bracketed['heading']}：{bracketed['rest'].lstrip('：:')}" if bracketed else line
    return Mark(BARE, False, number, body.replace(":", "：", 1).rstrip("：") or line)


def without_number(line: str) -> str:
    """Return a line without the number at its beginning."""
    mark = read_mark(line)
    return mark.body if mark else line


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a part of one does."""
    return text.endswith(_SENTENCE_END)
