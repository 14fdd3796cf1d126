"""Characters that stand for others: radicals in the place of characters, traditional and full-width forms.

Each function returns as many characters as it takes, so offsets stay right.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from dutygraph.ingest.word_files import load_words

_COMPATIBLE = (
    *range(0x2F00, 0x2FD6),  # Kangxi radicals
    *range(0xF900, 0xFB00),  # CJK compatibility ideographs
    *range(0x2F800, 0x2FA20),  # and their supplement
)
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff" + "".join(
    f"\\U{plane + end:08x}" for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
"""For patterns, between [ and ]: characters that no text is made of. They are control characters (C0, DEL, C1), overrides
and isolates of direction, non-characters and lone surrogates; tabs and ends of lines and pages are none."""
_CONTROL = re.compile(f"[{CONTROLS}]")
_WIDE = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
"""Full-width digits and Latin letters."""
_LONGEST_WORD = 60
"""Characters; no word of a vocabulary is longer."""


def unified(text: str) -> str:
    """Return ``text`` with the characters that its radicals (⺠, ⼯) and compatibility ideographs (U+F900) look like.

    Fonts and input methods leave these in the place of characters (民, 工). Source: Unicode's compatibility mappings,
    and its EquivalentUnifiedIdeograph.txt for the radicals that have none (U+2E80 to U+2EFF).
    """
    return text.translate(_tables()[0]) if _LOOK_ALIKE.search(text) else text


def without_controls(text: str) -> str:
    """Return ``text`` without the characters that no text is made of."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def controls_of(text: str) -> list[str]:
    """Return the characters in ``text`` that no text is made of, each once."""
    return [] if text.isprintable() else list(dict.fromkeys(_CONTROL.findall(text)))


@lru_cache(maxsize=4096)  # a text is looked up among several kinds of words
def folded(text: str) -> str:
    """Return ``text`` as words and patterns are written: in simplified characters, with narrow digits and letters.

    It is for comparison only; records hold what is printed. Source of the simplified forms: OpenCC.
    """
    return text if text.isascii() else text.translate(_tables()[1])


class Words(frozenset[str]):
    """Words that are found in traditional characters and full-width letters as well."""

    def __contains__(self, word: object) -> bool:
        """Return whether a word is one of these, in whatever characters."""
        return super().__contains__(word) or (
            isinstance(word, str) and len(word) <= _LONGEST_WORD and super().__contains__(folded(word))
        )


@cache
def _tables() -> tuple[dict[int, int], dict[int, int]]:
    data = load_words(Path(__file__).with_suffix(".yaml"))
    radicals, traditional = (
        str.maketrans(data[name]["from"], data[name]["to"]) for name in ("radicals", "traditional")
    )
    return radicals | _compatible(_COMPATIBLE), traditional | _compatible(_WIDE)


def _compatible(codes: Iterable[int]) -> dict[int, int]:
    return {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in codes}
