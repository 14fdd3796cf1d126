"""The two taxonomies of the detectors: acts (functions.yaml) and concepts (objects.yaml)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Literal

from dutygraph.graph.analysis.language.data_files import read_data

ConceptFacet = Literal["fields", "people", "matters"]

Mentions = Mapping[str, tuple[str, ...]]
"""Names of the acts or concepts in a text with the words that mention them, in order of the text."""

_IGNORED = ""
"""Meaning of a word that is only there to hide shorter words in it."""

_REMEMBERED = 1024
"""So many texts are remembered with the words in them."""

_GOVERNMENT = "人民政府"
"""Part of many names of bodies; removed since it contains 民政."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that work is about (对象)."""

    name: str
    en: str
    facet: ConceptFacet
    things: frozenset[str]
    """Words of things in it that are not all of it."""
    around: frozenset[str]
    """The names of all concepts that contain it, and its own."""
    bodies: tuple[str, ...]
    """Words in the names of bodies whose business it is."""
    each: bool
    """Whether every body has some of it in its own field."""
    own: bool
    """Whether it is mostly housekeeping."""
    broad: bool
    """Whether it is so wide that sharing it says little."""
    target: bool
    """Whether it is a place, a firm or people at whom work is aimed, and that several bodies may each see a side of."""


class Lexicon:
    """Finds words in a text: at each position the longest one, and none inside another."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = meanings
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in meanings:
            lengths[word[0]].add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._found = lru_cache(_REMEMBERED)(self._find)

    def mentions(self, text: str) -> Mentions:
        """Return the meanings of the words in a text; each clause of a long text asks about the whole of it."""
        return self._found(text)

    def _find(self, text: str) -> Mentions:
        words_by_meaning: dict[str, dict[str, None]] = {}
        at = 0
        while at < len(text):
            word = self._word_at(text, at)
            if word:
                words_by_meaning.setdefault(self._meanings[word], {})[word] = None
            at += len(word) or 1
        words_by_meaning.pop(_IGNORED, None)
        return {meaning: tuple(words) for meaning, words in words_by_meaning.items()}

    def _word_at(self, text: str, at: int) -> str:
        """Return the longest word that begins at a position, "" if none does; the taxonomies have thousands of words."""
        lengths = self._lengths.get(text[at], ())
        return next((word for n in lengths if (word := text[at : at + n]) in self._meanings), "")


@dataclass(frozen=True, eq=False)  # one is read for all, and caches know it by its identity
class Taxonomy:
    """The words of acts and of concepts, and what is known of these."""

    weak_acts: frozenset[str]
    """Names of the kinds of act (职能) that say little by themselves: 管理, 组织."""
    concepts: Mapping[str, Concept]
    act_words: Lexicon
    concept_words: Lexicon
    safety: frozenset[str]
    """Names of concepts of people's safety."""

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``outer`` contains ``inner`` or is the same concept."""
        return outer in self.concepts[inner].around

    def touches(self, left: str, right: str) -> bool:
        """Whether one concept contains the other, or is the same."""
        return right in self.touching[left]

    def is_next(self, outer: str, inner: str) -> bool:
        """Whether ``outer`` contains ``inner`` with no other concept between them."""
        around = self.concepts[inner].around - {inner, outer}
        return not any(outer in self.concepts[name].around for name in around)

    def excludes(self, left: str, right: str) -> bool:
        """Whether two concepts are different things: something contains both, and neither contains the other."""
        apart = (
            not self.contains(left, right)
            and not self.contains(right, left)
            and self._both_people(left, right)
        )
        return apart and bool(self.concepts[left].around & self.concepts[right].around)

    def _both_people(self, left: str, right: str) -> bool:
        """Whether both concepts are people, or neither is: farmers are no other thing than farming."""
        return (self.concepts[left].facet == "people") == (self.concepts[right].facet == "people")

    def is_whole(self, concept: str, words: Iterable[str]) -> bool:
        """Whether one of the words stands for the whole of a concept."""
        return not self.concepts[concept].things.issuperset(words)

    def business_of(self, names: Iterable[str]) -> frozenset[str]:
        """Return the concepts that are the business of a body with these names."""
        joined = "\n".join(names).replace(_GOVERNMENT, "")
        return frozenset(
            concept.name
            for concept in self.concepts.values()
            if any(word in joined for word in concept.bodies)
        )

    @cached_property
    def touching(self) -> Mapping[str, frozenset[str]]:
        """The names of all concepts that touch a concept, itself among them, by its name."""
        inner: dict[str, set[str]] = {name: set() for name in self.concepts}
        for name, one in self.concepts.items():
            for outer in one.around:
                inner[outer].add(name)
        return {name: one.around | inner[name] for name, one in self.concepts.items()}

    @cached_property
    def containers(self) -> frozenset[str]:
        """The names of all concepts that contain others."""
        return frozenset(outer for name, one in self.concepts.items() for outer in one.around - {name})

    @cached_property
    def fields(self) -> frozenset[str]:
        """The names of all fields (领域)."""
        return frozenset(name for name, concept in self.concepts.items() if concept.facet == "fields")


@cache
def load_taxonomy() -> Taxonomy:
    """Return the taxonomies of the data files, read once. Raises ValueError that names the file and the wrong word."""
    return taxonomy_of(read_data("functions"), read_data("objects"))


def taxonomy_of(functions: Mapping[str, Any], objects: Mapping[str, Any]) -> Taxonomy:
    """Return the taxonomies in the content of the data files. Raises ValueError that names the file and the wrong word."""
    kinds = functions["kinds"]
    act_words = {name: kind["words"] for name, kind in kinds.items()}
    return Taxonomy(
        weak_acts=frozenset(name for name, kind in kinds.items() if kind.get("weak")),
        concepts=_concepts(objects),
        act_words=_words("functions", {_IGNORED: functions["ignored"], **act_words}),
        concept_words=_words("objects", {_IGNORED: objects["ignored"], **_concept_words(objects)}),
        safety=_listed("safety", objects),
    )


def _words(file: str, words_of: Mapping[str, Iterable[str]]) -> Lexicon:
    meanings: dict[str, str] = {}
    for meaning, words in words_of.items():
        for word in words:
            if meanings.setdefault(word, meaning) != meaning:
                raise ValueError(f"{file}.yaml: {word} stands under {meanings[word]} and {meaning}")
    return Lexicon(meanings)


def _facets(objects: Mapping[str, Any]) -> Iterable[tuple[ConceptFacet, str, dict[str, Any]]]:
    facets: tuple[ConceptFacet, ...] = ("fields", "people", "matters")
    return [(facet, name, entry or {}) for facet in facets for name, entry in objects[facet].items()]


def _listed(name: str, objects: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of concepts in a list of the data file."""
    listed = frozenset(objects.get(name, ()))
    if odd := sorted(listed - {concept for _, concept, _ in _facets(objects)}):
        raise ValueError(f"objects.yaml: {name} that are no concepts: {odd}")
    return listed


def _concept_words(objects: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        name: [name, *entry.get("words", ()), *entry.get("things", ())] for _, name, entry in _facets(objects)
    }


def _concepts(objects: Mapping[str, Any]) -> dict[str, Concept]:
    within = {name: entry.get("within", ()) for _, name, entry in _facets(objects)}
    if odd := [name for _, name, entry in _facets(objects) if "en" not in entry]:
        raise ValueError(f"objects.yaml: no name in English (en): {odd}")

    def around(name: str, below: tuple[str, ...] = ()) -> frozenset[str]:
        if name not in within or name in below:
            raise ValueError(f"objects.yaml: {name} within {below} is unknown, or contains itself")
        return frozenset({name}).union(*(around(outer, (*below, name)) for outer in within[name]))

    targets = _listed("targets", objects)
    return {
        name: Concept(
            name,
            entry["en"],
            facet,
            frozenset(entry.get("things", ())),
            around(name),
            tuple(entry.get("bodies", ())),
            "each" in entry,
            entry.get("each") == "own",
            entry.get("broad", False),
            name in targets,
        )
        for facet, name, entry in _facets(objects)
    }
