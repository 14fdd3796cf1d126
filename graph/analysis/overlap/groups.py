"""Grouping pairs of clauses into pairs of duties, and these into findings about two or more bodies."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from dutygraph.graph.analysis.overlap.district import Clause, District
from dutygraph.graph.analysis.overlap.score import Score

AGAIN = 0.96
"""Factor on the score for each stronger pair between the same two bodies about the same object."""
AGAIN_DUTY = 0.98
"""Factor on the score for each stronger pair of one of its duties about the same object."""
TOGETHER = 0.06
"""Greatest difference of the scores of two pairs in one finding."""
MOST_BODIES = 6
MOST_PAIRS = 12
"""Greatest numbers of bodies and pairs in a finding, so that it stays readable."""


@dataclass(frozen=True, slots=True)
class DutyPair:
    """Two duties that overlap, with the clauses of the highest score."""

    left: Clause
    right: Clause
    score: Score
    again: float
    """What stronger pairs about the same take off the score: 0 or less."""

    @property
    def value(self) -> float:
        """The score, from 0 to 1."""
        return max(0.0, min(1.0, self.score.value + self.again))

    @property
    def parts(self) -> dict[str, float]:
        """The parts that the score is the sum of."""
        return {**self.score.parts, **({"again": self.again} if self.again else {})}

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of the two bodies."""
        return frozenset((self.left.statement.body, self.right.statement.body))

    @property
    def duties(self) -> tuple[str, str]:
        """The ids of the two duties."""
        return self.left.statement.duty, self.right.statement.duty

    @property
    def leader(self) -> str | None:
        """The id of the body that leads the shared object region-wide."""
        leader = self.score.shared[0].leader if self.score.shared else None
        return None if leader is None else (self.left, self.right)[leader].statement.body

    @property
    def concept(self) -> str:
        """The concept of the wider clause that both share; empty when only the wording is the same."""
        return self.score.shared[0].concept if self.score.shared else ""


@dataclass(slots=True)
class OverlapGroup:
    """Pairs that make one finding, the strongest first."""

    pairs: list[DutyPair] = field(default_factory=list)

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of all its bodies."""
        return frozenset().union(*(pair.bodies for pair in self.pairs))

    def takes(self, pair: DutyPair) -> bool:
        """Whether a weaker pair about the same object still goes into this finding."""
        return (
            len(self.pairs) < MOST_PAIRS
            and len(self.bodies | pair.bodies) <= MOST_BODIES
            and self.pairs[0].value - pair.value <= TOGETHER
        )


def duty_pairs(district: District, scored: Iterable[tuple[tuple[int, int], Score]]) -> list[DutyPair]:
    """Return the pairs of duties, the highest score first; a pair counts less when stronger pairs show the same."""
    best: dict[tuple[str, str], tuple[float, tuple[int, int], Score]] = {}
    for numbers, score in scored:
        first, second = sorted(district.clauses[number].statement.duty for number in numbers)
        key = (first, second)
        if key not in best or score.value > best[key][0]:
            best[key] = (score.value, numbers, score)
    reported: Counter[Hashable] = Counter()
    pairs = []
    for _, numbers, score in sorted(best.values(), key=lambda candidate: (-candidate[0], candidate[1])):
        left, right = (district.clauses[number] for number in numbers)
        pair = DutyPair(left, right, score, 0.0)
        duties = [(pair.concept, duty) for duty in pair.duties]
        before = AGAIN ** reported[pair.concept, pair.bodies] * AGAIN_DUTY ** sum(
            reported[duty] for duty in duties
        )
        reported.update([(pair.concept, pair.bodies), *duties])
        pairs.append(DutyPair(left, right, score, (before - 1) * score.value))
    return sorted(pairs, key=lambda pair: -pair.value)


def groups(pairs: Sequence[DutyPair], kind_of: Callable[[DutyPair], Hashable]) -> list[OverlapGroup]:
    """Group pairs, which come in descending order of score, into findings.

    The pairs of a finding share the object, the kind (``kind_of``), and either the body that leads the object or both
    bodies.
    """
    findings: list[OverlapGroup] = []
    latest: dict[Hashable, OverlapGroup] = {}
    for pair in pairs:
        key = (pair.concept or pair.duties, pair.leader or pair.bodies, kind_of(pair))
        group = latest.get(key)
        if group is None or not group.takes(pair):
            group = latest[key] = OverlapGroup()
            findings.append(group)
        group.pairs.append(pair)
    return findings
