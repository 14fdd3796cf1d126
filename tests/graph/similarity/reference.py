"""The join as its definition has it: every text with every other, in fractions, without rounding."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np

from dutygraph.graph.similarity.join import Measure
from dutygraph.graph.similarity.weights import Weights

Scored = dict[tuple[int, int], Fraction]
"""Pairs of numbers of texts; for cosine the score's square, so that it stays a fraction."""


def scored(texts: Sequence[tuple[str, int]], weights: Weights, measure: Measure, within: bool) -> Scored:
    """Score all pairs of texts of different groups (``within``: of all) that share something."""
    sets, groups = [bigrams(text) for text, _ in texts], [group for _, group in texts]
    known = sorted(set().union(*sets))
    keys = np.array([ord(bigram[0]) << 32 | ord(bigram[1]) for bigram in known], np.uint64)
    values = map(Fraction, weights.values(weights.counts_of(keys)).tolist())
    value = dict(zip(known, values, strict=True))
    mass = [total(value, bigrams) for bigrams in sets]
    return {
        (a, b): score(measure, total(value, sets[a] & sets[b]), mass[a], mass[b])
        for a, b in combinations(range(len(sets)), 2)
        if sets[a] & sets[b] and (within or groups[a] != groups[b])
    }


def total(value: Mapping[str, Fraction], bigrams: Iterable[str]) -> Fraction:
    """Add up the values of bigrams."""
    return sum((value[bigram] for bigram in bigrams), Fraction())


def bigrams(text: str) -> set[str]:
    """Return every two neighbouring characters."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def score(measure: Measure, shared: Fraction, m: Fraction, n: Fraction) -> Fraction:
    """Score one pair."""
    match measure:
        case "cosine":
            return shared**2 / (m * n)
        case "containment":
            return shared / min(m, n)
        case "jaccard":
            return shared / (m + n - shared)


def reaching(scores: Scored, measure: Measure, threshold: Fraction) -> Iterator[tuple[int, int]]:
    """Yield the pairs that reach a threshold, ties included."""
    least = threshold**2 if measure == "cosine" else threshold
    return (pair for pair, score in scores.items() if score >= least)
