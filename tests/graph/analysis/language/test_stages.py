"""Stages collide or follow each other as readers judged, and whoever extends the table is told what does not fit."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from dutygraph.graph.analysis.language.data_files import read_data
from dutygraph.graph.analysis.language.stages import (
    STAGES,
    Stage,
    collision,
    follows,
    stage_name,
    stage_table_of,
)

Data = dict[str, Any]

ACCEPTED: list[tuple[Stage, Stage]] = [
    ("supervise", "supervise"),
    ("count", "count"),
    ("tell", "tell"),
    ("rescue", "rescue"),
    ("supervise", "audit"),
    ("supervise", "punish"),
    ("fund", "supervise"),
]
"""Pairs that readers of a real district took for overlaps on one object."""
REFUSED: list[tuple[Stage, Stage]] = [
    ("apply", "approve"),
    ("rule", "review"),
    ("steer", "do"),
    ("do", "supervise"),
    ("build", "supervise"),
    ("steer", "supervise"),
    ("manage", "audit"),
    ("fund", "audit"),
    ("count", "supervise"),
    ("count", "steer"),
]
"""Pairs that they called related: another stage or activity."""


@pytest.mark.parametrize(("left", "right"), ACCEPTED)
def test_what_readers_took_for_overlaps_collides(left: Stage, right: Stage) -> None:
    assert collision(left, right) >= 0.5


@pytest.mark.parametrize(("left", "right"), REFUSED)
def test_another_stage_does_not_collide(left: Stage, right: Stage) -> None:
    assert collision(left, right) == 0


def test_collision_is_symmetric_and_no_more_than_the_same_stage() -> None:
    for left, right in product(STAGES, STAGES):
        assert 0 <= collision(left, right) == collision(right, left) <= 1
        assert left == right or collision(left, right) <= max(collision(left, left), collision(right, right))


def test_what_follows_has_an_order_and_does_not_collide() -> None:
    assert follows("apply", "approve")
    assert not follows("approve", "apply")
    for left, right in product(STAGES, STAGES):
        assert not (follows(left, right) and (follows(right, left) or collision(left, right)))


def test_every_stage_has_a_name_of_its_own() -> None:
    names = [stage_name(stage) for stage in STAGES]
    assert len({name.zh for name in names}) == len({name.en for name in names}) == len(STAGES) == 22


def an_unknown_stage(data: Data) -> None:
    data["stages"]["inspect"] = data["stages"]["audit"]


def an_unknown_pair(data: Data) -> None:
    data["collide"].append(["audit", "inspect", 0.5])


def a_pair_twice(data: Data) -> None:
    data["collide"].append(["audit", "supervise", 0.5])


def a_chain_that_collides(data: Data) -> None:
    data["follow"].append(["audit", "punish"])


def a_chain_both_ways(data: Data) -> None:
    data["follow"].append(["approve", "apply"])


def a_trait_of_no_stage(data: Data) -> None:
    data["traits"]["stake"].append("inspect")


def a_trait_left_out(data: Data) -> None:
    del data["traits"]["paper"]


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        (an_unknown_stage, "inspect"),
        (an_unknown_pair, "inspect"),
        (a_pair_twice, "audit and supervise"),
        (a_chain_that_collides, "punish"),
        (a_chain_both_ways, "apply"),
        (a_trait_of_no_stage, "inspect"),
        (a_trait_left_out, "paper"),
    ],
)
def test_what_does_not_fit_is_named(broken: Callable[[Data], None], word: str) -> None:
    data = read_data("stages")
    broken(data)
    with pytest.raises(ValueError, match=rf"stages\.yaml: .*{word}"):
        stage_table_of(data)
