"""What stands between every two bodies: overlaps, all findings, and matters that draw a boundary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.read.selection import Entry

BodyPair = frozenset[str]
"""The ids of two bodies."""


@dataclass(frozen=True, slots=True)
class Between:
    """How much stands between two bodies."""

    overlaps: int = 0
    """Overlaps and duplications, however grave, as the classes of the findings count them."""
    findings: int = 0
    declared: int = 0
    """Shared matters in which both have a part."""


def between_bodies(store: GraphStore, entries: Iterable[Entry]) -> Mapping[BodyPair, Between]:
    """Return what these findings and the declared matters put between every two bodies; pairs without any are left out."""
    overlaps: Counter[BodyPair] = Counter()
    findings: Counter[BodyPair] = Counter()
    for entry in entries:
        if len(entry.department_ids) < 2:
            continue
        pairs = body_pairs(entry.department_ids)
        findings.update(pairs)
        if is_overlap(entry):
            overlaps.update(pairs)
    declared = _declared(store)
    return {pair: Between(overlaps[pair], findings[pair], declared[pair]) for pair in findings | declared}


def sharing_most(store: GraphStore, most: int) -> list[tuple[NamedBody, NamedBody, int]]:
    """Return bodies with lists that have a part in the same declared matters, and in how many: those with most first.

    No body stands in two of the pairs.
    """
    known = bodies(store)
    found, taken = list[tuple[NamedBody, NamedBody, int]](), set[str]()
    for pair, count in sorted(_declared(store).items(), key=lambda one: (-one[1], sorted(one[0]))):
        a, b = (known[id_] for id_ in sorted(pair))
        if len(found) < most and a.listed and b.listed and taken.isdisjoint(pair):
            found.append((a, b, count))
            taken |= pair
    return found


def _declared(store: GraphStore) -> Counter[BodyPair]:
    return store.cached("declared between bodies", lambda: _count_declared(store))


def _count_declared(store: GraphStore) -> Counter[BodyPair]:
    declared: Counter[BodyPair] = Counter()
    for row in store.read(cypher("matter_bodies")):
        declared.update(body_pairs(row["bodies"]))
    return declared


def is_overlap(entry: Entry) -> bool:
    """Whether a finding says that bodies do the same; ordinary interplay and possible overlaps do not."""
    return entry.class_ in ("duplication", "overlap")


def body_pairs(ids: Iterable[str]) -> list[BodyPair]:
    """Return every two of some bodies (ids), each pair once."""
    return [frozenset(pair) for pair in combinations(sorted(set(ids)), 2)]
