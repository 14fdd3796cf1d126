"""Likeness of what two claims of a district are about."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.analysis.overlap.claims.district import District
from dutygraph.graph.analysis.overlap.pairs.embedding import embedded, nearest
from dutygraph.graph.analysis.overlap.pairs.rarity import ClaimRarity
from dutygraph.graph.analysis.overlap.pairs.sentences import Sentences
from dutygraph.graph.limits import EmbeddingSettings


class Measures:
    """Rarity of words in a district, and likeness of its claims by their numbers; all from 0 to 1."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.rarity = ClaimRarity(district.claims)
        self.sentences = Sentences(district.claims)

    def meaning(self, left: int, right: int) -> float:
        """Return the cosine of the embeddings of two objects, 0 without a model."""
        return max(0.0, float(self._vectors[left] @ self._vectors[right])) if self._vectors.size else 0.0

    def near_in_meaning(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of claims whose objects have a ``meaning`` of ``least`` or more, the smaller number first."""
        return nearest(self._vectors, least)

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        folder = EmbeddingSettings().embeddings
        if folder is None:
            return np.zeros((0, 0))
        return embedded([claim.frame.object.text for claim in self.district.claims], folder)
