"""Broken citations: brackets of titles that do not pair, document numbers that lack a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.laws.titles import find_titles
from dutygraph.ingest.laws.years import FIRST_YEAR, LAST_YEAR

_LONGEST = 100
"""Greatest number of characters of a citation that are quoted."""
_BEFORE = 24
"""Number of characters that are quoted before a 》 without its 《."""
_GAP = r"\s{0,3}"
_COUNT = rf"(?:第{_GAP})?\d{{1,5}}{_GAP}号"
_HALF_YEAR = re.compile(
    rf"(?P<left>[一-鿿]{{1,8}}(?:19|20)\d\d{_GAP}[〕\]】]){_GAP}{_COUNT}"
    rf"|(?P<right>[一-鿿]{{1,8}}{_GAP}[〔\[【]{_GAP}(?:19|20)\d\d){_GAP}{_COUNT}"
)
"""国办函2016〕25号, 国发〔2016 25号: one bracket of the year is missing."""
_NO_YEAR = re.compile(
    rf"[一-鿿]{{1,8}}{_GAP}[〔\[【]{_GAP}(?:\d{{0,3}}|\d{{5,8}}){_GAP}[〕\]】]{_GAP}{_COUNT}"
)
_YEAR = re.compile(rf"[一-鿿][〔\[【（(]{_GAP}(\d{{4}}){_GAP}[〕\]】）)]{_GAP}{_COUNT}")
_NO_CODE = re.compile(rf"》{_GAP}[（(]{_GAP}[〔\[【]{_GAP}(?:19|20)\d\d{_GAP}[〕\]】]{_GAP}{_COUNT}")
_CLOSED_BY = {"《": "》", "〈": "〉", "<": ">", "＜": "＞"}
_OPEN_TITLE = re.compile(r"《(?:《[^；。\n《》]{1,80}》|[^；。\n《》]{1,80}?(?:号[）)]?|(?=[；。\n《])|$))")
"""A title without its 》, with the number behind it; or with one 《 too many."""
_TWICE = re.compile(r"《\s*《")
_DOUBLED = Bilingual("书名号多了一个“《”", "there is one 《 too many")
_PARTED = re.compile(r"[；。\n]")
"""What stands between two citations."""


@dataclass(frozen=True, slots=True)
class _Break:
    """What is broken at text[start:end]."""

    start: int
    end: int
    reason: Bilingual


def broken_citations(text: str) -> Iterator[TextSlip]:
    """Yield a slip for each broken citation in a text, whatever is broken of it."""
    whole: list[_Break] = []
    for found in sorted(_breaks(text), key=lambda one: (one.start, one.end)):
        if whole and _same_citation(text, whole[-1], found):
            whole[-1] = _together(whole[-1], found)
        else:
            whole.append(found)
    for found in whole:
        printed = text[found.start : found.end].strip()
        yield TextSlip("broken", printed, "", found.reason, found.start)


def _breaks(text: str) -> Iterator[_Break]:
    yield from _brackets(text)
    yield from _inner_brackets(text)
    for match in _HALF_YEAR.finditer(text):
        side, en = ("左", "opening") if match["left"] else ("右", "closing")
        yield _break(match, f"文号缺{side}括号", f"the number lacks its {en} bracket")
    for match in _NO_YEAR.finditer(text):
        yield _break(match, "文号的年份不完整", "the year of the number is not whole")
    for match in _NO_CODE.finditer(text):
        title = text.rfind("《", max(0, match.start() - _LONGEST), match.start())
        reason = Bilingual("文号缺发文机关代字", "the number lacks the code of its issuer")
        yield _Break(match.start() if title < 0 else title, match.end(), reason)
    for match in _YEAR.finditer(text):
        if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            yield _break(match, f"文号的年份{match[1]}不可能", f"{match[1]} cannot be the year of a number")


def _brackets(text: str) -> Iterator[_Break]:
    """Yield 《 without 》 and the reverse; a title inside a title may have 《》 of its own."""
    opened: list[int] = []
    for match in re.finditer("[《》]", text):
        if match.group() == "《":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            start = max(0, match.end() - _BEFORE)
            cut = max((part.end() for part in _PARTED.finditer(text, start, match.start())), default=start)
            yield _Break(cut, match.end(), Bilingual("书名号缺“《”", "》 without its 《"))
    unclosed = frozenset(opened)
    for start in opened:
        title = _OPEN_TITLE.match(text, start)
        end = title.end() if title else min(start + _BEFORE, len(text))
        reason = (
            _DOUBLED if _is_doubled(text, start, unclosed) else Bilingual("书名号缺“》”", "《 without its 》")
        )
        yield _Break(start, end, reason)


def _is_doubled(text: str, start: int, unclosed: frozenset[int]) -> bool:
    """Whether the 《 at ``start``, one of those that nothing closes, stands before another that is closed: 《《某办法》."""
    doubled = _TWICE.match(text, start)
    return doubled is not None and doubled.end() - 1 not in unclosed


def _inner_brackets(text: str) -> Iterator[_Break]:
    for title in find_titles(text):
        for left, right in _CLOSED_BY.items():
            if left != "《" and title.text.count(left) != title.text.count(right):
                reason = Bilingual("名称内的尖括号不成对", "the brackets inside the title do not pair")
                yield _Break(title.start, title.end, reason)
                break


def _break(match: re.Match[str], zh: str, en: str) -> _Break:
    return _Break(match.start(), match.end(), Bilingual(zh, en))


def _same_citation(text: str, one: _Break, other: _Break) -> bool:
    """Whether two breaks are of one citation: they overlap, or no title ends from the one to the other."""
    between = text[one.start : other.start]
    near = other.start - one.start <= _LONGEST
    return other.start < one.end or (near and "》" not in between and not _PARTED.search(between))


def _together(one: _Break, other: _Break) -> _Break:
    if one.reason == other.reason:
        return _Break(one.start, max(one.end, other.end), one.reason)
    zh, en = f"{one.reason.zh}，{other.reason.zh}", f"{one.reason.en}, {other.reason.en}"
    return _Break(one.start, max(one.end, other.end), Bilingual(zh, en))
