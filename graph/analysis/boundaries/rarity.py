"""Rarity of the words in a region's lists: the fewer texts use a word, the more it says that two texts share it."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import fsum, log

from dutygraph.graph.analysis.boundaries.declared_matters import RegionTexts
from dutygraph.graph.analysis.language.wording import Wording

_SAMPLE = 500
"""Least number of texts to count with: what occurs once in a handful of them is not common."""


class WordRarity:
    """Weights of bigrams and concepts, ``log(1 + texts / texts that use it)``, and likeness of texts by these."""

    def __init__(self, texts: Iterable[Wording]) -> None:
        every = list(texts)
        self._bigram_uses = Counter(chain.from_iterable(text.bigrams for text in every))
        self._concept_uses = Counter(chain.from_iterable(text.concepts for text in every))
        self._texts = max(len(every), _SAMPLE)

    def of_concept(self, concept: str) -> float:
        """Return the weight of a concept of the taxonomy."""
        return self._weight(self._concept_uses[concept])

    def shared(self, left: Wording, right: Wording) -> float:
        """Return the weight of what two texts share."""
        return self._sum(left.bigrams & right.bigrams, left.concepts & right.concepts)

    def likeness(self, left: Wording, right: Wording) -> float:
        """Return the weight of what two texts share divided by that of what either has, from 0 to 1."""
        either = self._sum(left.bigrams | right.bigrams, left.concepts | right.concepts)
        return self.shared(left, right) / (either or 1)

    def covered(self, text: Wording, by: Wording) -> float:
        """Return the share of a text's weight that another text has too, from 0 to 1."""
        return self.shared(text, by) / (self._sum(text.bigrams, text.concepts) or 1)

    def _sum(self, bigrams: Iterable[str], concepts: Iterable[str]) -> float:
        """Return the weight of terms; exact, because sets have no order."""
        uses = chain((self._bigram_uses[b] for b in bigrams), (self._concept_uses[c] for c in concepts))
        return fsum(map(self._weight, uses))

    def _weight(self, uses: int) -> float:
        return log(1 + self._texts / (uses or 1))


def rarity_of(region: RegionTexts) -> WordRarity:
    """Return the rarity of words among a region's matters, divisions, duties and tasks."""
    matters = [matter.title for matter in region.matters]
    divisions = [division.wording for matter in region.matters for division in matter.divisions]
    duties = [duty.wording for texts in region.duties.values() for duty in texts]
    return WordRarity([*matters, *divisions, *duties])
