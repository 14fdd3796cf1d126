"""Running text of a PDF: lines joined to paragraphs, headings kept apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Paragraph, Span
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import is_title_line, names_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS, NUMERALS
from dutygraph.ingest.readers.pdf.lines import HANGING, TextLine, goes_on
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_MARK = re.compile(rf"[（(]?(?:[{ITEM_NUMERALS}]{{1,5}}|\d{{1,2}})[）)、．.](?!\d)|附件")
_ARTICLE = re.compile(rf"第[{NUMERALS}\d]{{1,7}}[章节条]")
"""The beginning of a paragraph, but also part of citations."""
_CLOSED = tuple("。；;：:！!？?")
_FULL = 3
"""In type sizes; a line is full if it ends nearer than this to the margin."""
_INDENT = 1.2
"""In type sizes; a larger indent marks a first line, which has two."""
_LEVEL = 6.0
"""Points; the middles of the lines of a centred title differ by less."""
_GAP = 2.0
"""In type sizes; a wider gap separates paragraphs."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge of running text on the pages of one width, in points."""

    left: float
    right: float


def margins_of(lines: Sequence[TextLine]) -> dict[float, Margins]:
    """Return the margins by page width: those of the outermost lines, or symmetric ones where no line is full.

    Punctuation at the right end of a line may stand beyond the margin.
    """
    margins: dict[float, Margins] = {}
    for sheet in {line.sheet for line in lines}:
        own = [line for line in lines if line.sheet == sheet]
        left = min(line.x0 for line in own)
        right = max(line.x1 - (line.size if line.text[-1] in HANGING else 0) for line in own)
        is_full = right > sheet - left - _FULL * own[0].size
        margins[sheet] = Margins(left, right if is_full else sheet - left)
    return margins


def paragraphs_of(lines: Sequence[TextLine], margins: Mapping[float, Margins]) -> list[Paragraph]:
    """Return the paragraphs of consecutive lines; ``margins`` are those of ``margins_of``."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _belongs(groups[-1][-1], line, margins[groups[-1][-1].sheet]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph([Span("".join(line.text for line in group), Locator(page=group[0].page))])
        for group in groups
    ]


def _belongs(line: TextLine, following: TextLine, margins: Margins) -> bool:
    """Return whether ``following`` continues the paragraph of ``line``."""
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
    """Return whether a line behind a full stop begins an article, or is a heading or title by itself."""
    names = vocabulary().rule_words + vocabulary().body_words
    return bool(_ARTICLE.match(text)) or _stands_alone(text) or (is_title_line(text) and text.endswith(names))


def _opens_bracket(text: str) -> bool:
    return text.rfind("（") > text.rfind("）")


def _stands_alone(text: str) -> bool:
    return read_heading(text).section is not None or names_list(text)
