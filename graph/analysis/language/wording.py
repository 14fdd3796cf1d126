"""What a text is about and what is done with it, so that two texts can be compared in both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml

from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.taxonomy import taxonomy

_ENDS = re.compile(r"[。；;，,：:\n]")

CONCEPT = 2
"""A known thing (养老服务) counts as much as two pairs of characters: about what its name has, however it is worded."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text without its formulas (负责, 全区, 会同有关部门)."""

    text: str
    terms: frozenset[str]
    """What it is about: neighbouring characters that no formula stands between, and things of the taxonomy (in 〈〉)."""
    acts: frozenset[str]
    """Kinds of act of the taxonomy."""

    @property
    def concepts(self) -> frozenset[str]:
        """Its terms that are things of the taxonomy."""
        return frozenset(term for term in self.terms if term.startswith("〈"))

    @property
    def size(self) -> int:
        """How much the text is about."""
        return _size(self.terms)

    def shared(self, other: "Wording") -> int:
        """How much of it the other text is about too."""
        return _size(self.terms & other.terms)


@lru_cache(maxsize=50_000)
def wording(text: str) -> Wording:
    """Return what a text is about and what it does."""
    known = taxonomy()
    concepts = (f"〈{concept}〉" for concept in known.concept_words.found(text))
    return Wording(text, frozenset((*pairs(text), *concepts)), frozenset(known.act_words.found(text)))


def clauses(text: str) -> list[Wording]:
    """Return the clauses of a text that are about something; formulas (贯彻执行方针政策, 其他事项) are left out."""
    pieces = (clause for piece in _ENDS.split(text) for clause in cut(piece).clauses)
    return [one for piece in pieces if (one := wording(piece)).terms]


def united(wordings: Iterable[Wording]) -> Wording:
    """Return what several texts are about together."""
    every = list(wordings)
    return Wording(
        "\n".join(one.text for one in every),
        frozenset().union(*(one.terms for one in every)),
        frozenset().union(*(one.acts for one in every)),
    )


def _size(terms: Iterable[str]) -> int:
    return sum(1 if len(term) == len("一对") else CONCEPT for term in terms)


def content(text: str) -> str:
    """Return a text without its formulas and without what is no letter."""
    return "".join(_not_content().split(text))


def pairs(text: str) -> frozenset[str]:
    """Return the neighbouring characters of a text that no formula stands between."""
    pieces = _not_content().split(text)
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))


def bare(text: str) -> str:
    """Return a text without formulas of scope and manner, and without punctuation; what is done stays, and digits."""
    return "".join(_scope_and_manner().split(text))


@cache
def _not_content() -> re.Pattern[str]:
    """Formulas, and whatever is no letter."""
    return re.compile(_any_of(_formulas().values()) + r"|[\W\d_]+")


@cache
def _scope_and_manner() -> re.Pattern[str]:
    groups = ("extent", "others", "manner", "things", "particles")
    return re.compile(_any_of(_formulas()[name] for name in groups) + r"|[\W_]+")


@cache
def _formulas() -> dict[str, list[str]]:
    text = (
        resources.files("dutygraph.graph.analysis.language")
        .joinpath("formulas.yaml")
        .read_text(encoding="utf-8")
    )
    return dict(yaml.safe_load(text))


def _any_of(groups: Iterable[Iterable[str]]) -> str:
    words = {word for group in groups for word in group}
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
