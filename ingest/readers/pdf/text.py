"""Running text of a PDF: lines joined to paragraphs, headings kept apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Paragraph, Span
from dutygraph.ingest.lists.titles import is_title_line, names_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS, NUMERALS
from dutygraph.ingest.readers.pdf.lines import Line, goes_on
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_MARK = re.compile(rf"[（(]?(?:[{ITEM_NUMERALS}]{{1,5}}|\d{{1,2}})[）)、．.](?!\d)|附件")
_ARTICLE = re.compile(rf"第[{NUMERALS}\d]{{1,7}}[章节条]")
"""Begins a paragraph as well, but is also what citations name."""
_CLOSED = tuple("。；;：:！!？?")
_HANGING = "，。；：、！？）》”,.;:"
_FULL = 3
"""In type sizes; a line that ends nearer to the margin is full."""
_INDENT = 1.2
"""In type sizes; a first line stands in by two."""
_LEVEL = 6.0
"""Points; the lines of a centred title stand in the middle within so many."""
_GAP = 2.0
"""In type sizes; so wide a gap parts paragraphs."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Between which places running text stands on the pages of one width."""

    left: float
    right: float


def margins_of(lines: Sequence[Line]) -> dict[float, Margins]:
    """Return the margins by width of page: of the outermost lines, or alike on both sides where no line is full.

    Punctuation may hang out at the right.
    """
    found: dict[float, Margins] = {}
    for sheet in {line.sheet for line in lines}:
        own = [line for line in lines if line.sheet == sheet]
        left = min(line.x0 for line in own)
        right = max(line.x1 - (line.size if line.text[-1] in _HANGING else 0) for line in own)
        is_full = right > sheet - left - _FULL * own[0].size
        found[sheet] = Margins(left, right if is_full else sheet - left)
    return found


def paragraphs_of(lines: Sequence[Line], margins: Mapping[float, Margins]) -> list[Paragraph]:
    """Join lines that stand below each other to paragraphs."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _belongs(groups[-1][-1], line, margins[groups[-1][-1].sheet]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph([Span("".join(line.text for line in group), Locator(page=group[0].page))])
        for group in groups
    ]


def _belongs(line: Line, following: Line, margins: Margins) -> bool:
    """Whether a line goes on with the one above rather than beginning a paragraph."""
    if not goes_on(line, following, margins.left, margins.right) or abs(line.size - following.size) > 1:
        return False
    text, below = clean(line.text), clean(following.text)
    if _opens_bracket(text):
        return True
    if _MARK.match(below) or _stands_alone(text) or (text.endswith(_CLOSED) and _opens(below)):
        return False
    below_middle = abs(line.x0 + line.x1 - following.x0 - following.x1) < _LEVEL
    indented = following.x0 > line.x0 + _INDENT * line.size and not (_MARK.match(text) or below_middle)
    apart = following.page == line.page and following.top - line.bottom > _GAP * line.size
    return not (indented or apart)


def _opens(text: str) -> bool:
    """Whether a line that follows a full stop begins an article, or is a heading or title and no more."""
    names = vocabulary().rule_words + vocabulary().body_words
    return bool(_ARTICLE.match(text)) or _stands_alone(text) or (is_title_line(text) and text.endswith(names))


def _opens_bracket(text: str) -> bool:
    return text.rfind("（") > text.rfind("）")


def _stands_alone(text: str) -> bool:
    return vocabulary().section_of_heading(text) is not None or names_list(text)
