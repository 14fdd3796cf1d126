"""Rarity of objects and words among the bodies of a district: the fewer bodies use one, the more it says to share it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import fsum, log, sqrt

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import CONCEPT
from dutygraph.graph.analysis.overlap.claims import Claim

TARGET = 0.4
"""Factor on a place, a firm or people: what is done there tells more of what a claim is about."""
REST = 0.4
"""Weight of a bigram that no concept explains: much of it is manner and circumstance."""
_FEWEST = 1.5
"""Least number of bodies to count with, so that what one body alone uses does not outweigh all else."""


class ClaimRarity:
    """Weights of concepts, their words and bigrams: the inverse document frequency over bodies, scaled to 0 to 1."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        users: dict[str, set[str]] = defaultdict(set)
        bodies = set()
        for claim in claims:
            body = claim.statement.body
            bodies.add(body)
            names = (
                *claim.objects,
                *(w for words in claim.objects.values() for w in words),
            )
            for name in (*names, *claim.bigrams):
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

    def mass(self, bigrams: frozenset[str]) -> float:
        """Return the sum of the weights of bigrams."""
        return fsum(map(self.of, bigrams))

    def share(self, claim: Claim, shared: Collection[str], rest: frozenset[str]) -> float:
        """Return the share of what a claim is about that shared concepts and bigrams of the rest make up, from 0 to 1."""
        weights = {name: self._size(name) for name in claim.objects}
        whole = fsum(weights.values()) + REST * self.mass(claim.rest)
        part = fsum(weight for name, weight in weights.items() if name in shared)
        return (part + REST * self.mass(claim.rest & rest)) / whole if whole else 0.0

    def _size(self, name: str) -> float:
        return CONCEPT * self.of(name) * (TARGET if load_taxonomy().concepts[name].target else 1.0)

    def _mass(self, terms: frozenset[str]) -> float:
        """Return the sum of the squared weights of terms, from a cache."""
        if terms not in self._masses:
            self._masses[terms] = _sum(terms, self._weight)
        return self._masses[terms]


def _sum(terms: frozenset[str], weight: Mapping[str, float]) -> float:
    return fsum(weight.get(term, 1.0) ** 2 for term in terms)  # exact, as sets have no order
