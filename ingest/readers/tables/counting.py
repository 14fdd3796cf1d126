"""Numbers as word processors and browsers print them in front of paragraphs: 三, ③, ⑶, 丙, iii, 03."""

from collections.abc import Callable

_UNITS = ("", "十", "百", "千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""① to ㊿, which stand in three places of Unicode."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def chinese(value: int, digits: str = "零一二三四五六七八九", units: tuple[str, ...] = _UNITS) -> str:
    """Return a number from 1 to 9999 in Chinese (十二, 一百零三), other numbers in Arabic digits."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    for position, digit in enumerate(map(int, reversed(str(value)))):
        if digit:
            text = digits[digit] + units[position] + text
        elif text and not text.startswith(digits[0]):
            text = digits[0] + text
    return text.removeprefix(digits[1]) if 10 <= value < 20 and digits[1] == "一" else text


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(digit)] for digit in str(abs(value)))


def _by_character(characters: str) -> Callable[[int], str]:
    """Return a style with one character per number; numbers beyond them are printed in digits."""
    return lambda value: characters[value - 1] if 0 < value <= len(characters) else str(value)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda value: characters[(value - 1) % len(characters)] if value > 0 else str(value)


def _letter(value: int) -> str:
    """Return a to z, then aa, bb …, as Word counts."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 780 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


_LEGAL = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"))
_STYLES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand"),
        chinese,
    ),
    **dict.fromkeys(("japaneseCounting", "koreanCounting"), chinese),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "koreanDigital2"), _by_digit("〇一二三四五六七八九")
    ),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda n: chinese(n, *_LEGAL),
    ),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _by_character("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _by_character(_CIRCLED)),
    "decimalEnclosedParen": _by_character("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _by_character("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _by_digit("０１２３４５６７８９")),
    "decimalZero": lambda n: f"{n:02}",
    "numberInDash": lambda n: f"- {n} -",
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "none": lambda _: "",
}


def counted(value: int, style: str) -> str:
    """Return a number in a style of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59), in digits for any other style."""
    return _STYLES.get(style, str)(value)
