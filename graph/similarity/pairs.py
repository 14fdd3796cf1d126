"""Pairs of texts, and from pairs of collapsed texts back to those of the original ones."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.similarity.corpus import SEVERAL, Corpus


class Pairs(NamedTuple):
    """Pairs of texts: parallel arrays."""

    left: NDArray[np.integer]
    right: NDArray[np.integer]
    """The greater number of the two, or the same."""
    score: NDArray[np.float64]
    """From 0 to 1."""


def equal_pairs(corpus: Corpus, within: bool) -> Pairs:
    """Pair those texts with themselves that stand for originals of several groups (``within``: several originals).

    Texts without a bigram are not among them: a single character is no evidence.
    """
    counts = np.diff(corpus.begins) > 1 if within else corpus.sole == SEVERAL
    found = np.flatnonzero(counts & (corpus.mass > 0))
    return Pairs(found, found, np.ones(len(found)))


def number_of_originals(corpus: Corpus, pairs: Pairs) -> int:
    """Return how many pairs of original texts ``original_pairs`` looks at."""
    sizes = np.diff(corpus.begins)
    return int((sizes[pairs.left] * sizes[pairs.right]).sum())


def original_pairs(corpus: Corpus, pairs: Pairs, *, within: bool = False, most: int | None = None) -> Pairs:
    """Return the pairs of original texts that pairs of the corpus stand for; of one group only with ``within``.

    Only the first ``most`` are looked at, when given: those that many equal texts stand for are squares of their number.
    """
    sizes = np.diff(corpus.begins)
    counts = sizes[pairs.left] * sizes[pairs.right]
    if most is not None:
        counts = np.diff(np.minimum(np.cumsum(counts), most), prepend=0)
    pair = np.repeat(np.arange(len(counts)), counts)
    nth = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    row, column = np.divmod(nth, sizes[pairs.right][pair])
    left = corpus.originals[corpus.begins[pairs.left][pair] + row]
    right = corpus.originals[corpus.begins[pairs.right][pair] + column]
    keep = (pairs.left != pairs.right)[pair] | (left < right)
    if not within:
        keep &= corpus.groups[left] != corpus.groups[right]
    return Pairs(np.minimum(left, right)[keep], np.maximum(left, right)[keep], pairs.score[pair][keep])
