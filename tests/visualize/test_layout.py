"""Places of nodes: none in the place of another, the same each time, near to what they belong to."""

import random
from itertools import pairwise
from math import dist

import networkx as nx
import pytest

from dutygraph.visualize.pictures.layout import CELL, COLUMN, ROW, district, paths, tree

CHILDREN = {"root": ["a", "b", "c"], "a": ["a1", "a2"], "c": ["c1", "c2", "c3"]}


def test_a_tree_has_a_line_for_each_leaf() -> None:
    places = tree(["root"], CHILDREN, left={"c"})
    right = [places[name][1] for name in ("a1", "a2", "b")]
    assert right == sorted(right)
    assert all(below - above >= ROW for above, below in pairwise(right))
    assert {places[name][0] for name in ("c1", "c2", "c3")} == {-2 * COLUMN}
    assert places["a"][1] == (places["a1"][1] + places["a2"][1]) / 2
    assert places["c"][0] < places["root"][0] < places["b"][0]


def test_trees_stand_below_one_another() -> None:
    places = tree(["root", "other"], {**CHILDREN, "other": ["x"]})
    assert max(places[name][1] for name in (*CHILDREN, "c3")) < places["other"][1]


def test_a_ring_ends() -> None:
    places = tree(["a"], {"a": ["b"], "b": ["a", "c"], "c": ["b"]})
    assert set(places) == {"a", "b", "c"}


def test_paths_run_from_end_to_end() -> None:
    places = paths([["a", "x", "b"], ["a", "y", "z", "b"]])
    assert places["a"][0] < places["y"][0] < places["z"][0] < places["b"][0]
    assert places["x"][1] < places["y"][1]
    assert places["a"][1] == places["b"][1]


@pytest.mark.parametrize(("bodies", "things"), [(1, 0), (1, 40), (2, 5), (30, 400)])
def test_a_district_has_room_for_each(bodies: int, things: int) -> None:
    dice = random.Random(bodies)
    names = [f"b{number}" for number in range(bodies)]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    owned = {f"t{number}": dice.sample(names, min(bodies, dice.choice((1, 2)))) for number in range(things)}
    for ends in owned.values():
        if len(ends) == 2:
            graph.add_edge(*ends, weight=1.0)
    places = district(graph, owned)
    assert set(places) == {*names, *owned}
    assert len(set(places.values())) == len(places)
    assert places == district(graph, owned)
    apart = [dist(places[a], places[b]) for a in names for b in names if a < b]
    assert min(apart, default=CELL * 2) >= CELL * 2


def test_a_thing_stands_by_its_body() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("abcdef")
    owned = {f"{body}{number}": [body] for body in "abcdef" for number in range(4)}
    places = district(graph, owned)
    for thing, (body,) in owned.items():
        assert min("abcdef", key=lambda one: dist(places[one], places[thing])) == body
