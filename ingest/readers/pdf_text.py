"""Running text of a PDF: lines joined to paragraphs, headings kept apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Paragraph, Span
from ingest.list_titles import is_title_line, names_list
from ingest.readers.pdf_lines import Line, goes_on
from ingest.records import Locator
from ingest.text import clean
from ingest.vocabulary import vocabulary

_MARK = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、．.](?!\d)|第[一二三四五六七八九十百\d]{1,5}[章节条]|附件"
)
_CLOSED = tuple("。；;：:！!？?")
_INDENT = 1.2
"""In type sizes; a first line stands in by two."""
_LEVEL = 6.0
"""Points; the lines of a centred title stand in the middle within so many."""
_GAP = 2.0
"""In type sizes; so wide a gap parts paragraphs."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Between which places the running text of a document stands."""

    left: float
    right: float


def margins_of(lines: Sequence[Line]) -> Margins:
    """Return the margins: where the leftmost line begins, and the outermost place where more than one ends."""
    ends = Counter(round(line.x1) for line in lines)
    shared = [x for x in ends if sum(ends[x + by] for by in (-1, 0, 1)) > 1]
    return Margins(min((line.x0 for line in lines), default=0), max(shared or ends, default=0))


def paragraphs_of(lines: Sequence[Line], margins: Margins) -> list[Paragraph]:
    """Join lines that stand below each other to paragraphs."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _belongs(groups[-1][-1], line, margins):
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
    if _MARK.match(below) or _stands_alone(text):
        return False
    below_middle = abs(line.x0 + line.x1 - following.x0 - following.x1) < _LEVEL
    indented = following.x0 > line.x0 + _INDENT * line.size and not (_MARK.match(text) or below_middle)
    apart = following.page == line.page and following.top - line.bottom > _GAP * line.size
    title = (
        text.endswith(_CLOSED)
        and is_title_line(below)
        and below.endswith(vocabulary().rule_words + vocabulary().body_words)
    )
    return not (indented or apart or title)


def _opens_bracket(text: str) -> bool:
    return text.rfind("（") > text.rfind("）")


def _stands_alone(text: str) -> bool:
    return vocabulary().section_of_heading(text) is not None or names_list(text)
