"""What can be measured between two clauses of a district, beside what they mean."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.analysis.overlap.association import nearest, vectors
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.embedding import EmbeddingSettings, embedded
from dutygraph.graph.analysis.overlap.rarity import ClauseRarity

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
        self.rarity = ClauseRarity(district.clauses)

    def wording(self, left: int, right: int) -> float:
        """Return how much of what two clauses say is worded alike."""
        clauses = self.district.clauses
        return self.rarity.likeness(clauses[left].bigrams, clauses[right].bigrams)

    def verbatim(self, left: int, right: int) -> bool:
        """Whether two clauses say the same word for word, and enough of it to be about one thing."""
        bigrams = self.district.clauses[left].bigrams & self.district.clauses[right].bigrams
        return len(bigrams) >= _ENOUGH and self.wording(left, right) >= _VERBATIM

    def association(self, left: int, right: int) -> float:
        """Return how far the words of two clauses keep the same company, be they the same or not.

        With a model of sentence embeddings, the mean of that and of their likeness by the model.
        """
        return max(0.0, round(float(self._vectors[left] @ self._vectors[right]), _DIGITS))

    def associated(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of clauses with at least that association."""
        return nearest(self._vectors, least)

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        bigrams = [clause.bigrams for clause in self.district.clauses]
        learned = vectors(bigrams, {term: self.rarity.of(term) for term in frozenset().union(*bigrams)})
        folder = EmbeddingSettings().embeddings
        if folder is None:
            return learned
        model = embedded([clause.meaning.text for clause in self.district.clauses], folder)
        return np.asarray(np.hstack([learned, model]) / np.sqrt(2))
