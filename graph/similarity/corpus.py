"""Texts made ready to be joined: equal ones collapsed, each a set of weighted bigrams, the lightest text first."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.similarity.weights import Bigrams, bigrams_of, weights_of

SEVERAL = -1
"""In place of its group, for a text that several groups share."""


class Corpus(NamedTuple):
    """Distinct texts in ascending order of mass, which is the sum of the weights of a text's bigrams.

    Tokens are bigrams numbered from the rarest to the commonest. The tokens of text i are
    ``tokens[starts[i]:starts[i + 1]]``, ascending; the originals that collapsed into it are
    ``originals[begins[i]:begins[i + 1]]``, ascending.
    """

    starts: NDArray[np.int64]
    tokens: NDArray[np.int32]
    weight: NDArray[np.float64]
    """The weight of each token."""
    mass: NDArray[np.float64]
    sole: NDArray[np.int32]
    """The group of a text, or SEVERAL."""
    begins: NDArray[np.int64]
    originals: NDArray[np.int64]
    groups: NDArray[np.int32]
    """The group of each original."""


def build_corpus(texts: Sequence[str], groups: Sequence[int]) -> Corpus:
    """Make normalised texts ready to be joined; ``groups[n]`` is the department of text n, a number from 0 on.

    A bigram weighs by how many of the distinct texts use it.
    """
    number: dict[str, int] = {}
    collapsed = np.fromiter((number.setdefault(text, len(number)) for text in texts), np.int64, len(texts))
    return _arranged(bigrams_of(list(number)), collapsed, np.asarray(groups, np.int32), len(number))


def _arranged(bigrams: Bigrams, collapsed: NDArray[np.int64], groups: NDArray[np.int32], size: int) -> Corpus:
    counts = np.bincount(bigrams.key, minlength=len(bigrams.keys))
    values, commonness = weights_of(counts, size), np.argsort(counts, kind="stable")
    mass = np.bincount(bigrams.text, values[bigrams.key], size)
    place = _inverse(np.argsort(mass, kind="stable"))
    tokens = np.sort(place[bigrams.text] << 32 | _inverse(commonness)[bigrams.key])
    mine = place[collapsed]
    originals = np.argsort(mine, kind="stable")
    begins = _bounds(mine, size)
    return Corpus(
        starts=_bounds(tokens >> 32, size),
        tokens=tokens.astype(np.int32),  # keeps the lower half, which is the token
        weight=values[commonness],
        mass=np.sort(mass),
        sole=_sole(groups[originals], begins),
        begins=begins,
        originals=originals,
        groups=groups,
    )


def _inverse(order: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def _bounds(numbers: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return where each of the numbers 0 to size begins when they are sorted."""
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=size))))


def _sole(groups: NDArray[np.int32], begins: NDArray[np.int64]) -> NDArray[np.int32]:
    if not len(groups):
        return groups
    lowest, highest = np.minimum.reduceat(groups, begins[:-1]), np.maximum.reduceat(groups, begins[:-1])
    return np.where(lowest == highest, lowest, np.int32(SEVERAL))
