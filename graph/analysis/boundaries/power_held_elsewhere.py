"""Powers that a matter assigns to one body while another body has the same power in its own duties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, Division, RegionTexts
from dutygraph.graph.analysis.boundaries.duplicate_division import POWERS, ClaimedPart, clearest, closeness
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

Power = tuple[str, str]
"""An act that has one holder, and the concept that it is used on: punish, 城市管理. Inspecting is not among them: each body
inspects from its own side, and of the six findings it added in real lists five were wrong."""

Holders = Mapping[Power, Sequence[tuple[str, Wording, Ref]]]
"""The holders of each power: id of the body, clause, and node of the duty or task."""


def held_elsewhere(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield a HELD_BY edge from a division to the duty or task of each other body that has a power of the division.

    Bodies to which the matter gives that power too are left out. The two texts may share no more than the act and the
    concept, so the edge is evidence only where the body of the division does not mention the work in its own list.
    """
    holders = _holders(region)
    for matter in region.matters:
        assigned = _assigned_powers(matter)
        for division in matter.divisions:
            for claims in _claims(division, holders, assigned, rarity).values():
                yield from clearest(Ref("Division", division.id), claims, "HELD_BY")


def _holders(region: RegionTexts) -> Holders:
    holders: dict[Power, list[tuple[str, Wording, Ref]]] = defaultdict(list)
    for body in sorted(region.home_bodies):
        for duty in region.duties[body]:
            for clause in duty.acting_clauses:
                for power in _powers(clause):
                    holders[power].append((body, clause, duty.ref))
    return holders


def _assigned_powers(matter: DeclaredMatter) -> frozenset[tuple[str, Power]]:
    """Return the pairs of body (id) and power that a matter assigns."""
    return frozenset(
        (body, power)
        for division in matter.divisions
        for clause in division.clauses
        for power in _powers(clause)
        for body in division.body_ids
    )


def _claims(
    division: Division, holders: Holders, assigned: frozenset[tuple[str, Power]], rarity: WordRarity
) -> Mapping[str, Sequence[ClaimedPart]]:
    """Return the claims of other bodies to a division, by id of the body."""
    claims: dict[str, list[ClaimedPart]] = defaultdict(list)
    for clause in division.acting_clauses:
        for power in _powers(clause):
            for body, duty, ref in holders.get(power, ()):
                if (body, power) not in assigned:
                    claims[body].append(ClaimedPart(closeness(clause, duty, rarity), clause, duty, ref))
    return claims


def _powers(clause: Wording) -> Sequence[Power]:
    """Return the powers in a clause; concepts that are broad (经济) or that every body has (投资项目) are left out."""
    concepts = load_taxonomy().concepts
    things = [concepts[name] for name in clause.concepts]
    narrow = sorted(thing.name for thing in things if not thing.broad and not thing.each)
    return [(act, thing) for act in sorted(clause.acts & POWERS) for thing in narrow]
