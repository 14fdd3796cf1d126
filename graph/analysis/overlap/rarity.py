"""Rarity of objects and words among the bodies of a district: the fewer bodies use one, the more it says to share it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import fsum, log, sqrt

from dutygraph.graph.analysis.overlap.district import Clause

_FEWEST = 1.5
"""Least number of bodies to count with, so that what one body alone uses does not outweigh all else."""


class ClauseRarity:
    """Weights of concepts, their words and bigrams: the inverse document frequency over bodies, scaled to 0 to 1."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        users: dict[str, set[str]] = defaultdict(set)
        bodies = set()
        for clause in clauses:
            body = clause.statement.body
            bodies.add(body)
            names = (
                *clause.meaning.objects,
                *(w for words in clause.meaning.objects.values() for w in words),
            )
            for name in (*names, *clause.bigrams):
                users[name].add(body)
        most = log((len(bodies) + 1) / _FEWEST) or 1.0
        self._weight = {
            name: max(0.0, log((len(bodies) + 1) / max(len(using), _FEWEST)) / most)
            for name, using in users.items()
        }
        self._masses: dict[frozenset[str], float] = {}

    def of(self, name: str) -> float:
        """Return the weight of a concept, a word or a bigram; 1 when no body uses it."""
        return self._weight.get(name, 1.0)

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the cosine of two sets of weighted terms, from 0 to 1."""
        shared = left & right
        return _sum(shared, self._weight) / sqrt(self._mass(left) * self._mass(right)) if shared else 0.0

    def covered(self, left: frozenset[str], by: frozenset[str]) -> float:
        """Return the share of the squared weights of a set of terms that another set has too, from 0 to 1."""
        return _sum(left & by, self._weight) / self._mass(left) if left else 0.0

    def _mass(self, terms: frozenset[str]) -> float:
        """Return the sum of the squared weights of terms, from a cache."""
        if terms not in self._masses:
            self._masses[terms] = _sum(terms, self._weight)
        return self._masses[terms]


def _sum(terms: frozenset[str], weight: Mapping[str, float]) -> float:
    return fsum(weight.get(term, 1.0) ** 2 for term in terms)  # exact, as sets have no order
