"""Bigrams of characters and what each of them weighs."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_FRACTION = 2.0**16
"""Weights are multiples of its inverse, so that sums of them are exact in float64, in whatever order they are taken."""


class Bigrams(NamedTuple):
    """The bigrams of some texts as printed, repeats among them: parallel arrays."""

    text: NDArray[np.int64]
    """The number of the text."""
    key: NDArray[np.uint64]
    """Both characters' code points in one number."""


def bigrams_of(texts: Sequence[str]) -> Bigrams:
    """List every two neighbouring characters of every text, in the order of the texts."""
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    text = np.repeat(np.arange(len(texts)), np.fromiter(map(len, texts), np.int64, len(texts)))
    inside = text[1:] == text[:-1]
    return Bigrams(text[1:][inside], (points[:-1] << np.uint64(32) | points[1:])[inside])


class Weights(NamedTuple):
    """How many of the units (texts, or lists) that were counted use each bigram; frozen, it serves later texts."""

    keys: NDArray[np.uint64]
    """The bigrams that were met, ascending."""
    counts: NDArray[np.int64]
    """How many units use each of them."""
    units: int
    """How many units were counted."""

    @classmethod
    def learned(cls, bigrams: Bigrams, unit: NDArray[np.int64]) -> "Weights":
        """Count them; ``unit[n]`` is the number of the unit that text n belongs to."""
        keys = np.unique(bigrams.key)
        used = unique_pairs(unit[bigrams.text], np.searchsorted(keys, bigrams.key))
        return cls(keys, np.bincount(second(used), minlength=len(keys)), len(np.unique(unit)))

    def covering(self, keys: NDArray[np.uint64]) -> "Weights":
        """Return the same with these bigrams among the known ones, used by no unit where they are new."""
        new = np.setdiff1d(keys, self.keys)
        places = np.searchsorted(self.keys, new)
        return Weights(np.insert(self.keys, places, new), np.insert(self.counts, places, 0), self.units)

    def values(self) -> NDArray[np.float64]:
        """Return the weight of each bigram: the square of its idf (smoothed as scikit-learn does), rounded."""
        idf = np.log((1 + self.units) / (1 + self.counts)) + 1
        return np.rint(idf**2 * _FRACTION) / _FRACTION


def unique_pairs(first: NDArray[np.int64], then: NDArray[np.int64]) -> NDArray[np.int64]:
    """Put numbers below 2**31 together in pairs; returns each pair once, ascending."""
    return np.unique(first << 32 | then)


def second(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the second number of each pair."""
    return pairs & 0xFFFFFFFF
