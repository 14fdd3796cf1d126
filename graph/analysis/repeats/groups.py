"""From matches to edges: what is said several times is one group, told from where it is said first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from dutygraph.graph.analysis.repeats.matches import Match, Passage
from dutygraph.graph.identity import digest, normalised
from dutygraph.graph.model import Edge

Group = list[Passage]


def edges_of(matches: Iterable[Match]) -> list[Edge]:
    """Return an edge from each statement that repeats another to the first that says the same."""
    graph: nx.Graph[Passage] = nx.Graph()
    for match in matches:
        if not graph.has_edge(match.one, match.other):
            graph.add_edge(match.one, match.other, score=match.score)
    found = [_group(component) for component in nx.connected_components(graph)]
    return [edge for group in _largest(found) for edge in _edges(group, graph)]


def _group(component: Iterable[Passage]) -> Group:
    """The longest passage of each statement, in order; of a duty and its own task that say the same only the task."""
    first: dict[int, Passage] = {}
    for passage in sorted(component, key=lambda one: (one.number, -len(one.text), one.text)):
        first.setdefault(passage.number, passage)
    carried_out = {one.statement.duty for one in first.values() if one.statement.ref.label == "Task"}
    return [one for one in first.values() if one.statement.ref.id not in carried_out]


def _largest(found: Iterable[Group]) -> Iterator[Group]:
    """Leave out a group that is one statement, or whose statements all say another thing together with more."""
    told: dict[int, list[frozenset[int]]] = defaultdict(list)
    for group in sorted(
        found, key=lambda one: (-len(one), [passage.number for passage in one], -len(one[0].text))
    ):
        numbers = frozenset(passage.number for passage in group)
        if len(group) > 1 and not any(numbers <= before for before in told[group[0].number]):
            for number in numbers:
                told[number].append(numbers)
            yield group


def _edges(group: Group, graph: "nx.Graph[Passage]") -> Iterator[Edge]:
    first, *rest = group
    lower = [one for one in rest if one.statement.region != first.statement.region]
    name = digest(first.statement.ref.id, first.text)
    for again in lower or rest:  # between two levels the first stands for its own
        told_of = {
            "group": name,
            "score": round(max(edge["score"] for edge in graph[again].values()), 4),
            "one": first.text,
            "other": again.text,
            "equal": normalised(first.text) == normalised(again.text),
        }
        yield Edge("REPEATS", again.statement.ref, first.statement.ref, told_of)
