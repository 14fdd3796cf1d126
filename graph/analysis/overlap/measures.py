"""What can be measured between two clauses of a district, beside what they mean."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.analysis.overlap.association import nearest, vectors
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.embedding import EmbeddingSettings, embedded
from dutygraph.graph.analysis.overlap.rarity import Weights

_VERBATIM = 0.8
"""Cosine of texts that differ in a word or two."""
_ENOUGH = 6
"""Pairs of characters; 统计分析 is short enough to stand in any list."""

_DIGITS = 9
"""Processors that decompose a matrix together do not add up in the same order each time; that shows in the last digits."""


class Measures:
    """Weights of a district, and likeness of its clauses by number; all from 0 to 1."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.weights = Weights(district.clauses)

    def wording(self, one: int, other: int) -> float:
        """Return how much of what two clauses say is worded alike."""
        clauses = self.district.clauses
        return self.weights.likeness(clauses[one].terms, clauses[other].terms)

    def verbatim(self, one: int, other: int) -> bool:
        """Whether two clauses say the same word for word, and enough of it to be about one thing."""
        terms = self.district.clauses[one].terms & self.district.clauses[other].terms
        return len(terms) >= _ENOUGH and self.wording(one, other) >= _VERBATIM

    def association(self, one: int, other: int) -> float:
        """Return how far the words of two clauses keep the same company, be they the same or not.

        With a model of sentence embeddings, the mean of that and of their likeness by the model.
        """
        return max(0.0, round(float(self._vectors[one] @ self._vectors[other]), _DIGITS))

    def associated(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of clauses with at least that association."""
        return nearest(self._vectors, least)

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        terms = [clause.terms for clause in self.district.clauses]
        learned = vectors(terms, {term: self.weights.of(term) for term in frozenset().union(*terms)})
        folder = EmbeddingSettings().embeddings
        if folder is None:
            return learned
        model = embedded([clause.meaning.text for clause in self.district.clauses], folder)
        return np.asarray(np.hstack([learned, model]) / np.sqrt(2))
