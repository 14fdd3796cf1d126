"""Running text of a PDF: lines joined to paragraphs, headings kept apart."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.document import Paragraph, Span
from ingest.list_titles import names_list
from ingest.readers.pdf_lines import Line, goes_on
from ingest.records import Locator
from ingest.text import clean
from ingest.vocabulary import vocabulary

_MARK = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、．.](?!\d)|第[一二三四五六七八九十百\d]{1,5}[章节条]|附件"
)
_CLOSED = "。；;：:！!？?"
_INDENT = 1.2
"""In type sizes; a first line stands in by two."""
_GAP = 2.0
"""In type sizes; so wide a gap parts paragraphs."""


class Margins:
    """Where the running text of a document ends at the right."""

    def __init__(self, lines: Iterable[Line]) -> None:
        ends = Counter(round(line.x1) for line in lines)
        shared = [x for x in ends if sum(ends[x + by] for by in (-1, 0, 1)) > 1]
        self.right = max(shared or ends, default=0)


def paragraphs_of(lines: Sequence[Line], right: float) -> list[Paragraph]:
    """Join lines that stand below each other to paragraphs; ``right`` is the right margin."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _belongs(groups[-1][-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph([Span("".join(line.text for line in group), Locator(page=group[0].page))])
        for group in groups
    ]


def _belongs(line: Line, following: Line, right: float) -> bool:
    """Whether a line goes on with the one above rather than beginning a paragraph."""
    if not goes_on(line, following, right) or abs(line.size - following.size) > 1:
        return False
    if _stands_alone(line) or _stands_alone(following):
        return False
    marked = bool(_MARK.match(following.text)) and line.text[-1] in _CLOSED
    indented = following.x0 > line.x0 + _INDENT * line.size and not _MARK.match(line.text)
    apart = following.page == line.page and following.top - line.bottom > _GAP * line.size
    return not (marked or indented or apart)


def _stands_alone(line: Line) -> bool:
    text = clean(line.text)
    return vocabulary().section_of_heading(text) is not None or names_list(text)
