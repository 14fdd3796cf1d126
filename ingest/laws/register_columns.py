"""The columns of a register of instruments: what each may hold, and what is wrong with a row."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping

COLUMNS = ("title", "short_title", "level", "version_date", "in_force_from", "expired", "articles", "scope")
"""What the header must name, in any order; columns beside them are left alone."""

EXPIRED = {"1": True, "0": False, "": False}
"""What the column ``expired`` may hold, and whether the version is out of force; blank is not known."""

_NAMED = {
    "title": "标题",
    "version_date": "版本日期",
    "in_force_from": "施行日期",
    "expired": "是否失效",
    "articles": "条数",
}
_LONGEST_TITLE = 300
_MOST_ARTICLES = 5000
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile("[0-9]{1,4}")


def mistakes_of(line: int, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a row, in Chinese and English, with line and column."""
    for column, (right, zh, en) in _CHECKS.items():
        text = row[column]
        if not right(text):
            yield (
                f"第{line}行 {column}（{_NAMED[column]}）应为{zh}，而不是“{text[:20]}”",
                f"line {line}, {column}: must be {en}, not {text[:20]!r}",
            )


def _is_date(text: str) -> bool:
    if not text:
        return True
    try:
        return bool(_DATE.fullmatch(text) and datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _is_count(text: str) -> bool:
    return not text or bool(_COUNT.fullmatch(text) and 1 <= int(text) <= _MOST_ARTICLES)


_CHECKS: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "title": (
        lambda text: 0 < len(text) <= _LONGEST_TITLE,
        f"1至{_LONGEST_TITLE}字",
        f"1 to {_LONGEST_TITLE} characters",
    ),
    "version_date": (_is_date, " 2020-05-28 这样的日期或空白", "a date such as 2020-05-28, or blank"),
    "in_force_from": (_is_date, " 2021-01-01 这样的日期或空白", "a date such as 2021-01-01, or blank"),
    "expired": (EXPIRED.__contains__, " 0（有效）、1（失效）或空白", "0 (in force), 1 (expired) or blank"),
    "articles": (
        _is_count,
        f"1至{_MOST_ARTICLES}的整数或空白",
        f"a number from 1 to {_MOST_ARTICLES}, or blank",
    ),
}
"""What each column may hold: the check, and how to say it."""
