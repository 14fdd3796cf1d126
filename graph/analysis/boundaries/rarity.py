"""What the words of a region's lists weigh: the fewer texts use one, the more two texts say by sharing it."""

from collections import Counter
from collections.abc import Iterable
from math import log

from dutygraph.graph.analysis.boundaries.declared_matters import Region
from dutygraph.graph.analysis.language.wording import Wording

_SAMPLE = 500
"""Texts; what occurs once in a handful of them is not common: fewer count as if they stood among so many."""


class Weights:
    """Weights of terms, and likeness of texts by what they share."""

    def __init__(self, texts: Iterable[Wording]) -> None:
        every = [text.terms for text in texts]
        self._used = Counter(term for terms in every for term in terms)
        self._texts = max(len(every), _SAMPLE)

    def of(self, terms: Iterable[str]) -> float:
        """Return the weight of terms."""
        return sum(log(1 + self._texts / (self._used[term] or 1)) for term in terms)

    def shared(self, one: Wording, other: Wording) -> float:
        """Return the weight of what two texts share."""
        return self.of(one.terms & other.terms)

    def likeness(self, one: Wording, other: Wording) -> float:
        """Return the weight of what two texts share by that of what either has, from 0 to 1."""
        return self.of(one.terms & other.terms) / (self.of(one.terms | other.terms) or 1)

    def covered(self, one: Wording, by: Wording) -> float:
        """Return the share of the first text's weight that the second has too."""
        return self.of(one.terms & by.terms) / (self.of(one.terms) or 1)


def weights_of(region: Region) -> Weights:
    """Return what the words of a region's matters, parts, duties and tasks weigh."""
    matters = [matter.title for matter in region.matters]
    parts = [part.wording for matter in region.matters for part in matter.parts]
    said = [one.wording for texts in region.said.values() for one in texts]
    return Weights([*matters, *parts, *said])
