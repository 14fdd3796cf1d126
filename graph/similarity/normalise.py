"""What of a text counts when it is compared with others."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

_NOT_CONTENT = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")


def normalise(text: str, masks: Collection[str] = ()) -> str:
    """Return a text as it is compared: NFKC, without masked words, punctuation and blanks, every digit a 0.

    ``masks`` are words that say nothing about the work, such as the place's own name and 全区; the longest goes first.
    A mask never reaches across a punctuation mark.
    """
    text = unicodedata.normalize("NFKC", text)
    if masks:
        text = _any_of(frozenset(masks)).sub("", text)
    return _DIGIT.sub("0", _NOT_CONTENT.sub("", text))


@lru_cache(maxsize=64)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(
        (unicodedata.normalize("NFKC", word) for word in words), key=lambda word: (-len(word), word)
    )
    return re.compile("|".join(map(re.escape, filter(None, longest_first))) or r"(?!)")
