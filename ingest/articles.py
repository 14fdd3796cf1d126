"""Articles as printed beside an instrument: 第六条, 第二章第九条, 第9条、第10条, 第三十一至三十三条."""

import re

from ingest.text import clean

_COUNT = r"(?:[\d\s]*\d|[一二三四五六七八九十百千零〇]+)"
_ONE = rf"(?:{_COUNT}|[（(]\s*{_COUNT}\s*[）)])"
_JOINT = r"\s*[、，,和及与至到~～—－-]+\s*(?:第\s*)?"
_UNITS = rf"{_ONE}(?:{_JOINT}{_ONE})*\s*[编章节条款项目点](?:之[一二三四五六七八九十])?"
_ARTICLES = re.compile(
    rf"\s*[的中：:]?\s*[（(]?\s*(第\s*{_UNITS}(?:(?:{_JOINT}|\s*[；;]?\s*第\s*){_UNITS})*)"
)


def find_articles(text: str, start: int) -> tuple[str | None, int]:
    """Read the articles that stand at ``start`` in ``text``; return them without blanks, and where they end.

    Without articles the answer is (None, start).
    """
    match = _ARTICLES.match(text, start)
    return (clean(match[1]), match.end()) if match else (None, start)
