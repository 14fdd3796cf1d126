"""The columns of a register of instruments, the values that each accepts, and the mistakes in a row."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual

COLUMNS = ("title", "short_title", "level", "version_date", "in_force_from", "expired", "articles", "scope")
"""Columns that the header must name, in any order; further columns are ignored."""

EXPIRED = {"1": True, "0": False, "": False}
"""Values of the column ``expired`` to whether the version is out of force; blank counts as in force."""

_LONGEST_TITLE = 300
_MOST_ARTICLES = 5000
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile("[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is checked: its Chinese name, the check of a cell, and the expected value in words."""

    zh: str
    accepts: Callable[[str], bool]
    expected: Bilingual


def mistakes_of(line: int, row: Mapping[str, str]) -> Iterator[Bilingual]:
    """Yield a message with line and column for each cell of a row (column to text) that its column does not accept."""
    for name, column in _CHECKED.items():
        text = row[name]
        if not column.accepts(text):
            yield Bilingual(
                f"第{line}行 {name}（{column.zh}）应为{column.expected.zh}，而不是“{text[:20]}”",
                f"line {line}, {name}: must be {column.expected.en}, not {text[:20]!r}",
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


_CHECKED: Mapping[str, _Column] = {
    "title": _Column(
        "标题",
        lambda text: 0 < len(text) <= _LONGEST_TITLE,
        Bilingual(f"1至{_LONGEST_TITLE}字", f"1 to {_LONGEST_TITLE} characters"),
    ),
    "version_date": _Column(
        "版本日期",
        _is_date,
        Bilingual(" 2020-05-28 这样的日期或空白", "a date such as 2020-05-28, or blank"),
    ),
    "in_force_from": _Column(
        "施行日期",
        _is_date,
        Bilingual(" 2021-01-01 这样的日期或空白", "a date such as 2021-01-01, or blank"),
    ),
    "expired": _Column(
        "是否失效",
        EXPIRED.__contains__,
        Bilingual(" 0（有效）、1（失效）或空白", "0 (in force), 1 (expired) or blank"),
    ),
    "articles": _Column(
        "条数",
        _is_count,
        Bilingual(f"1至{_MOST_ARTICLES}的整数或空白", f"a number from 1 to {_MOST_ARTICLES}, or blank"),
    ),
}
