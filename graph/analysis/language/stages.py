"""The stages of work (环节): which collide on one object, and which follow each other (stages.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.data_files import read_data

Stage = Literal[
    "plan",
    "rule",
    "advise",
    "apply",
    "review",
    "approve",
    "steer",
    "manage",
    "do",
    "fund",
    "supervise",
    "assess",
    "audit",
    "punish",
    "settle",
    "count",
    "publish",
    "report",
    "tell",
    "train",
    "rescue",
    "build",
]
"""What an act does to its object."""

STAGES: tuple[Stage, ...] = get_args(Stage)

Trait = Literal["enforcing", "case", "decision", "stake", "paper", "every_field", "on_others", "look"]
"""What some stages have in common; stages.yaml says what each means."""


@dataclass(frozen=True, slots=True)
class StageTable:
    """Names of the stages, how far pairs of them (or one with itself) collide, and pairs of one and the next."""

    names: Mapping[Stage, Bilingual]
    collisions: Mapping[frozenset[Stage], float]
    chain: frozenset[tuple[Stage, Stage]]
    vague: frozenset[str]
    traits: Mapping[Trait, frozenset[Stage]]


@cache
def collision(left: Stage, right: Stage) -> float:
    """Return how far two bodies that act on one object in these stages can claim one case, from 0 to 1."""
    return _table().collisions.get(frozenset((left, right)), 0.0)


def follows(left: Stage, right: Stage) -> bool:
    """Whether ``right`` takes up what ``left`` leaves (approve, supervise): such texts are related, a chain."""
    return (left, right) in _table().chain


def is_vague(act: str) -> bool:
    """Whether an act only says that something is done about a thing (负责, 组织实施)."""
    return act in _table().vague


def stages_with(trait: Trait) -> frozenset[Stage]:
    """Return the stages that have a trait."""
    return _table().traits[trait]


def stage_name(stage: Stage) -> Bilingual:
    """Return the name of a stage for a reader."""
    return _table().names[stage]


def stage_table_of(data: Mapping[str, Any]) -> StageTable:
    """Return the table in the content of the data file. Raises ValueError that names the file and what does not fit."""
    stages = data["stages"]
    if odd := set(stages) ^ set(STAGES):
        raise ValueError(f"stages.yaml: unknown or missing stages: {sorted(odd)}")
    collisions = {frozenset((name,)): float(stage["alike"]) for name, stage in stages.items()}
    for left, right, value in data["collide"]:
        pair = _pair(left, right)
        if pair in collisions:
            raise ValueError(f"stages.yaml: {left} and {right} collide twice")
        collisions[pair] = float(value)
    chain = {(before, after) for before, after in data["follow"] if _pair(before, after)}
    if odd_pairs := [pair for pair in chain if frozenset(pair) in collisions or pair[::-1] in chain]:
        raise ValueError(
            f"stages.yaml: pairs that follow and collide, or follow both ways: {sorted(odd_pairs)}"
        )
    traits = {trait: frozenset(of) for trait, of in data["traits"].items()}
    if odd := (set(traits) ^ set(get_args(Trait))) | frozenset().union(*traits.values()) - set(STAGES):
        raise ValueError(f"stages.yaml: unknown or missing traits, or stages in them: {sorted(odd)}")
    names = {name: Bilingual(stage["zh"], stage["en"]) for name, stage in stages.items()}
    return StageTable(names, collisions, frozenset(chain), frozenset(data["vague"]), traits)


def _pair(left: Stage, right: Stage) -> frozenset[Stage]:
    if odd := {left, right} - set(STAGES):
        raise ValueError(f"stages.yaml: no such stages: {sorted(odd)}")
    return frozenset((left, right))


@cache
def _table() -> StageTable:
    return stage_table_of(read_data("stages"))
