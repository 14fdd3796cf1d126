"""From matches to edges: statements that say the same are one group, with edges to the first of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from networkx.utils import UnionFind

from dutygraph.graph.analysis.repeats.matches import Excerpt, Match, RepeatGroup
from dutygraph.graph.analysis.repeats.parallel_offices import without_parallel
from dutygraph.graph.identity import digest, normalised
from dutygraph.graph.model import Edge, Value

MOST = 60
"""Greatest number of statements in a finding, so that it stays readable; real lists repeat a text eight times at most."""


def repeat_edges(matches: Iterable[Match]) -> list[Edge]:
    """Return an edge from each statement that repeats another to the first that says the same."""
    best: dict[Excerpt, float] = {}
    joined: UnionFind[Excerpt] = UnionFind()
    for match in matches:
        joined.union(match.left, match.right)
        for excerpt in (match.left, match.right):
            best[excerpt] = max(best.get(excerpt, 0.0), match.score)
    groups = without_parallel([_group(component) for component in joined.to_sets()])
    return [edge for group in _largest(groups) for edge in _edges(group, best)]


def _group(component: Iterable[Excerpt]) -> RepeatGroup:
    """Return the longest excerpt of each statement, in order; of a duty and its own task only the task."""
    first: dict[int, Excerpt] = {}
    for excerpt in sorted(component, key=lambda excerpt: (excerpt.number, -len(excerpt.text), excerpt.text)):
        first.setdefault(excerpt.number, excerpt)
    carried_out = {
        excerpt.statement.duty for excerpt in first.values() if excerpt.statement.ref.label == "Task"
    }
    return [excerpt for excerpt in first.values() if excerpt.statement.ref.id not in carried_out]


def _largest(groups: Iterable[RepeatGroup]) -> Iterator[RepeatGroup]:
    """Yield the groups of two statements or more, unless a larger group (or one with a longer text) has all of them."""
    reported: dict[int, list[frozenset[int]]] = defaultdict(list)
    for group in sorted(
        groups, key=lambda group: (-len(group), [excerpt.number for excerpt in group], -len(group[0].text))
    ):
        numbers = frozenset(excerpt.number for excerpt in group)
        if len(group) > 1 and not any(numbers <= larger for larger in reported[group[0].number]):
            for number in numbers:
                reported[number].append(numbers)
            yield group


def _edges(group: RepeatGroup, best: Mapping[Excerpt, float]) -> Iterator[Edge]:
    first, *rest = group[:MOST]
    lower = [excerpt for excerpt in rest if excerpt.statement.region != first.statement.region]
    name = digest(first.statement.ref.id, first.text)
    for repeat in lower or rest:  # between two levels the first stands for its own
        properties: dict[str, Value] = {
            "group": name,
            "score": round(best[repeat], 4),
            "one": first.text,
            "other": repeat.text,
            "equal": normalised(first.text) == normalised(repeat.text),
        }
        yield Edge("REPEATS", repeat.statement.ref, first.statement.ref, properties)
