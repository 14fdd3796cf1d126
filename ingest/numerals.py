"""Numbers as lists print them: 三, 十二, 廿一, 一千二百六十, 二〇一五, 12, １２."""

import unicodedata

ITEM_NUMERALS = "一二三四五六七八九十百零〇"
"""What numbers in front of items and headings are made of, for patterns: 千, 万 and 两 begin words there (两法衔接)."""
NUMERALS = f"{ITEM_NUMERALS}○千万两廿卅"
"""What numbers of articles and documents are made of, for patterns."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_ZEROS = "零〇○"
_SHORT_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
_UNITS = (("亿", 10**8, 10**4), ("万", 10**4, 10**4), ("千", 1000, 10), ("百", 100, 10), ("十", 10, 10))
"""The units from the largest down: what each is worth, and below what its multiple stays."""
_AROUND_NUMBER = "（()）、．. "
_LIMIT = 10**12
_LONGEST = 30
"""Characters; no number below the limit is longer (九千九百九十九亿九千九百九十九万九千九百九十九 has 23)."""


def chinese_to_int(text: str) -> int | None:
    """Return the value of a numeral below 10¹² in Chinese or Arabic digits, None when the text is no such numeral.

    Chinese digits without units count as Arabic ones do (二〇一五 is 2015); 百 without a digit is 一百, and a 零 that
    is left out or too much does not matter.
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    text = unicodedata.normalize("NFKC", text)
    digits = "".join(str(_DIGITS.get(char, char)) for char in text)
    value = int(digits) if digits.isdecimal() else _with_units(text.translate(_SHORT_TENS))
    return value if value is not None and value < _LIMIT else None


def value_of_number(printed: str) -> int | None:
    """Return the value of a number as it stands in front of an item: （三）, 3., 三、; None for other texts."""
    return chinese_to_int(printed.strip(_AROUND_NUMBER))


def _with_units(text: str) -> int | None:
    """Return the value of a numeral by its largest unit, what stands before and what behind it; of "" it is 0."""
    text = text.lstrip(_ZEROS)
    for unit, worth, limit in _UNITS:
        before, found, behind = text.partition(unit)
        if found:
            times = _with_units(before) if before else 1
            rest = _with_units(behind)
            if times is None or rest is None or not (0 < times < limit and rest < worth):
                return None
            return times * worth + rest
    return _DIGITS.get(text, None if text else 0)
