"""Work in one matter that each of two lists gives to another body, beside what else it gives it."""

from collections.abc import Iterator, Sequence, Set
from itertools import product

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, Division
from dutygraph.graph.analysis.boundaries.lawful_splits import lawfully_split
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.language.own_acts import limits_differ
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

_WHOLE = 0.9
"""Least share of a clause, the name of the matter apart, in the other one: 火灾扑救的组织指挥 stands whole in 森林火灾预防、
火灾扑救的组织指挥."""

_MUCH = 20.0
"""Least weight of what two clauses share: about four words that few texts use, so that 监督检查 alone is no quarrel."""

_KEPT = 0.6
"""Least share of that work in another part, so that the list leaves it to the first body as well."""


def claimed_by_both(
    left: DeclaredMatter, right: DeclaredMatter, rarity: WordRarity, listed: Set[str]
) -> Iterator[Edge]:
    """Yield a GIVEN_ELSEWHERE edge from a division to one of other bodies when a clause of the one holds one of the other.

    It has the share that is held as ``likeness`` (0 to 1) and the text of the first clause. All bodies have lists
    (``listed``, by id), and neither list gives that work to the body that has it in the other.
    """
    for one, other in product(left.divisions, right.divisions):
        bodies = one.body_ids | other.body_ids
        if one.body_ids and other.body_ids and not one.body_ids & other.body_ids and bodies <= listed:
            ours, theirs = _own(right, one.body_ids), _own(left, other.body_ids)
            held = (
                (_held(a, b, rarity), clause.text)
                for (clause, a), (second, b) in product(
                    _clauses(one, left, right), _clauses(other, right, left)
                )
                if not (limits_differ(clause, second) or lawfully_split(clause.text, second.text))
                if not _kept(a.without(a.without(b)), [*ours, *theirs], rarity)
            )
            share, text = max(held, default=(0.0, ""))
            if share >= _WHOLE:
                ends = Ref("Division", one.id), Ref("Division", other.id)
                yield Edge("GIVEN_ELSEWHERE", *ends, {"likeness": share, "one": text})


def _clauses(
    division: Division, matter: DeclaredMatter, other: DeclaredMatter
) -> Iterator[tuple[Wording, Wording]]:
    """Yield the clauses in which the bodies act by themselves, each whole and without the names of the matter."""
    for clause in division.acting_clauses:
        yield clause, clause.without(matter.title).without(other.title)


def _own(matter: DeclaredMatter, bodies: Set[str]) -> Sequence[Wording]:
    return [division.wording for division in matter.divisions if division.body_ids & bodies]


def _held(one: Wording, other: Wording, rarity: WordRarity) -> float:
    """Return how much of one clause the other holds, whichever way it is more, from 0 to 1; 0 where that is little."""
    if rarity.shared(one, other) < _MUCH:
        return 0.0
    return max(rarity.covered(one, other), rarity.covered(other, one))


def _kept(work: Wording, parts: Sequence[Wording], rarity: WordRarity) -> bool:
    return any(rarity.covered(work, part) >= _KEPT for part in parts)
