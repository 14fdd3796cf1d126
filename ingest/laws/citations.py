"""Citations: the legal instruments that a text names, with the document numbers and articles printed beside them.

The rules are section 8 of the parse output: every mention counts, titles as printed inside 《》; forms and
reports in 《》 are no instruments; a name without 《》 counts when a document number stands by it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dutygraph.ingest.characters import folded
from dutygraph.ingest.laws.articles import find_articles
from dutygraph.ingest.laws.document_numbers import DocumentNumber, find_document_numbers
from dutygraph.ingest.laws.titles import find_titles, names_instrument
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.text import clean

_BETWEEN = re.compile(
    r"\s*+(?P<notice>的?(?:通知|决定|意见|公告|通告|批复|函))?"
    r"(?:\s*+[（(][^（()）《》]*+[)）])*+"
    r"\s*+(?:(?P<open>[（(〔【\[])[^（()）《》]{0,40}|(?:根据\s*)?(?:\d+\s*[年月日]\s*)*)"
)
"""Text between a title and its number; after 的通知 the number is that of a notice."""
_FILE = re.compile(r"\s*(?:文件|修订|修正|发布|公布)?")
_CLOSE = re.compile(r"[^（()）《》。]{0,40}[)）〕】\]]")
_JOINT = re.compile(r"\s*[、和及与]?\s*")
_NOTE = re.compile(r"(?:\s*[（(][^（()）]{0,40}[)）])?")
_SHORTHAND = re.compile(r"以下简?称\s*$")
_ISSUED = re.compile(r"(?:印发|转发|批转|下发|颁发|发布|公布)[^《》。；;，,\n]{0,20}$")
_STOP = re.compile(r"[。；;\n]|\s\d{1,2}[、.．]")
_BEFORE_NAME = re.compile(
    rf"[\s、，,和及）)]*(?:[（(]?[\d{ITEM_NUMERALS}]{{1,5}}[、.．）)])?"
    r"(?:(?:(?!关于).)*(?:根据|依据|按照|依照|遵照|制定了?|出台了?|[，,：:]))?\s*"
)
"""The list number and the verb before a name without 《》."""
_OPENED = re.compile(r"\s*[（(][^（()）]*$")
_LONGEST_NAME = 200
_SHORTEST_NAME = 5
"""Characters; shorter words before a number (有关规定) are no name."""


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """One mention of an instrument: title, number and articles as printed, without blanks.

    ``title`` is "" where only a number is printed; ``start`` is the offset of the mention in the text.
    """

    title: str
    document_number: str | None
    articles: str | None
    start: int


@dataclass(slots=True)
class _Mention:
    """A title in 《》 with the articles and the number read beside it so far; ``end`` is the offset behind them."""

    title: str
    start: int
    title_end: int
    end: int
    articles: str | None = None
    number: str | None = None


def find_citations(text: str) -> list[PrintedCitation]:
    """Find every mention of a legal instrument in the text of a paragraph or cell, in order."""
    plain = folded(text)
    if "《" not in plain and "号" not in plain:
        return []
    return [_as_printed(citation, plain, text) for citation in _find(plain)]


def _as_printed(citation: PrintedCitation, plain: str, text: str) -> PrintedCitation:
    """Return a citation that was found in the plain form of ``text`` in the characters of ``text``."""
    if plain == text:
        return citation

    def printed(part: str) -> str:
        at = plain.find(part)
        return text[at : at + len(part)] if at >= 0 else part

    return PrintedCitation(
        title=printed(citation.title),
        document_number=printed(citation.document_number or "") or None,
        articles=printed(citation.articles or "") or None,
        start=citation.start,
    )


def _find(text: str) -> list[PrintedCitation]:
    mentions = list(_bracketed(text)) if "《" in text else []
    numbers = find_document_numbers(text) if "号" in text else []
    free = [number for number in numbers if not _assign(text, number, mentions)]
    named = [
        mention
        for mention in mentions
        if not _SHORTHAND.search(text, max(0, mention.start - 8), mention.start)
    ]
    citations = [citation for mention in named if (citation := _citation(text, mention)) is not None]
    citations.extend(
        _unbracketed(text, free, [*(mention.end for mention in mentions), *(n.end for n in numbers)])
    )
    return sorted(citations, key=lambda citation: citation.start)


def _bracketed(text: str) -> Iterator[_Mention]:
    for title in find_titles(text):
        articles, end = find_articles(text, title.end)
        yield _Mention(title.text, title.start, title.end, end, articles)


def _assign(text: str, number: DocumentNumber, mentions: Sequence[_Mention]) -> bool:
    """Set the number on the title that it stands in, behind or before; return whether there is such a title."""
    index = bisect_right(mentions, number.start, key=lambda mention: mention.start) - 1
    if index >= 0:
        mention = mentions[index]
        if number.start < mention.title_end:
            mention.number = mention.number or number.text
            return True
        gap = _BETWEEN.fullmatch(text, mention.end, number.start)
        if gap and mention.number is None:
            mention.number = number.text
            mention.end = _after(text, number, bool(gap["open"]))
            if gap["notice"]:
                _share(text, mentions[: index + 1])
            return True
    if index + 1 < len(mentions) and _FILE.fullmatch(text, number.end, mentions[index + 1].start):
        mentions[index + 1].number = number.text
        return True
    return False


def _after(text: str, number: DocumentNumber, opened: bool) -> int:
    """Return the offset behind a number and its closing bracket or 文件."""
    rest = (_CLOSE if opened else _FILE).match(text, number.end)
    return rest.end() if rest else number.end


def _share(text: str, mentions: Sequence[_Mention]) -> None:
    """Set the number of a notice on every title that it issues: 关于印发《…》、《…》的通知（…号）."""
    chain = [mentions[-1]]
    for earlier in mentions[-2::-1]:
        if earlier.number or not _JOINT.fullmatch(text, earlier.end, chain[-1].start):
            break
        chain.append(earlier)
    if _ISSUED.search(text, max(0, chain[-1].start - 30), chain[-1].start):
        for mention in chain:
            mention.number = mentions[-1].number


def _citation(text: str, mention: _Mention) -> PrintedCitation | None:
    """Return the citation of a mention in 《》; None if it names no instrument."""
    articles = mention.articles or find_articles(text, mention.end)[0]
    if articles is None and (note := _NOTE.match(text, mention.end)):
        articles, _ = find_articles(text, note.end())
    if not (mention.number or articles or names_instrument(mention.title)):
        return None
    return PrintedCitation(mention.title, mention.number, articles, mention.start)


def _unbracketed(
    text: str, numbers: Sequence[DocumentNumber], ends: Sequence[int]
) -> Iterator[PrintedCitation]:
    """Yield the citations without 《》 whose names stand before ``numbers``; a number without a name has title "".

    ``ends`` holds the sorted end offsets of the titles and numbers of the text: a name begins behind them.
    """
    for number in numbers:
        if not number.is_full:
            continue
        read = bisect_right(ends, number.start)
        floor = max(ends[read - 1] if read else 0, number.start - _LONGEST_NAME)
        start, end = _name_before(text, floor, number.start)
        name = clean(text[start:end]).rstrip("》")
        if len(name) < _SHORTEST_NAME or not names_instrument(name):
            name, start = "", number.start
        articles, _ = find_articles(text, _after(text, number, end < number.start))
        yield PrintedCitation(name, number.text, articles, start)


def _name_before(text: str, floor: int, end: int) -> tuple[int, int]:
    """Return the start and end offset of the name that stands between ``floor`` and ``end``."""
    start = max((stop.end() for stop in _STOP.finditer(text, floor, end)), default=floor)
    opened = _OPENED.search(text, start, end)
    if opened:
        end = opened.start()
    before = _BEFORE_NAME.match(text, start, end)
    return (before.end() if before else start), end
