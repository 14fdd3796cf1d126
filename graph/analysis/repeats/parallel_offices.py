"""Parallel offices, each of which does the same for a field or superior of its own: no work is done twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dutygraph.graph.analysis.repeats.matches import Excerpt, RepeatGroup

_MANY = 3
"""So many offices with one task are parallel by themselves (六个股 each serve a deputy head of their own)."""
_OFTEN = 2
"""Two offices that have so many tasks in common are parallel."""
_OWN = ("分管", "所联系", "本股", "本科室", "本科", "本室")
"""Words of a task that each office does for its own."""

_Offices = tuple[str, ...]
"""A body and offices of it: offices of many bodies have one name."""


def without_parallel(groups: Sequence[RepeatGroup]) -> Iterator[RepeatGroup]:
    """Yield the groups; those of parallel offices in parts, one for each office."""
    distinct = {frozenset(excerpt.number for excerpt in group): group for group in groups}
    shared = Counter(
        pair for group in distinct.values() for pair in combinations(sorted(_offices_of(group)), 2)
    )
    for group in groups:
        offices = _offices_of(group)
        pairs = list(combinations(sorted(offices), 2))
        parallel = len(offices) >= _MANY or any(word in group[0].text for word in _OWN if group)
        if pairs and (parallel or all(shared[pair] >= _OFTEN for pair in pairs)):
            yield from _by_office(group)
        else:
            yield group


def _offices_of(group: Iterable[Excerpt]) -> set[_Offices]:
    return {_offices(excerpt) for excerpt in group if excerpt.statement.offices}


def _by_office(group: Iterable[Excerpt]) -> Iterator[RepeatGroup]:
    parts: dict[_Offices, RepeatGroup] = defaultdict(list)
    for excerpt in group:
        parts[_offices(excerpt)].append(excerpt)
    return iter(parts.values())


def _offices(excerpt: Excerpt) -> _Offices:
    return excerpt.statement.body, *excerpt.statement.offices
