"""The words of duty clauses and their classes (verbs.yaml, things.yaml, words.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.ingest import word_files

DRAFT = "draft"
"""Stage of verbs whose stage is told by what they draw up (拟订规划, 拟订政策)."""
_SETS = (
    "support",
    "joins",
    "also",
    "noise",
    "tails",
    "kinds",
    "weak",
    "topics",
    "matters",
    "occasions",
    "manners",
    "levels",
    "giving",
    "issuing",
    "doing",
    "calling",
    "carrying",
    "going",
)
"""Classes of words that are told by the class alone."""


@dataclass(frozen=True, eq=False)  # one is read for all
class WordClasses:
    """The words by class; the data files say what each class is."""

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
    matters: frozenset[str]
    occasions: frozenset[str]
    manners: frozenset[str]
    levels: frozenset[str]
    giving: frozenset[str]
    issuing: frozenset[str]
    doing: frozenset[str]
    calling: frozenset[str]
    carrying: frozenset[str]
    going: frozenset[str]
    bodies: tuple[str, ...]
    known: frozenset[str]
    """All words that are not cut."""
    longest: int
    """Length of the longest of them, in characters."""


@cache
def load_words() -> WordClasses:
    """Return the words of the data files, read once. Raises ValueError when a verb has two stages."""
    data = {**yaml_of("verbs"), **yaml_of("things"), **yaml_of("words")}
    verbs = _by_word(data["verbs"])
    sets = {name: frozenset(data[name]) for name in _SETS}
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


def stage_of_verb(verb: str) -> str:
    """Return the stage of a verb, or ``DRAFT``; of an unknown one that of the longest verb it ends with, else "do"."""
    verbs = load_words().verbs
    return next((verbs[verb[i:]] for i in range(len(verb) - 1) if verb[i:] in verbs), "do")


@cache
def yaml_of(name: str) -> dict[str, Any]:
    """Return the content of a data file of this folder."""
    return dict(word_files.load_words(Path(__file__).with_name(f"{name}.yaml")))


def _by_word(words_of: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in words_of.items():
        for word in words:
            if found.setdefault(word, name) != name:
                raise ValueError(f"{word} stands under {found[word]} and {name}")
    return found
