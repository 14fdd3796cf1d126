"""Bigrams of characters and what each of them weighs."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

N = TypeVar("N", np.int64, np.uint32, np.uint64)
_CHARACTER_BITS, _TEXT_BITS = 17, 30
"""Of the numbers of characters and texts, so that two characters and a text fit a word of 64 bits."""
_FRACTION = 2.0**16
"""Weights are multiples of its inverse, so that sums of them are exact in float64, in whatever order they are taken."""


class Bigrams(NamedTuple):
    """Which text has which bigram, each pair of them once."""

    keys: NDArray[np.uint64]
    """The different bigrams, ascending: both characters' code points in one number."""
    key: NDArray[np.int64]
    """Parallel with ``text``, ascending: the place in ``keys``."""
    text: NDArray[np.int64]
    """The number of the text."""


def bigrams_of(texts: Sequence[str]) -> Bigrams:
    """Find every two neighbouring characters of every text.

    Raises ValueError beyond 2**30 texts or 2**17 different characters; Unicode has about as many letters.
    """
    characters, packed = _packed(texts)
    key, text = packed >> np.uint64(_TEXT_BITS), packed & np.uint64(2**_TEXT_BITS - 1)
    first = _first_of_run(key)
    pairs = key[first]
    before = characters[pairs >> np.uint64(_CHARACTER_BITS)].astype(np.uint64)
    after = characters[pairs & np.uint64(2**_CHARACTER_BITS - 1)]
    return Bigrams(before << np.uint64(32) | after, np.cumsum(first) - 1, text.astype(np.int64))


def _packed(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """Return the code points in use, and each bigram of each text once: its characters' places there, and the text."""
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    characters = distinct(points)
    if len(characters) > 2**_CHARACTER_BITS or len(texts) > 2**_TEXT_BITS:
        raise ValueError(
            f"{len(texts)} texts of {len(characters)} different characters are too many to compare"
        )
    place = np.zeros(int(points.max(initial=0)) + 1, np.uint64)
    place[characters] = np.arange(len(characters))
    text = np.repeat(np.arange(len(texts), dtype=np.uint32), [len(text) for text in texts])
    inside = text[1:] == text[:-1]
    packed = place[points[:-1][inside]] << np.uint64(_CHARACTER_BITS) | place[points[1:][inside]]
    return characters, distinct(packed << np.uint64(_TEXT_BITS) | text[1:][inside])


def weights_of(counts: NDArray[np.int64], texts: int) -> NDArray[np.float64]:
    """Return what bigrams weigh that so many of ``texts`` use: the square of their idf (smoothed as in scikit-learn)."""
    idf = np.log((1 + texts) / (1 + counts)) + 1
    return np.rint(idf**2 * _FRACTION) / _FRACTION


def distinct(numbers: NDArray[N]) -> NDArray[N]:
    """Return each number once, ascending: many times faster than ``np.unique``, which hashes them."""
    ordered = np.sort(numbers)
    return ordered[_first_of_run(ordered)]


def _first_of_run(ordered: NDArray[N]) -> NDArray[np.bool_]:
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
