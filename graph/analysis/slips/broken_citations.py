"""Broken citations: brackets of titles that do not pair, document numbers that lack a part."""

import re
from collections.abc import Iterator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.laws.titles import find_titles
from dutygraph.ingest.laws.years import FIRST_YEAR, LAST_YEAR

_QUOTED = 24
"""Number of characters of a broken title that are quoted."""
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


def broken_citations(text: str) -> Iterator[TextSlip]:
    """Yield a slip for each broken citation in a text, quoted with its surroundings."""
    yield from _brackets(text)
    yield from _inner_brackets(text)
    for match in _HALF_YEAR.finditer(text):
        side, en = ("左", "opening") if match["left"] else ("右", "closing")
        yield _slip(match.group(), f"文号缺{side}括号", f"the number lacks its {en} bracket")
    for match in _NO_YEAR.finditer(text):
        yield _slip(match.group(), "文号的年份不完整", "the year of the number is not whole")
    for match in _NO_CODE.finditer(text):
        yield _slip(match.group(), "文号缺发文机关代字", "the number lacks the code of its issuer")
    for match in _YEAR.finditer(text):
        if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            yield _slip(
                match.group(), f"文号的年份{match[1]}不可能", f"{match[1]} cannot be the year of a number"
            )


def _brackets(text: str) -> Iterator[TextSlip]:
    """Yield 《 without 》 and the reverse; a title inside a title may have 《》 of its own."""
    opened: list[int] = []
    for match in re.finditer("[《》]", text):
        if match.group() == "《":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            yield _slip(
                text[max(0, match.end() - _QUOTED) : match.end()], "书名号缺“《”", "》 without its 《"
            )
    for start in opened:
        yield _slip(text[start : start + _QUOTED], "书名号缺“》”", "《 without its 》")


def _inner_brackets(text: str) -> Iterator[TextSlip]:
    for title in find_titles(text):
        for left, right in _CLOSED_BY.items():
            if left != "《" and title.text.count(left) != title.text.count(right):
                yield _slip(
                    f"《{title.text}》", "名称内的尖括号不成对", "the brackets inside the title do not pair"
                )
                break


def _slip(printed: str, zh: str, en: str) -> TextSlip:
    return TextSlip("broken", "".join(printed.split()), "", Bilingual(zh, en))
