"""What can be measured between two clauses of a district, beside what they mean."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.overlap.association import nearest, vectors
from graph.overlap.reading import District
from graph.overlap.weighing import Weights


class Measures:
    """Weights of a district, and likeness of its clauses by number; all from 0 to 1."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.weights = Weights(district.clauses)

    def wording(self, one: int, other: int) -> float:
        """Return how much of what two clauses say is worded alike."""
        clauses = self.district.clauses
        return self.weights.likeness(clauses[one].terms, clauses[other].terms)

    def association(self, one: int, other: int) -> float:
        """Return how far the words of two clauses keep the same company, be they the same or not."""
        return max(0.0, float(self._vectors[one] @ self._vectors[other]))

    def associated(self, least: float) -> list[tuple[int, int]]:
        """Return the pairs of clauses with at least that association."""
        return nearest(self._vectors, least)

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        terms = [clause.terms for clause in self.district.clauses]
        return vectors(terms, {term: self.weights.of(term) for term in frozenset().union(*terms)})
