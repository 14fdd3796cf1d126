"""Terms of a text, by which a declared matter is found: its words, the things that contain them, and their other names."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain
from math import fsum, log
from typing import Literal

from dutygraph.graph.analysis.language.other_words import thing_names, things_in, wide_things_in
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import wording_of

_SAMPLE = 500
"""Least number of texts to count with: what occurs once in a handful of them is not common."""


class TermWeights:
    """Weights of terms, ``log(1 + texts / texts that use it)``: the fewer texts use one, the more it says."""

    def __init__(self, texts: Collection[frozenset[str]]) -> None:
        whole = max(len(texts), _SAMPLE)
        uses = Counter(chain.from_iterable(texts))
        self._weights = {term: log(1 + whole / count) for term, count in uses.items()}
        self._unused = log(1 + whole)

    def of(self, term: str) -> float:
        """Return the weight of a term; one that no text uses has that of one that a single text uses."""
        return self._weights.get(term, self._unused)

    def sum(self, terms: Iterable[str]) -> float:
        """Return the weight of terms together; exact, because sets have no order."""
        return fsum(map(self.of, terms))


@lru_cache(maxsize=50_000)
def terms_of(text: str) -> frozenset[str]:
    """Return the terms of a text: its bigrams, the concepts it is about (with #) and the things it calls by any name."""
    wording = wording_of(text)
    concepts = load_taxonomy().concepts
    around = (name for concept in wording.concepts for name in concepts[concept].around)
    about = {f"#{name}" for name in around if not concepts[name].broad}
    things = things_in(text) | wide_things_in(text)
    return wording.bigrams | about | {f"#{thing}" for thing in things}


@lru_cache(maxsize=50_000)
def outer_terms(text: str) -> frozenset[str]:
    """Return the terms of a text that stand for what contains its concepts, and that it does not name itself (医疗保障)."""
    things = things_in(text) | wide_things_in(text)
    named = {f"#{name}" for name in wording_of(text).concepts | things}
    return frozenset(term for term in terms_of(text) if term.startswith("#")) - named


def thing_terms(group: Literal["things", "wide"]) -> frozenset[str]:
    """Return the terms of the things of ``other_words.yaml``, or of those that are wide (财政性资金)."""
    return frozenset(f"#{thing}" for thing in thing_names(group))
