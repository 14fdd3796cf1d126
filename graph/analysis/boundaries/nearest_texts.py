"""The texts of a body's own list that come nearest to a part that a matter gives it, to show what there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.boundaries.declared_matters import (
    DeclaredMatter,
    Division,
    ListedDuty,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.terms import TermWeights, terms_of
from dutygraph.graph.analysis.language.wording import CONCEPT
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
    asked = [terms_of(clause.text) for clause in division.clauses] or [terms_of(matter.name)]
    whole = terms_of(matter.name).union(*asked)
    found: list[tuple[float, str, str]] = []
    for listed, factor in _listed(matter, body, region):
        share, clause = max(_shares(asked, listed, weights), default=(0.0, ""))
        if share >= NEAR:
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


def _shares(
    asked: Sequence[frozenset[str]], listed: ListedDuty, weights: TermWeights
) -> list[tuple[float, str]]:
    """Return each clause of a text with the share of a clause that is asked for; longer texts share more by chance."""
    clauses = [clause.text for clause in listed.clauses] or [listed.text]
    shares = []
    for clause in clauses:
        own = terms_of(clause)
        for wanted in asked:
            shared = _weight(wanted & own, weights)
            if shared >= ENOUGH:
                likeness = shared / _weight(wanted | own, weights)
                shares.append(((shared / _weight(wanted, weights) + likeness) / 2, clause))
    return shares


def _weight(terms: frozenset[str], weights: TermWeights) -> float:
    """Return the weight of terms; a thing (#) has as much as the words of its name (``CONCEPT`` bigrams)."""
    return weights.sum(terms) + (CONCEPT - 1) * weights.sum(term for term in terms if term.startswith("#"))
