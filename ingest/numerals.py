"""Numbers as headings print them: 三, 十二, 二十一, 12, １２."""

import unicodedata

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def chinese_to_int(text: str) -> int | None:
    """Return the value of a numeral below 1000 in Chinese or Arabic digits, None when it is no numeral."""
    text = unicodedata.normalize("NFKC", text)
    if text.isdigit():
        return int(text)
    total = pending = 0
    for char in text:
        if char in _DIGITS:
            pending = _DIGITS[char]
        elif char in "十百":
            total += (pending or 1) * (10 if char == "十" else 100)
            pending = 0
        else:
            return None
    return total + pending if text else None
