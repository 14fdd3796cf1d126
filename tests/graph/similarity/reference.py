"""The join as its definition has it: every text with every other, in fractions, without rounding."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np

from dutygraph.graph.similarity.weights import weights_of

Scored = dict[tuple[int, int], Fraction]
"""Pairs of numbers of texts, with the square of their cosine, so that it stays a fraction."""


def squared_cosines(texts: Sequence[tuple[str, int]], within: bool) -> Scored:
    """Score all pairs of texts of different groups (``within``: of all) that share something."""
    sets, groups = [bigrams(text) for text, _ in texts], [group for _, group in texts]
    value = values([text for text, _ in texts])
    mass = [total(value, bigrams) for bigrams in sets]
    return {
        (a, b): total(value, sets[a] & sets[b]) ** 2 / (mass[a] * mass[b])
        for a, b in combinations(range(len(sets)), 2)
        if sets[a] & sets[b] and (within or groups[a] != groups[b])
    }


def values(texts: Sequence[str]) -> Mapping[str, Fraction]:
    """Return what each bigram weighs, by how many of the different texts use it."""
    distinct = set(texts)
    counts = Counter(bigram for text in distinct for bigram in bigrams(text))
    weights = weights_of(np.array(list(counts.values()), np.int64), len(distinct))
    return dict(zip(counts, map(Fraction, weights.tolist()), strict=True))


def total(value: Mapping[str, Fraction], bigrams: Iterable[str]) -> Fraction:
    """Add up the values of bigrams."""
    return sum((value[bigram] for bigram in bigrams), Fraction())


def bigrams(text: str) -> set[str]:
    """Return every two neighbouring characters."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def reaching(squares: Scored, threshold: Fraction) -> set[tuple[int, int]]:
    """Return the pairs whose cosine reaches a threshold, ties included."""
    return {pair for pair, square in squares.items() if square >= threshold**2}
