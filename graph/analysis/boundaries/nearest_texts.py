"""The texts of a body's own list that come nearest to a part that a matter gives it, to show what there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.boundaries.declared_matters import ListedDuty, RegionTexts
from dutygraph.graph.analysis.boundaries.terms import TermWeights, terms_of
from dutygraph.graph.analysis.language.wording import CONCEPT

NEAR = 0.15
"""Least share of the weight of a clause of the part in a text that is near; below it they share only the field."""
ENOUGH = 6.0
"""Least weight of the common terms: a word that few texts use, or two that more do."""
MOST = 3
"""Most texts that are shown, so that an officer reads them all."""


@dataclass(frozen=True, slots=True)
class NearText:
    """A text of the body's list that is near, and its clause that is nearest."""

    id: str
    clause: str


def nearest_texts(
    asked: Sequence[str], body: str, region: RegionTexts, weights: TermWeights
) -> list[NearText]:
    """Return the nearest texts of a body (id) to the clauses ``asked``, the nearest first; [] when none is near."""
    found: list[tuple[float, str, str]] = []
    for listed in (*region.duties.get(body, ()), *region.others.get(body, ())):
        share, clause = max(_shares(asked, listed, weights), default=(0.0, ""))
        if share >= NEAR:
            found.append((share, listed.ref.id, clause))
    best = sorted(found, key=lambda near: (-near[0], near[1]))[:MOST]
    return [NearText(id_, clause) for _, id_, clause in best]


def _shares(asked: Sequence[str], listed: ListedDuty, weights: TermWeights) -> list[tuple[float, str]]:
    """Return each clause of a text with the share of a clause that is asked for; longer texts share more by chance."""
    clauses = [clause.text for clause in listed.clauses] or [listed.text]
    shares = []
    for clause in clauses:
        own = terms_of(clause)
        for wanted in map(terms_of, asked):
            shared = _weight(wanted & own, weights)
            if shared >= ENOUGH:
                likeness = shared / _weight(wanted | own, weights)
                shares.append(((shared / _weight(wanted, weights) + likeness) / 2, clause))
    return shares


def _weight(terms: frozenset[str], weights: TermWeights) -> float:
    """Return the weight of terms; a thing (#) has as much as the words of its name (``CONCEPT`` bigrams)."""
    return weights.sum(terms) + (CONCEPT - 1) * weights.sum(term for term in terms if term.startswith("#"))
