"""An index of the matters that the lists of a region declare: which of them have words in common with a text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, RegionTexts
from dutygraph.graph.analysis.boundaries.named_bodies import bodies_by_field, named_in
from dutygraph.graph.analysis.boundaries.open_parties import can_be_meant, is_open_party, stages_of
from dutygraph.graph.analysis.boundaries.terms import TermWeights, terms_of, thing_terms
from dutygraph.graph.analysis.language.stages import Stage
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import wording_of

Dispute = tuple[str, str, str]
"""A matter (id), and two bodies (ids) of which lists disagree whose a part of it is, or who leads."""


@dataclass(frozen=True)
class IndexedText:
    """A text with the weight of what it has in common with each name and each part (by their numbers)."""

    text: str
    terms: frozenset[str]
    size: float
    named: Mapping[int, float]
    given: Mapping[int, float]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts that it is about, with those around them."""
        around = load_taxonomy().concepts
        return frozenset(
            name for concept in wording_of(self.text).concepts for name in around[concept].around
        )


@dataclass(frozen=True, slots=True)
class IndexedMatter:
    """A matter: id, name, declarer, the numbers of the parts of each body (ids) and of those for whoever is concerned."""

    id: str
    name: str
    declarer: str
    own: Mapping[str, tuple[int, ...]]
    others: tuple[int, ...]
    others_stages: frozenset[Stage]
    """The stages of the parts for whoever is concerned."""
    named: frozenset[str]
    """The bodies (ids) that its parts or its cases name."""

    def parts_of(self, body: str) -> tuple[int, ...]:
        """Return the parts of a body; the common ones (其他有关部门) are for those that have none of their own."""
        return self.own.get(body, self.others)

    def means(self, body: str, text: str) -> bool:
        """Whether a body with such a text has a part, by its name or as one of those who are concerned."""
        return body in self.own or (bool(self.others) and can_be_meant(body, text, self.others_stages))


class DeclaredBoundaries:
    """The matters that the lists of a region declare, ready to be searched."""

    def __init__(self, region: RegionTexts, lists: int, disputes: Collection[Dispute] = ()) -> None:
        self.lists = lists
        """The number of lists in which they are declared or not."""
        self.disputes = frozenset(disputes)
        self._weights = term_weights(region)
        self._texts: dict[str, IndexedText] = {}
        parts: list[frozenset[str]] = []
        known = bodies_by_field(region.names)
        self.matters = [_indexed(matter, parts, known) for matter in region.matters]
        self.numbers = {matter.id: number for number, matter in enumerate(self.matters)}
        """The numbers of the matters by their ids."""
        self.names = names = [terms_of(matter.name) for matter in region.matters]
        self.things = [name & thing_terms("things") for name in names]
        self.concepts = [matter.title.concepts for matter in region.matters]
        self.wide = [name & thing_terms("wide") for name in names]
        """The things in the name of each matter by its number, those that are wide (财政性资金) apart."""
        self._names = _Postings(names, self._weights)
        self._parts = _Postings(parts, self._weights)
        self.name_sizes, self.part_sizes = self._names.sizes, self._parts.sizes
        self.matter_of = {
            part: number
            for number, matter in enumerate(self.matters)
            for part in chain(*matter.own.values(), matter.others)
        }

    def text(self, text: str) -> IndexedText:
        """Return a text with what it has in common with the matters."""
        if text not in self._texts:
            self._texts[text] = self.of_terms(terms_of(text), text)
        return self._texts[text]

    def is_about_thing_in(self, number: int, text: IndexedText) -> bool:
        """Whether a text names the things that the name of a matter (by its number) is about, by whatever words.

        Where it has none of these, its concepts count; what every body has some of (安全生产) only beside nothing else.
        """
        concepts = [load_taxonomy().concepts[name] for name in self.concepts[number]]
        told = [one for one in concepts if not one.broad]
        own = [one for one in told if not one.each]
        about = self.things[number] or frozenset(f"#{one.name}" for one in own or told)
        return bool(about) and about <= text.terms

    def of_terms(self, terms: frozenset[str], text: str = "") -> IndexedText:
        """Return the terms of a text, or those that two texts share, with what they have in common with the matters."""
        ordered = sorted(terms)
        size = self._weights.sum(ordered)
        return IndexedText(text, terms, size, self._names.shared(ordered), self._parts.shared(ordered))


class _Postings:
    """Texts by their terms; ``sizes`` are their whole weights."""

    def __init__(self, texts: Sequence[frozenset[str]], weights: TermWeights) -> None:
        self._weights = weights
        self._by_term: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(texts):
            for term in terms:
                self._by_term[term].append(number)
        self.sizes = [weights.sum(terms) or 1.0 for terms in texts]

    def shared(self, terms: Iterable[str]) -> dict[int, float]:
        """Return the weight that each text has in common with terms, which have an order so that sums are the same."""
        found: dict[int, float] = defaultdict(float)
        for term in terms:
            weight = self._weights.of(term)
            for number in self._by_term.get(term, ()):
                found[number] += weight
        return found


def term_weights(region: RegionTexts) -> TermWeights:
    """Return the weights of terms among a region's matters, parts, duties and tasks."""
    names = [matter.name for matter in region.matters]
    parts = [part.text for matter in region.matters for part in matter.divisions]
    duties = [duty.text for texts in region.duties.values() for duty in texts]
    return TermWeights([terms_of(text) for text in (*names, *parts, *duties)])


def _indexed(matter: DeclaredMatter, parts: list[frozenset[str]], known: Mapping[str, str]) -> IndexedMatter:
    """Return a matter whose parts, clause by clause, are put at the end of ``parts``."""
    own: dict[str, list[int]] = defaultdict(list)
    others: list[int] = []
    stages: set[Stage] = set()
    for division in matter.divisions:
        if not (division.body_ids or all(is_open_party(body.printed) for body in division.bodies)):
            continue
        first = len(parts)
        parts += [terms_of(clause.text) for clause in division.clauses or [matter.title]]
        numbers = range(first, len(parts))
        for body in division.body_ids:
            own[body] += numbers
        if not division.body_ids:
            others += numbers
            stages |= stages_of(division.text)
    named = {body: tuple(some) for body, some in own.items()}
    told = frozenset(
        body for row in matter.divisions for text in (row.text, row.case) for body in named_in(text, known)
    )
    return IndexedMatter(
        matter.id, matter.name, matter.declarer, named, tuple(others), frozenset(stages), told
    )
