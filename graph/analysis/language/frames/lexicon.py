"""The words of duty clauses and their classes (words.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

DRAFT = "draft"
"""Stage of verbs whose stage is told by what they draw up (拟订规划, 拟订政策)."""


@dataclass(frozen=True, eq=False)  # one is read for all
class WordClasses:
    """The words by class; see words.yaml."""

    verbs: Mapping[str, str]
    """Verbs with their stage, or ``DRAFT``."""
    predicates: frozenset[str]
    support: frozenset[str]
    roles: Mapping[str, str]
    joins: frozenset[str]
    also: frozenset[str]
    noise: frozenset[str]
    tails: frozenset[str]
    heads: Mapping[str, str]
    """Nouns that can be acted on, with their class."""
    kinds: frozenset[str]
    weak: frozenset[str]
    topics: frozenset[str]
    occasions: frozenset[str]
    manners: frozenset[str]
    levels: frozenset[str]
    bodies: tuple[str, ...]
    known: frozenset[str]
    """All words that are not cut."""
    longest: int
    """Length of the longest of them, in characters."""


@cache
def load_words() -> WordClasses:
    """Return the words of the data file, read once. Raises ValueError when a verb has two stages."""
    data = yaml_of("words")
    verbs = _by_word(data["verbs"])
    sets = {
        name: frozenset(data[name])
        for name in (
            "support",
            "joins",
            "also",
            "noise",
            "tails",
            "kinds",
            "weak",
            "topics",
            "occasions",
            "manners",
            "levels",
        )
    }
    roles = _by_word(data["with"])
    heads = _by_word(data["heads"])
    known = frozenset().union(verbs, roles, heads, data["nouns"], data["predicates"], *sets.values())
    known |= {body for body in data["bodies"] if len(body) > 1}
    return WordClasses(
        verbs=verbs,
        predicates=frozenset(data["predicates"]),
        roles=roles,
        heads=heads,
        bodies=tuple(data["bodies"]),
        known=known,
        longest=max(map(len, known)),
        **sets,
    )


def yaml_of(name: str) -> dict[str, Any]:
    """Return the content of a data file of this folder."""
    place = resources.files("dutygraph.graph.analysis.language.frames")
    return dict(yaml.safe_load(place.joinpath(f"{name}.yaml").read_text(encoding="utf-8")))


def _by_word(words_of: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in words_of.items():
        for word in words:
            if found.setdefault(word, name) != name:
                raise ValueError(f"words.yaml: {word} stands under {found[word]} and {name}")
    return found
