"""Rarity of objects and words among the bodies of a district: the fewer bodies use one, the more it says to share it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import fsum, log

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import CONCEPT
from dutygraph.graph.analysis.overlap.claims.claim import Claim

BROAD = 0.35
"""Factor on the weight of a broad object (教育)."""
TARGET = 0.4
"""Factor on a place, a firm or people: what is done there tells more of what a claim is about."""
REST = 0.4
"""Weight of a bigram that no concept explains: much of it is manner and circumstance."""
_FEWEST = 1.5
"""Least number of bodies to count with, so that what one body alone uses does not outweigh all else."""


class ClaimRarity:
    """Weights of concepts, their words and bigrams: the inverse document frequency over bodies, scaled to 0 to 1."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._weight = weights_among((claim.statement.body, _terms(claim)) for claim in claims)

    def of(self, name: str) -> float:
        """Return the weight of a concept, a word or a bigram; 1 when no body uses it."""
        return self._weight.get(name, 1.0)

    def mass(self, bigrams: frozenset[str]) -> float:
        """Return the sum of the weights of bigrams."""
        return fsum(map(self.of, bigrams))

    def share(self, claim: Claim, shared: Collection[str], rest: frozenset[str]) -> float:
        """Return the share of what a claim is about that shared concepts and bigrams of the rest make up, from 0 to 1."""
        weights = {name: CONCEPT * self.of(name) * _target(name) for name in claim.objects}
        whole = fsum(weights.values()) + REST * self.mass(claim.rest)
        part = fsum(weight for name, weight in weights.items() if name in shared)
        return (part + REST * self.mass(claim.rest & rest)) / whole if whole else 0.0

    def size(self, concept: str) -> float:
        """Return how particular a concept makes what names it, from 0 to 1."""
        return (
            self.of(concept) * _target(concept) * (BROAD if load_taxonomy().concepts[concept].broad else 1.0)
        )


def _target(concept: str) -> float:
    return TARGET if load_taxonomy().concepts[concept].target else 1.0


def weights_among(used: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, float]:
    """Return the weights of terms, from 0 to 1; ``used`` are bodies (ids), each with terms that it uses."""
    users: dict[str, set[str]] = defaultdict(set)
    bodies = set()
    for body, terms in used:
        bodies.add(body)
        for term in terms:
            users[term].add(body)
    most = log((len(bodies) + 1) / _FEWEST) or 1.0
    return {
        term: max(0.0, log((len(bodies) + 1) / max(len(using), _FEWEST)) / most)
        for term, using in users.items()
    }


def _terms(claim: Claim) -> Iterator[str]:
    yield from claim.objects
    for words in claim.objects.values():
        yield from words
    yield from claim.bigrams
