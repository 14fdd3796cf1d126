"""Parts of one matter that two lists give to different bodies, as where each list gives either body the other's part."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product
from math import fsum

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, Division
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

_ALIKE = 0.15
"""Least likeness of one part in two lists, the name of the matter apart. Two offices word one part differently (0.2 to 0.5
in real lists); parts of different bodies have less than 0.15 as a rule and 0.21 at most."""

_ENOUGH = 0.4
"""Least likeness of all that has changed hands: one part in nearly the same words, or two in other words."""

_SAME = 0.6
"""Least likeness of a part that is the same text, so that it has changed hands although one list leaves a body out."""

_WHOLE = 0.95
"""Least share of a part in another one that holds the whole of it, beside more."""

_MUCH = 30.0
"""Least weight of a part that is held whole: about five words that few texts use."""

_HALF = 0.5
"""Least share of a clause in a part that says it too."""

_FARTHER = 2.0
"""How many times less alike the parts of each body by itself must be; in real lists they are the more alike ones."""


@dataclass(frozen=True, slots=True)
class _Part:
    row: Division
    work: Wording
    """What it is about beyond the names of the matter."""


def given_elsewhere(
    left: DeclaredMatter, right: DeclaredMatter, rarity: WordRarity, listed: Set[str]
) -> Iterator[Edge]:
    """Yield a GIVEN_ELSEWHERE edge from a division to one of other bodies that is the same work.

    It has a ``likeness`` (0 to 1) and ``one``, what of the first has changed hands. The lists declare one matter. Both
    bodies are parties in both of them, and neither has in the one list what it has in the other. A list that leaves one out
    tells nothing of its part, unless the text is the same and both have lists (``listed``, by id): else the one has taken
    the place of the other.
    """
    ours, theirs = _parts(left, right), _parts(right, left)
    edges, changed = [], []
    for one, other in product(ours, theirs):
        likeness = _likeness(one, other, rarity)
        if likeness >= _ALIKE and not one.row.body_ids & other.row.body_ids:
            unknown = 0.0 if likeness >= _SAME and one.row.body_ids | other.row.body_ids <= listed else 1.0
            kept = [_kept(one, theirs, rarity, unknown), _kept(other, ours, rarity, unknown)]
            if all(share * _FARTHER <= likeness for share in kept):
                ends = Ref("Division", one.row.id), Ref("Division", other.row.id)
                moved = _moved(one, other, theirs, rarity)
                edges.append(Edge("GIVEN_ELSEWHERE", *ends, {"likeness": likeness, "one": moved}))
                changed.append(likeness)
    if fsum(changed) >= _ENOUGH:
        yield from edges


def _parts(matter: DeclaredMatter, other: DeclaredMatter) -> list[_Part]:
    """Return the divisions that name their bodies, and what they are about beyond the names of the matter."""
    return [
        _Part(row, row.wording.without(matter.title).without(other.title))
        for row in matter.divisions
        if row.body_ids
    ]


def _likeness(one: _Part, other: _Part, rarity: WordRarity) -> float:
    """Return how alike two parts are, from 0 to 1; one that the other holds whole has nearly 1."""
    held = max(rarity.covered(one.work, other.work), rarity.covered(other.work, one.work))
    if held >= _WHOLE and rarity.shared(one.work, other.work) >= _MUCH:
        return held
    return rarity.likeness(one.work, other.work)


def _kept(part: _Part, others: Sequence[_Part], rarity: WordRarity, unknown: float) -> float:
    """Return how much of a part its bodies have in the other list, from 0 to 1; ``unknown`` where they have none."""
    same = [
        rarity.likeness(part.work, other.work) for other in others if part.row.body_ids & other.row.body_ids
    ]
    return max(same, default=unknown)


def _moved(one: _Part, other: _Part, others: Sequence[_Part], rarity: WordRarity) -> str:
    """Return what of a part its other bodies are given: clauses that its own do not have there as well, else all."""
    kept = [part for part in others if part.row.body_ids & one.row.body_ids]
    moved = [
        clause.text
        for clause in one.row.clauses
        if rarity.covered(clause, other.row.wording) >= _HALF
        and not any(rarity.covered(clause, part.row.wording) >= _HALF for part in kept)
    ]
    return "，".join(moved) if 0 < len(moved) < len(one.row.clauses) else one.row.text
