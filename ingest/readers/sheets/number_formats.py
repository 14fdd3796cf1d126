"""Numbers as Excel shows them by their format: 7315552123 as 0731-5552123, 42430 as 2016年3月1日.

The formats are those of ISO/IEC 29500-1, 18.8.30 and 18.8.31; what a format says beyond digits, text and dates (fractions,
powers of ten) is left to the caller, who prints the number itself.
"""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from dutygraph.ingest.readers.tables.counting import counted

BUILT_IN: Mapping[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    49: "@",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    30: "m-d-yy",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
}
"""The formats that files name by a number alone, as Excel in Chinese shows them (18.8.30)."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|(?P<blank>_.|\*.)|(?P<general>General)'
    r"|(?P<date>y+|m+|d+|h+|s+|AM/PM|上午/下午|a{3,4})|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])++)(?:;|$)', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$")
_CURRENCY = re.compile(r"\$([^-]*)")
_HALVES = ("AM/PM", "上午/下午")
_NOON = 12
_DAYS = "一二三四五六日"
_PARTS = {"y": "year", "m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}
_NUMERALS = {"DBNum1": "chineseCounting", "DBNum2": "chineseLegalSimplified"}
_MOST_SECTIONS = 4
"""For positive numbers, negative ones, zero, and texts."""
_LONGEST = 255
"""Characters of a format; Excel takes no longer one."""
_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}

Token = tuple[str, str]
"""The kind of a part of a format (a group of the pattern) and what it says."""


def formatted(value: float | str | datetime | date | time, code: str) -> str | None:
    """Return a value as shown by the format ``code``; None where the format is not known or leaves it as it is."""
    if code.lower() == "general" or len(code) > _LONGEST:
        return None
    sections = _sections(code)
    if isinstance(value, str):
        return next((_with_text(one, value) for one in sections if ("other", "@") in one), None)
    if isinstance(value, datetime | date | time):
        return _dated(value, sections[0])
    return _numbered(Decimal(repr(value)), [one for one in sections if ("other", "@") not in one])


@cache
def _sections(code: str) -> list[list[Token]]:
    parts = [match[1] for match in _SECTION.finditer(code)][:_MOST_SECTIONS]
    return [
        [(token.lastgroup or "", token[token.lastgroup or 0]) for token in _TOKEN.finditer(part)]
        for part in parts
    ]


def _literal(token: Token) -> str:
    kind, text = token
    if kind == "bracket":
        currency = _CURRENCY.match(text)
        return currency[1] if currency else ""
    return "" if kind == "blank" else text


def _with_text(section: Sequence[Token], text: str) -> str:
    return "".join(text if token == ("other", "@") else _literal(token) for token in section)


def _numbered(value: Decimal, sections: Sequence[list[Token]]) -> str | None:
    """Return a number by the section that its sign, or the section's own condition ([<=9999999]), chooses."""
    if not sections:
        return None
    conditions = [
        next((found for kind, text in one if kind == "bracket" and (found := _CONDITION.match(text))), None)
        for one in sections
    ]
    if any(conditions):
        fits = (
            at for at, one in enumerate(conditions) if not one or _COMPARE[one[1]](value, Decimal(one[2]))
        )
        at = next(fits, len(sections) - 1)
        return _digits(value, sections[at])
    at = (
        0
        if value > 0 or len(sections) == 1
        else 1
        if value < 0
        else min(2, len(sections) - 1)
        if len(sections) > 2
        else 0
    )
    return _digits(abs(value) if at == 1 else value, sections[at])


def _digits(value: Decimal, section: Sequence[Token]) -> str | None:
    """Return a number with its digits in the places of a section; None for dates, fractions and powers of ten."""
    kinds = {kind for kind, _ in section}
    others = [text for kind, text in section if kind == "other"]
    if "date" in kinds or "E" in others or "e" in others or "/" in others:
        return None
    if "general" in kinds:
        return _general(value, section)
    point = next((at for at, token in enumerate(section) if token == ("other", ".")), len(section))
    places = sum(kind == "digit" for kind, _ in section[point:])
    value *= 100 ** others.count("%")
    number = abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{number:f}".partition(".")
    text = _whole(whole.lstrip("0"), section[:point]) + _fraction(fraction, section[point:])
    return "-" + text if value < 0 and number else text


def _whole(digits: str, section: Sequence[Token]) -> str:
    """Return the digits before the point in their places, filled from the right; the first place takes all that are left."""
    places = [text for kind, text in section if kind == "digit"]
    least = len("".join(places).lstrip("#?")) if "0" in places else 0
    digits = digits.rjust(least, "0")
    if ("other", ",") in section:
        digits = f"{int(digits or 0):,}" if digits else ""
        section = [token for token in section if token != ("other", ",")]
    left, written = len(places), ""
    for token in reversed(section):
        if token[0] != "digit":
            written = _literal(token) + written
            continue
        left -= 1
        taken = digits if not left or ("," in digits) else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        written = taken + written
    return written


def _fraction(digits: str, section: Sequence[Token]) -> str:
    """Return the point and the digits behind it; those of places marked # are left out where they are zeros."""
    written, at = "", 0
    for token in section:
        if token[0] == "digit":
            needed = token[1] == "0" or digits[at:].strip("0")
            written += digits[at] if needed else ""
            at += 1
        else:
            written += _literal(token)
    return written


def _general(value: Decimal, section: Sequence[Token]) -> str:
    """Return a number as it is among the words of a section, in Chinese where the section says [DBNum1]."""
    plain = f"{value.normalize():f}"
    chosen = next(
        (_NUMERALS[text] for kind, text in section if kind == "bracket" and text in _NUMERALS), None
    )
    if chosen and value == value.to_integral_value():
        plain = counted(int(value), chosen)
    return "".join(plain if kind == "general" else _literal((kind, text)) for kind, text in section)


def _dated(value: datetime | date | time, section: Sequence[Token]) -> str | None:
    """Return a date or time by a format; None for a format of another kind."""
    if not any(kind == "date" for kind, _ in section):
        return None
    half = any(text.upper() in _HALVES for _, text in section)
    written, before = "", ""
    for at, (kind, text) in enumerate(section):
        if kind != "date":
            written += _literal((kind, text))
            continue
        code = text.lower()
        if code[0] == "m" and (before == "h" or _next_date(section, at) == "s"):
            code = "n" * len(code)
        before = code[0]
        written += _date_part(value, code, half=half)
    return written


def _next_date(section: Sequence[Token], at: int) -> str:
    return next((text[0].lower() for kind, text in section[at + 1 :] if kind == "date"), "")


def _date_part(value: datetime | date | time, code: str, *, half: bool) -> str:
    """Return a part of a date: y, m, d, a (day of the week), h, n (minutes), s, or the half of the day."""
    if code.upper() in _HALVES:
        first, second = code.upper().split("/")
        return second if getattr(value, "hour", 0) >= _NOON else first
    number = getattr(value, _PARTS.get(code[0], ""), 0)
    if code[0] == "y":
        return f"{number:04}" if len(code) > 2 else f"{number % 100:02}"
    if code[0] == "a":
        day = _DAYS[value.weekday()] if isinstance(value, date) else ""
        return ("星期" if len(code) > 3 else "") + day
    if code[0] == "h" and half:
        number = number % _NOON or _NOON
    return f"{number:02}" if len(code) > 1 else str(number)
