"""Articles as printed beside an instrument: 第六条, 第二章第九条, 第9条、第10条, 第三十一至三十三条."""

import re

from dutygraph.ingest.numerals import NUMERALS, chinese_to_int
from dutygraph.ingest.text import clean

_COUNT = rf"(?:\d(?:\s*\d)*|[{NUMERALS}]+)"
_ORDINAL = rf"(?:{_COUNT}|[（(]\s*{_COUNT}\s*[）)])"
_JOINT = r"\s*[、，,和及与至到~～—－-]+\s*(?:第\s*)?"
_INSERTED = r"(?:之[一二三四五六七八九十]{1,3}(?:[、，,和及与]之[一二三四五六七八九十]{1,3})*)"
"""第一百二十条之一, 之二: articles that an amendment inserted behind the article of that number."""
_UNIT = "[编章节条款项目点]"
_UNITS = rf"{_ORDINAL}(?:{_JOINT}{_ORDINAL})*\s*{_UNIT}{_INSERTED}?"
_ARTICLES = re.compile(
    rf"\s*(?:[的中：:]\s*)?(?:[（(]\s*)?(第\s*{_UNITS}(?:(?:{_JOINT}|\s*(?:[；;]\s*)?第\s*){_UNITS})*)"
)

_UNIT_OR_INSERTED = re.compile(f"({_UNIT}){_INSERTED}?")


def find_articles(text: str, start: int) -> tuple[str | None, int]:
    """Return the articles printed at offset ``start`` of ``text``, without blanks, and the offset of their end.

    Returns (None, start) when no articles are printed there.
    """
    match = _ARTICLES.match(text, start)
    return (clean(match[1]), match.end()) if match else (None, start)


def highest_article(printed: str) -> int | None:
    """Return the highest article (条) in a text of articles, None if it has none.

    第一章第四条、第五章第三十、第五章第三十一条 names 31; chapters, paragraphs and items (款, 项) do not count.
    第一百二十条之一 counts as 120: articles that an amendment inserts do not change the numbers of the others.
    """
    *parts, _ = _UNIT_OR_INSERTED.split(printed)
    # 第二、三、五条
    shared = (run for run, unit in zip(parts[::2], parts[1::2], strict=True) if unit == "条")
    counts = (count for run in shared for count in re.findall(_COUNT, run))
    numbers = [number for count in counts if (number := chinese_to_int("".join(count.split()))) is not None]
    return max(numbers, default=None)
