"""Wording of a text: its bigrams, concepts and acts, to compare it with other texts."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.data_files import read_data
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy

_ENDS = re.compile(r"[。；;，,：:\n]")

CONCEPT = 2
"""Size of a concept of the taxonomy (养老服务) in bigrams: about what its name has, however it is worded."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text without its formulas (负责, 全区, 会同有关部门)."""

    text: str
    bigrams: frozenset[str]
    """Neighbouring characters that no formula stands between."""
    concepts: frozenset[str]
    """Names of the concepts of the taxonomy that it mentions."""
    acts: frozenset[str]
    """Names of the acts of the taxonomy that it mentions."""

    @property
    def size(self) -> int:
        """How much the text is about, in bigrams."""
        return _size(self.bigrams, self.concepts)

    def shared(self, other: "Wording") -> int:
        """Return how much of it the other text is about too, in bigrams."""
        return _size(self.bigrams & other.bigrams, self.concepts & other.concepts)

    def without(self, other: "Wording") -> "Wording":
        """Return what the text is about and does beyond the other one."""
        return Wording(
            self.text, self.bigrams - other.bigrams, self.concepts - other.concepts, self.acts - other.acts
        )


@lru_cache(maxsize=50_000)
def wording_of(text: str) -> Wording:
    """Return the wording of a text."""
    taxonomy = load_taxonomy()
    return Wording(
        text,
        bigrams(text),
        frozenset(taxonomy.concept_words.mentions(text)),
        frozenset(taxonomy.act_words.mentions(text)),
    )


def clause_wordings(text: str) -> list[Wording]:
    """Return the clauses of a text that are about something; formulas (贯彻执行方针政策, 其他事项) are left out."""
    clauses = (clause for piece in _ENDS.split(text) for clause in cut(piece).clauses)
    return [wording for wording in map(wording_of, clauses) if wording.size]


def united_wording(wordings: Iterable[Wording]) -> Wording:
    """Return the wording of several texts together."""
    every = list(wordings)
    return Wording(
        "\n".join(wording.text for wording in every),
        frozenset().union(*(wording.bigrams for wording in every)),
        frozenset().union(*(wording.concepts for wording in every)),
        frozenset().union(*(wording.acts for wording in every)),
    )


def _size(bigrams: Collection[str], concepts: Collection[str]) -> int:
    return len(bigrams) + CONCEPT * len(concepts)


def strip_formulas(text: str) -> str:
    """Return the letters of a text, without formulas, digits and punctuation."""
    return "".join(_not_content().split(text))


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in a text, without formulas, digits and punctuation."""
    pieces = _not_content().split(text)
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))


def subject_of(text: str) -> str:
    """Return a text with its carriers (规划、资金、队伍) blanked out, so that only what it is about is left."""
    return _carriers().sub(" ", text)


def is_carrier(word: str) -> bool:
    """Whether a word only carries what work is about."""
    return bool(_carriers().fullmatch(word))


def strip_scope_and_manner(text: str) -> str:
    """Return a text without formulas of scope and manner and without punctuation; verbs and digits stay."""
    return "".join(_scope_and_manner().split(text))


@cache
def _not_content() -> re.Pattern[str]:
    """Formulas, and whatever is no letter."""
    groups = (words for name, words in _formulas().items() if name != "carriers")
    return re.compile(_any_of(groups) + r"|[\W\d_]+")


@cache
def _carriers() -> re.Pattern[str]:
    return re.compile(_any_of([_formulas()["carriers"]]))


@cache
def _scope_and_manner() -> re.Pattern[str]:
    groups = ("extent", "others", "manner", "things", "particles")
    return re.compile(_any_of(_formulas()[name] for name in groups) + r"|[\W_]+")


@cache
def _formulas() -> dict[str, list[str]]:
    return read_data("formulas")


def _any_of(groups: Iterable[Iterable[str]]) -> str:
    words = {word for group in groups for word in group}
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
