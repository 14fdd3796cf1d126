"""Powers over a thing that a matter gives to one body, while another has the same power over it among its own duties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, Division, RegionTexts
from dutygraph.graph.analysis.boundaries.duplicate_division import POWERS, Claim, clearest, closeness
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

Power = tuple[str, str]
"""An act that has one holder, and the thing it is used on: punish, 城市管理. To inspect is no such act: each body inspects
from its own side, and five of the six more that it brought in real lists were wrong."""

Holders = Mapping[Power, Sequence[tuple[str, Wording, Ref]]]
"""Which body has a power, in which clause of which duty or task."""


def held_elsewhere(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield HELD_BY edges from the parts of matters to the duty or task of each other body with a power that they give.

    A body to which the matter gives that power as well is left out. What the two texts share may be no more than the
    act and the thing: that says something where the body that is given the part does not answer to it at all.
    """
    holders = _holders(region)
    for matter in region.matters:
        given = _given_powers(matter)
        for division in matter.divisions:
            for claims in _claims(division, holders, given, rarity).values():
                yield from clearest(Ref("Division", division.id), claims, "HELD_BY")


def _holders(region: RegionTexts) -> Holders:
    holders: dict[Power, list[tuple[str, Wording, Ref]]] = defaultdict(list)
    for body in sorted(region.home_bodies):
        for duty in region.duties[body]:
            for clause in duty.acting_clauses:
                for power in _powers(clause):
                    holders[power].append((body, clause, duty.ref))
    return holders


def _given_powers(matter: DeclaredMatter) -> frozenset[tuple[str, Power]]:
    """Which bodies a matter gives which powers, alone or with others."""
    return frozenset(
        (body, power)
        for division in matter.divisions
        for clause in division.clauses
        for power in _powers(clause)
        for body in division.body_ids
    )


def _claims(
    division: Division, holders: Holders, given: frozenset[tuple[str, Power]], rarity: WordRarity
) -> Mapping[str, Sequence[Claim]]:
    """Return the claims of other bodies to a part, by body."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for clause in division.acting_clauses:
        for power in _powers(clause):
            for body, duty, ref in holders.get(power, ()):
                if (body, power) not in given:
                    claims[body].append(Claim(closeness(clause, duty, rarity), clause, duty, ref))
    return claims


def _powers(clause: Wording) -> Sequence[Power]:
    """A thing that is wide (经济), or of which every body has its own (投资项目), makes no power of one holder."""
    concepts = load_taxonomy().concepts
    things = [concepts[name] for name in clause.concepts]
    narrow = sorted(thing.name for thing in things if not thing.broad and not thing.each)
    return [(act, thing) for act in sorted(clause.acts & POWERS) for thing in narrow]
