"""The texts of a body's own list that come nearest to a part that a matter gives it, to show what there is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dutygraph.graph.analysis.boundaries.declared_matters import (
    DeclaredMatter,
    Division,
    ListedDuty,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.terms import TermWeights, outer_terms, terms_of
from dutygraph.graph.analysis.language.own_acts import strong_acts
from dutygraph.graph.analysis.language.wording import CONCEPT, Wording
from dutygraph.graph.model import Ref

NEAR = 0.15
"""Least share of the weight of a clause of the part in a text that is near; below it they share only the field."""
ENOUGH = 6.0
"""Least weight of the common terms: a word that few texts use, or two that more do."""
MOST = 3
"""Most texts that are shown, so that an officer reads them all."""
_LONGEST = 300
"""So many characters of a text are compared as a whole; a long regime shares words with everything."""
_ELSEWHERE = 0.7
"""Factor on the rank of a service, a regime or a part of another matter: a duty says more of what the body has to do."""
_SAME_ACT = 1.2
"""Factor on the rank of a clause that does the same: who inspects one thing is nearer than who plans for it."""
_OWN_CONDUCT = re.compile("裁量|规范.{0,8}(?:处罚|执法|办案|案件)")
"""Titles of regimes on how the body itself decides, in any matter: they are near to none."""


@dataclass(frozen=True, slots=True)
class NearText:
    """A text of the body's list that is near, and what is quoted of it: its nearest clause, or its title."""

    id: str
    quoted: str


def nearest_texts(
    division: Division, matter: DeclaredMatter, body: str, region: RegionTexts, weights: TermWeights
) -> list[NearText]:
    """Return the texts of a body (id) that are nearest to a part of a matter, the nearest first; [] when none is near.

    Every section of its list is looked through. One of two texts that share a clause with the part equally is nearer when it
    shares more of the other clauses and of the matter's name.
    """
    asked = division.clauses or [matter.title]
    whole = terms_of(matter.name).union(*(terms_of(clause.text) for clause in asked))
    found: list[tuple[float, str, str]] = []
    for listed, factor in _listed(matter, body, region):
        share, clause = max(_shares(asked, listed, weights), default=(0.0, ""))
        if share and not _OWN_CONDUCT.search(listed.title):
            around = _weight(whole & terms_of(listed.text[:_LONGEST]), weights) / _weight(whole, weights)
            found.append((factor * (share + around) / 2, listed.ref.id, listed.title or clause))
    best = sorted(found, key=lambda near: (-near[0], near[1]))[:MOST]
    return [NearText(id_, quoted) for _, id_, quoted in best]


def searched_texts(matter: DeclaredMatter, body: str, region: RegionTexts) -> int:
    """Return how many texts of a body (id) are looked through for a part of a matter."""
    return sum(1 for _ in _listed(matter, body, region))


def _listed(matter: DeclaredMatter, body: str, region: RegionTexts) -> Iterator[tuple[ListedDuty, float]]:
    """Yield the texts of a body's list with their factors, among them its own parts in other matters that it declares."""
    for duty in region.duties.get(body, ()):
        yield duty, 1.0
    for other in region.others.get(body, ()):
        yield other, _ELSEWHERE
    for declared in region.matters:
        if declared.declarer == body and declared.id != matter.id:
            for division in declared.divisions:
                if body in division.body_ids:
                    yield ListedDuty(Ref("Division", division.id), division.text), _ELSEWHERE


def _shares(asked: Sequence[Wording], listed: ListedDuty, weights: TermWeights) -> list[tuple[float, str]]:
    """Return each clause that is near with its share of a clause that is asked for; longer texts share more by chance."""
    shares = []
    for clause, wanted in product(listed.clauses or [listed.wording], asked):
        shared = _weight(_common(wanted.text, clause.text), weights)
        if shared < ENOUGH:
            continue
        terms, own = terms_of(wanted.text), terms_of(clause.text)
        share = (shared / _weight(terms, weights) + shared / _weight(terms | own, weights)) / 2
        if share >= NEAR:
            same_act = strong_acts(wanted.acts & clause.acts)
            shares.append((share * (_SAME_ACT if same_act else 1.0), clause.text))
    return shares


def _common(one: str, other: str) -> frozenset[str]:
    """Return the terms of two texts; none when they are only about two things within one that neither names (医疗保障)."""
    common = terms_of(one) & terms_of(other)
    return common if common - (outer_terms(one) & outer_terms(other)) else frozenset()


def _weight(terms: frozenset[str], weights: TermWeights) -> float:
    """Return the weight of terms; a thing (#) has as much as the words of its name (``CONCEPT`` bigrams)."""
    return weights.sum(terms) + (CONCEPT - 1) * weights.sum(term for term in terms if term.startswith("#"))
