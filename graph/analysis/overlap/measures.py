"""Likeness of the texts of two claims of a district."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.analysis.overlap.association import nearest, vectors
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.embedding import EmbeddingSettings, embedded
from dutygraph.graph.analysis.overlap.rarity import ClaimRarity

_VERBATIM = 0.8
"""Least cosine of texts that differ in no more than a word or two."""
_ENOUGH = 6
"""Least number of common bigrams; a shorter text (统计分析) occurs in any list."""

_DIGITS = 9
"""Decimal digits kept: threads decompose a matrix in varying order, which changes the digits behind."""


class Measures:
    """Rarity of words in a district, and likeness of its claims by their numbers; all from 0 to 1."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.rarity = ClaimRarity(district.claims)

    def wording(self, left: int, right: int) -> float:
        """Return the cosine of the weighted bigrams of two claims."""
        claims = self.district.claims
        return self.rarity.likeness(claims[left].bigrams, claims[right].bigrams)

    def verbatim(self, left: int, right: int) -> bool:
        """Whether two claims are the same but for a word or two, and long enough to be about one thing."""
        bigrams = self.district.claims[left].bigrams & self.district.claims[right].bigrams
        return len(bigrams) >= _ENOUGH and self.wording(left, right) >= _VERBATIM

    def association(self, left: int, right: int) -> float:
        """Return the cosine of the vectors of two claims, 0 when it is negative.

        With a model of sentence embeddings it is the mean of that cosine and the model's.
        """
        return max(0.0, round(float(self._vectors[left] @ self._vectors[right]), _DIGITS))

    def associated(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of claims with an association of ``least`` or more, the smaller number first."""
        return nearest(self._vectors, least)

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        bigrams = [claim.bigrams for claim in self.district.claims]
        learned = vectors(bigrams, {term: self.rarity.of(term) for term in frozenset().union(*bigrams)})
        folder = EmbeddingSettings().embeddings
        if folder is None:
            return learned
        model = embedded([claim.frame.object.text for claim in self.district.claims], folder)
        return np.asarray(np.hstack([learned, model]) / np.sqrt(2))
