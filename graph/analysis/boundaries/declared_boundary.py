"""Whether the lists of a region declare a boundary between two bodies that act on one thing."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from dutygraph.graph.analysis.boundaries.declared_matters import RegionTexts, read_region
from dutygraph.graph.analysis.boundaries.matter_index import (
    DeclaredBoundaries,
    Dispute,
    IndexedMatter,
    IndexedText,
)
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

NAMED = 0.3
"""Least share of the weight of a matter's name in both texts when the matter is about what they share."""
PLAIN = 0.5
"""Least share of it in one of the two: 饭店安全监管 has 安全 (0.3) in common with every text on safety."""
FITS = 0.12
"""Least closeness (0 to 1) of a text and the part of its body. 专项资金分配 may be the name of a matter whose parts are
about rural energy only."""
GIVEN = 0.45
"""Least share of both texts in the parts of their bodies when the name of the matter says little about them."""
TOUCHED = 0.3
"""Least share of the name of a matter that is near in what the two texts share. A narrower matter (校车安全 for texts on
安全生产) has less."""
MENTIONED = 0.15
"""Least share of the name in one of the texts where only the part of one body speaks of what they share."""
SPOKEN_OF = 0.5
"""Least share of what the texts share in a part of either body in a matter of another name."""
REPEATED = 0.75
"""Least share of a text in the part of its body when that part is the text itself in other words."""
SAID = 13.0
"""Least weight of what the texts share in a part of either body when the matter, whatever its name, divides it."""
TITLED = 0.6
"""Least share of the name in what the texts share when the matter gives a body no part: 养老机构食品安全 is no boundary for
what two others do about 养老机构."""
SPECIFIC = 20.0
"""Least weight of the part of the name in what the texts share when it is enough by itself (农村危房改造)."""
ITSELF = 0.6
"""Least share of the name in a text that is about the matter itself, whatever the other text shares with it."""
ENOUGH = 7.0
"""Least weight of common terms: a concept that few texts mention, or two words."""
NEAREST = 3
"""Most matters that an answer shows, so that an officer reads them all."""


@dataclass(frozen=True, slots=True)
class BoundaryAnswer:
    """Whether a boundary is declared, and the ids of the matters, the best first.

    ``declared``: a matter about what both texts share gives both bodies a part that fits. ``perhaps``: a matter is near, but
    nothing tells that it settles the two texts. ``none``: no matter of any list is near.
    """

    answer: Literal["declared", "perhaps", "none"]
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMatters:
    """The ids of the matters that are near two texts, the best first: those that settle them, and those that may."""

    settling: tuple[str, ...]
    touching: tuple[str, ...]
    certain: frozenset[str]
    """Those of the latter that are shown whatever a finding calls its thing."""

    def answer(self, fits: Callable[[str], bool] = lambda _: True) -> BoundaryAnswer:
        """Return the answer; ``fits`` tells of a matter (id) that only may settle the texts whether it is shown."""
        if self.settling:
            return BoundaryAnswer("declared", self.settling[:NEAREST])
        shown = tuple(id_ for id_ in self.touching if id_ in self.certain or fits(id_))[:NEAREST]
        return BoundaryAnswer("perhaps" if shown else "none", shown)


def declared_boundaries(store: GraphStore, code: str) -> DeclaredBoundaries:
    """Read the declared matters of a region; ``code`` is the region's."""
    return DeclaredBoundaries(*declared_texts(store, code))


def declared_texts(store: GraphStore, code: str) -> tuple[RegionTexts, int, list[Dispute]]:
    """Read what ``DeclaredBoundaries`` are made of."""
    [searched] = store.read(cypher("boundary_lists"), {"region": code})
    disputes = store.read(cypher("boundary_disputes"), {"region": code})
    between = [(row["matter"], row["one"], row["other"]) for row in disputes]
    return read_region(store, code), searched["lists"], between


def boundary_between(
    left: str, right: str, left_body: str, right_body: str, matters: DeclaredBoundaries
) -> BoundaryAnswer:
    """Return whether a boundary is declared between two bodies (ids) in what two clauses of theirs are both about."""
    return near_matters(left, right, left_body, right_body, matters).answer()


def near_matters(
    left: str, right: str, left_body: str, right_body: str, matters: DeclaredBoundaries
) -> NearMatters:
    """Return the matters that are near two clauses of two bodies (ids) in what both are about."""
    sides = ((left_body, matters.text(left)), (right_body, matters.text(right)))
    shared = matters.of_terms(sides[0][1].terms & sides[1][1].terms)
    near = [
        _Nearness(number, sides, shared, matters) for number in sorted(_candidates(sides, shared, matters))
    ]
    near = sorted(
        (one for one in near if one.settles or one.touches), key=lambda one: (-one.value, one.matter.id)
    )
    return NearMatters(
        tuple(one.matter.id for one in near if one.settles and not one.is_disputed),
        tuple(one.matter.id for one in near if not one.settles or one.is_disputed),
        frozenset(one.matter.id for one in near if one.settles or one.shares_out),
    )


Side = tuple[str, IndexedText]
"""A body (id) and its text."""


def _candidates(sides: tuple[Side, Side], shared: IndexedText, matters: DeclaredBoundaries) -> set[int]:
    """Return the numbers of the matters that speak of what both texts share, or whose name is mostly in one of them."""
    plain = {
        number
        for _, text in sides
        for number, weight in text.named.items()
        if weight >= PLAIN * matters.name_sizes[number]
    }
    return {*shared.named, *(matters.matter_of[part] for part in shared.given), *plain}


class _Nearness:
    """How near a matter is to two texts and to what they share."""

    def __init__(
        self, number: int, sides: tuple[Side, Side], shared: IndexedText, matters: DeclaredBoundaries
    ) -> None:
        self.matter: IndexedMatter = matters.matters[number]
        name = matters.name_sizes[number]
        texts = [text for _, text in sides]
        self._parts = [self.matter.parts_of(body) for body, _ in sides]
        self._named = [text.named.get(number, 0.0) / name for text in texts]
        self._weight = max(text.named.get(number, 0.0) for text in texts)
        self._common = shared.named.get(number, 0.0)
        self._about = self._common / name
        self._size = shared.size
        self._same_thing = bool(shared.terms & matters.things[number])
        self._same_concept = any(term.startswith("#") for term in shared.terms & matters.names[number])
        self._names_thing_of = [matters.is_about_thing_in(number, text) for text in texts]
        mentioned = frozenset[str]().union(*(text.concepts for text in texts))
        about = matters.concepts[number]
        self._of_another_thing = bool(about) and not about & mentioned
        self._in_wide_thing = bool(shared.terms & matters.wide[number])
        self._given = [_most(parts, text) for parts, text in zip(self._parts, texts, strict=True)]
        self._spoken = [_most(parts, shared) for parts in self._parts]
        self._fit = max(
            (
                text.given.get(part, 0.0) * (1 / (text.size or 1) + 1 / matters.part_sizes[part]) / 2
                for parts, text in zip(self._parts, texts, strict=True)
                for part in parts
            ),
            default=0.0,
        )
        self._a_body_is_named = any(body in self.matter.own for body, _ in sides)
        self._both_named = all(body in self.matter.own for body, _ in sides)
        self._pairs = list(permutations(body for body, _ in sides))
        self._disputes = matters.disputes
        self._both_meant = all(self.matter.means(body, text.text) for body, text in sides)
        by_declarer = [sides[1 - at][0] == self.matter.declarer for at in range(2)]
        self._given_by_declarer = max(
            spoken * declared for spoken, declared in zip(self._spoken, by_declarer, strict=True)
        )
        """The share of what the texts share in a part that one of the bodies, declaring the matter, gives the other."""

    @property
    def is_disputed(self) -> bool:
        """Whether lists disagree which of the two bodies has a part of the matter, or leads it."""
        return any((self.matter.id, *pair) in self._disputes for pair in self._pairs)

    @property
    def _other_is_named(self) -> bool:
        """Whether the matter of one body names the other, though it is no party."""
        return any(
            one in (self.matter.declarer, *self.matter.own) and other in self.matter.named
            for one, other in self._pairs
        )

    @property
    def settles(self) -> bool:
        """Whether the matter is about what both texts share and gives each body a part, one of them by name."""
        if not (self._both_meant and self._a_body_is_named):
            return False
        return self._is_about or self._is_given or min(self._spoken) * self._size >= SAID

    @property
    def _is_about(self) -> bool:
        """Whether the name of the matter is in both texts, and a part fits."""
        named = min(self._named) >= NAMED and max(self._named) >= PLAIN
        return bool(self._common) and named and self._fit >= FITS

    @property
    def _is_given(self) -> bool:
        """Whether the texts are parts of named bodies in other words."""
        if not self._both_named:
            return False
        whole = bool(self._common) and min(self._given) >= GIVEN and max(self._named) >= TOUCHED
        half = max(self._given) >= GIVEN and max(self._named) >= PLAIN and min(self._spoken) >= MENTIONED
        return whole or (half and self._size >= ENOUGH)

    @property
    def touches(self) -> bool:
        """Whether an officer should look at the matter before saying that there is no boundary."""
        if all(self._parts):
            return self._touches_both
        if self._other_is_named and self._common and max(self._named) >= PLAIN:
            return True
        by_name = self._common >= SPECIFIC or (self._about >= TITLED and self._common >= ENOUGH)
        by_thing = self._same_thing and self._a_body_is_named and not self._of_another_thing
        return by_name or by_thing or self._given_by_declarer * self._size >= ENOUGH

    @property
    def shares_out(self) -> bool:
        """Whether it gives both bodies a part of a thing that both texts name, or that one names and both parts speak of.

        The other text may call the thing by a narrower word (挂面 where the matter is about 粮食).
        """
        if not (self._both_meant and self._a_body_is_named) or self._size < ENOUGH:
            return False
        if all(self._names_thing_of):
            return self._both_named
        return any(self._names_thing_of) and min(self._spoken) >= MENTIONED

    @property
    def _touches_both(self) -> bool:
        """Whether the matter is near two bodies that it gives a part each."""
        if self.shares_out:
            return True
        by_name = self._about >= TOUCHED or self._in_wide_thing
        if not self._a_body_is_named:
            return by_name
        spoken = max(self._spoken) if max(self._named) >= MENTIONED else min(self._spoken)
        by_part = self._size >= ENOUGH and spoken >= SPOKEN_OF
        repeated = bool(self._common) and any(
            given >= REPEATED and spoken >= SPOKEN_OF
            for given, spoken in zip(self._given, self._spoken, strict=True)
        )
        return by_name or self._same_thing or by_part or repeated or self._is_named_in_one

    @property
    def _is_named_in_one(self) -> bool:
        """Whether one text is about the matter, and the other is about a part of it."""
        itself = self._both_named and max(self._named) >= ITSELF and self._weight >= 2 * ENOUGH
        plain = max(self._named) >= PLAIN and self._weight >= ENOUGH and max(self._spoken) >= REPEATED
        answered = self._both_named and max(self._given) >= GIVEN and min(self._spoken) >= SPOKEN_OF
        return itself or (self._same_concept and (plain or answered))

    @property
    def value(self) -> float:
        """A number that ranks matters."""
        return sum(self._named) + sum(self._given) + self._about + max(self._spoken)


def _most(parts: tuple[int, ...], text: IndexedText) -> float:
    """Return the greatest share of a text in one of some parts, from 0 to 1."""
    return max((text.given.get(part, 0.0) / (text.size or 1) for part in parts), default=0.0)
