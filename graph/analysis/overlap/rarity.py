"""How much it says when two clauses share an object or a word: the fewer bodies use it, the more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import fsum, log, sqrt

from dutygraph.graph.analysis.overlap.district import Clause

_FEWEST = 1.5
"""What one body alone uses weighs as if it were shared by one and a half, so that it does not outweigh all else."""


class ClauseRarity:
    """What concepts, their words and pairs of characters weigh among the bodies of a district; all from 0 to 1."""

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
        """Return the weight of a concept, a word or a pair of characters; what no body uses weighs most."""
        return self._weight.get(name, 1.0)

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the cosine of two sets of terms, each term with its weight."""
        shared = left & right
        return _sum(shared, self._weight) / sqrt(self._mass(left) * self._mass(right)) if shared else 0.0

    def covered(self, left: frozenset[str], by: frozenset[str]) -> float:
        """Return how much of the weight of a set of terms another set has, too."""
        return _sum(left & by, self._weight) / self._mass(left) if left else 0.0

    def _mass(self, terms: frozenset[str]) -> float:
        """The mass of a text, which is asked for time and again."""
        if terms not in self._masses:
            self._masses[terms] = _sum(terms, self._weight)
        return self._masses[terms]


def _sum(terms: frozenset[str], weight: Mapping[str, float]) -> float:
    return fsum(weight.get(term, 1.0) ** 2 for term in terms)  # exact, as sets have no order
