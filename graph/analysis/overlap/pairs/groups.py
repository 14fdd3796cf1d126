"""Grouping pairs of claims into pairs of duties, and these into findings, each about one object."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.district import District
from dutygraph.graph.analysis.overlap.pairs.score import Score
from dutygraph.graph.model import Ref

CERTAIN = 0.5
"""Least score of an overlap: even odds by the labels that the score is fitted to. Below it stands what is possible."""
AGAIN = 0.96
"""Factor on the score for each stronger pair between the same two bodies about the same object."""
AGAIN_DUTY = 0.98
"""Factor on the score for each stronger pair of one of its duties about the same object."""
NEARLY = 0.85
"""Least ratio of its score to that of the strongest pair for pairs that bring one more body into a finding."""
MEMBER = 0.25
"""Least score of a pair that is told beside a stronger one of its finding."""
MOST_BODIES = 4
MOST_PAIRS = 12
"""Greatest numbers of bodies and pairs in a finding, so that it stays readable."""


@dataclass(frozen=True, slots=True)
class DutyPair:
    """Two duties that overlap, with the claims of the highest score."""

    left: Claim
    right: Claim
    score: Score
    again: float
    """What stronger pairs about the same take off the score: 0 or less."""

    @property
    def value(self) -> float:
        """The score, from 0 to 1."""
        return max(0.0, min(1.0, self.score.value + self.again))

    @property
    def certain(self) -> bool:
        """Whether it counts as an overlap; else it may be one, and somebody has to look."""
        return self.value >= CERTAIN and self.score.doubt is None and self.score.proven

    @property
    def parts(self) -> dict[str, float]:
        """The parts that the score is the sum of."""
        return {**self.score.parts, **({"again": self.again} if self.again else {})}

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """Both claims."""
        return self.left, self.right

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of the two bodies."""
        return frozenset(claim.statement.body for claim in self.claims)

    @property
    def duties(self) -> tuple[str, str]:
        """The ids of the two duties."""
        return self.left.statement.duty, self.right.statement.duty

    @property
    def object(self) -> str:
        """The narrower concept of those that both share; empty when only the wording is the same."""
        return self.score.shared[0].inner if self.score.shared else ""

    @property
    def topic(self) -> str:
        """The wider concept of those that both share; empty when only the wording is the same."""
        return self.score.shared[0].concept if self.score.shared else ""


@dataclass(slots=True)
class OverlapGroup:
    """Pairs that make one finding, the strongest first."""

    pairs: list[DutyPair] = field(default_factory=list)

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of all its bodies."""
        return frozenset().union(*(pair.bodies for pair in self.pairs))

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same when other pairs of its first two bodies lead: the object and these bodies."""
        first = self.pairs[0]
        told = (first.object, *sorted(first.bodies if first.object else first.duties))
        return told if first.certain else ("possible", *told)

    def holds(self, pair: DutyPair) -> bool:
        """Whether both bodies of a pair are in this finding already."""
        return pair.bodies <= self.bodies

    def reaches(self, pair: DutyPair, meeting: Mapping[tuple[str, frozenset[str]], float]) -> bool:
        """Whether a pair brings one more body that meets all bodies of this finding nearly as plainly as the first two.

        ``meeting`` has the score of the strongest pair of each two bodies about each object.
        """
        bodies = self.bodies | pair.bodies
        least = NEARLY * self.pairs[0].value
        return (
            bool(pair.bodies & self.bodies)
            and len(bodies) <= MOST_BODIES
            and all(
                meeting.get((pair.object, frozenset(two)), 0.0) >= least for two in combinations(bodies, 2)
            )
        )


def duty_pairs(district: District, scored: Iterable[tuple[tuple[int, int], Score]]) -> list[DutyPair]:
    """Return the pairs of duties, for each object the one of the highest score; these in descending order of score.

    Two statements are told once, by what they share most. A pair counts less when stronger pairs show the same.
    """
    best: dict[Hashable, tuple[float, tuple[int, int], DutyPair]] = {}
    told: set[frozenset[Ref]] = set()
    for numbers, score in sorted(
        scored, key=lambda found: (found[1].doubt is not None, -found[1].value, found[0])
    ):
        left, right = (district.claims[number] for number in numbers)
        pair = DutyPair(left, right, score, 0.0)
        statements = frozenset((left.statement.ref, right.statement.ref))
        if statements not in told:
            told.add(statements)
            best.setdefault((frozenset(pair.duties), pair.object), (score.value, numbers, pair))
    reported: Counter[Hashable] = Counter()
    pairs = []
    for value, _, pair in sorted(best.values(), key=lambda found: (-found[0], found[1])):
        about = pair.topic or pair.duties
        duties = [(about, duty) for duty in pair.duties]
        before = AGAIN ** reported[about, pair.bodies] * AGAIN_DUTY ** sum(reported[duty] for duty in duties)
        reported.update([(about, pair.bodies), *duties])
        pairs.append(replace(pair, again=(before - 1) * value))
    return sorted(pairs, key=lambda pair: -pair.value)


def groups(pairs: Iterable[DutyPair]) -> list[OverlapGroup]:
    """Group pairs, which come in descending order of score, into findings: those of one object whose bodies all meet.

    What is only possible makes findings of its own, and so does each pair that shares no object. What a full finding would
    tell once more is left out.
    """
    pairs = list(pairs)
    meeting: dict[tuple[str, frozenset[str]], float] = {}
    for pair in pairs:
        meeting.setdefault((pair.object, pair.bodies), pair.value)
    findings: list[OverlapGroup] = []
    by_object: dict[Hashable, list[OverlapGroup]] = defaultdict(list)
    for pair in pairs:
        among = by_object[pair.certain, pair.object or pair.duties]
        group = next((one for one in among if one.holds(pair)), None) or next(
            (one for one in among if one.reaches(pair, meeting)), None
        )
        if group is None:
            group = OverlapGroup()
            among.append(group)
            findings.append(group)
        if not group.pairs or (pair.value >= MEMBER and len(group.pairs) < MOST_PAIRS):
            group.pairs.append(pair)
    return findings
