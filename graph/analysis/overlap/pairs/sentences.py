"""Whether the words that two sentences share tell of one case."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import fsum

from dutygraph.graph.analysis.language.stages import collision
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.claim_sentences import Sentence, limiting, sentences_of
from dutygraph.graph.analysis.overlap.pairs.rarity import weights_among

ENOUGH_SHARED = ((2.0, 0.12), (1.6, 0.2))
"""Least weight of shared words that tell of one case, and least share of what either sentence tells that they make up.

Three words, each written by a third of the bodies or fewer, or two of which one is rarer still where the sentences tell
little else: long sentences share words by the way.
"""
_LEAST_DENSE = min(dense for _, dense in ENOUGH_SHARED)
SAME_WORK = 0.6
"""Least collision of acts in two sentences that tell of one case."""
_RARE = 0.3
"""Least weight of a bigram by which sentences are looked for: what most bodies write leads nowhere."""
_MUCH = 1.2
"""Least weight of the rare bigrams of sentences that are compared for their particulars alone."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """The words that two sentences share: runs of characters that stand in both, and what they weigh together."""

    words: tuple[str, ...]
    weight: float


class Sentences:
    """The sentences of a district's claims. Pairs of claims are given by their numbers."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._sentences = sentences_of(claims)
        self._of_claim = {number: at for at, one in enumerate(self._sentences) for number in one.claims}
        self._weight = weights_among((one.body, one.bigrams) for one in self._sentences)
        self._masses = [self._mass(one.bigrams) for one in self._sentences]
        self._particulars = lru_cache(maxsize=None)(self._compared)
        self._one_case = lru_cache(maxsize=None)(self._tell_one_case)

    def particulars(self, left: int, right: int) -> Particulars:
        """Return the words that the sentences of two claims share; each weighs as its rarest two characters do."""
        return self._particulars(*sorted((self._of_claim[left], self._of_claim[right])))

    def hand_over(self, left: int, right: int) -> bool:
        """Whether the sentences of two claims share words, and one of them hands something over to another body."""
        one, other = (self._sentences[self._of_claim[number]] for number in (left, right))
        return (one.chained or other.chained) and not one.bigrams.isdisjoint(other.bigrams)

    def tell_one_case(self, left: int, right: int) -> bool:
        """Whether the sentences of two claims tell of one case, and either claim of a thing that the other sentence names.

        The sentences share many rare words that are much of both and of what both act on, they name no different things
        only, and acts in them collide.
        """
        places = self._of_claim[left], self._of_claim[right]
        return self._one_case(*sorted(places)) and all(
            (self._claims[number].bigrams | limiting(self._claims[number])) & self._sentences[place].bigrams
            for number, place in ((left, places[1]), (right, places[0]))
        )

    def alike(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of claims of different bodies whose sentences share much that is rare, the smaller number first."""
        using: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for right, other in enumerate(self._sentences):
            shared: dict[int, float] = defaultdict(float)
            for two in sorted(two for two in other.bigrams if self._weight[two] >= _RARE):
                for body, before in using[two].items():
                    if body != other.body:
                        for left in before:
                            shared[left] += self._weight[two]
                using[two][other.body].append(right)
            for left, weight in shared.items():
                if weight >= _MUCH:
                    pairs = product(self._sentences[left].claims, other.claims)
                    yield from ((min(pair), max(pair)) for pair in pairs)

    def _tell_one_case(self, left: int, right: int) -> bool:
        one, other = self._sentences[left], self._sentences[right]
        if one.own or other.own:
            return False
        density = self._density(left, right)
        if density < _LEAST_DENSE:  # most pairs: their words need not be looked for
            return False
        shared = self._particulars(left, right)
        return (
            any(shared.weight >= least and density >= dense for least, dense in ENOUGH_SHARED)
            and not (one.chained or other.chained)
            and self._act_on_it(one, other)
            and _same_work(one, other)
        )

    def _act_on_it(self, one: Sentence, other: Sentence) -> bool:
        """Whether both sentences act on things that the shared words name, and not only on what is known to differ."""
        shared = one.bigrams & other.bigrams
        acting = [
            [claim for claim in map(self._claims.__getitem__, sentence.claims) if claim.bigrams & shared]
            for sentence in (one, other)
        ]
        mine, theirs = ({name for claim in claims for name in claim.objects} for claims in acting)
        contains = load_taxonomy().contains
        return all(acting) and (
            not (mine and theirs) or any(contains(a, b) or contains(b, a) for a in mine for b in theirs)
        )

    def _density(self, left: int, right: int) -> float:
        """Return the share of what the one of two sentences that tells more has in common with the other."""
        shared = self._mass(self._sentences[left].bigrams & self._sentences[right].bigrams)
        return shared / max(self._masses[left], self._masses[right]) if shared else 0.0

    def _mass(self, bigrams: frozenset[str]) -> float:
        return fsum(self._weight[two] for two in bigrams)

    def _compared(self, left: int, right: int) -> Particulars:
        one, other = self._sentences[left], self._sentences[right]
        shared = one.bigrams & other.bigrams
        if not shared:
            return Particulars((), 0.0)
        return min(
            (self._runs(text, shared) for text in (one.text, other.text)), key=lambda found: found.weight
        )

    def _runs(self, text: str, shared: frozenset[str]) -> Particulars:
        """Return the runs of shared bigrams in a text."""
        found: dict[str, float] = {}
        begin = end = 0
        while begin < len(text):
            while text[end : end + 2] in shared:
                end += 1
            if end > begin:
                run = text[begin : end + 1]
                found[run] = max(self._weight[text[at : at + 2]] for at in range(begin, end))
            begin = end = end + 1
        words = [run for run in found if not any(run in other for other in found if other != run)]
        words.sort(key=lambda run: (-found[run], text.index(run)))
        return Particulars(tuple(words), sum(found[run] for run in words))


def _same_work(one: Sentence, other: Sentence) -> bool:
    """Whether acts in two sentences collide; acts that are not known may do so."""
    return not (one.acts and other.acts) or any(
        collision(a, b) >= SAME_WORK for a in one.acts for b in other.acts
    )
