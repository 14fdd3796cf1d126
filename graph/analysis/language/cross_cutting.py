"""What bodies with a cross-cutting function (综合部门) do to others' objects, and never do (cross_cutting.yaml)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dutygraph.graph.analysis.language.data_files import read_data
from dutygraph.graph.analysis.language.stages import STAGES, Stage


@dataclass(frozen=True, slots=True)
class CrossCutting:
    """What a body does on things that are the business of others."""

    stages: frozenset[Stage]
    """Stages of its work on others' objects."""
    never: frozenset[Stage]
    """Stages that it never has there: a text that seems to say so is about its own share or its own subject."""
    subjects: frozenset[str]
    """Words of its own subject, on which it acts as a line body does, in every stage."""
    ordinary: bool
    """Whether its work beside that of a line body is ordinary interplay (常规交叉)."""


@dataclass(frozen=True, slots=True)
class _Function:
    names: tuple[str, ...]
    function: CrossCutting


def cross_cutting_of(names: Iterable[str]) -> CrossCutting | None:
    """Return the cross-cutting function of a body with these names, None for a body without one.

    A body with several (发展改革和统计局) may do what either does, and never does only what both never do.
    """
    joined = "\n".join(names)
    functions = [row.function for row in _rows() if any(name in joined for name in row.names)]
    if not functions:
        return None
    stages = frozenset[Stage]().union(*(function.stages for function in functions))
    never = functions[0].never.intersection(*(function.never for function in functions)) - stages
    subjects = frozenset[str]().union(*(function.subjects for function in functions))
    return CrossCutting(stages, never, subjects, all(function.ordinary for function in functions))


def rows_of(data: Mapping[str, Any]) -> tuple[_Function, ...]:
    """Return the rows in the content of the data file. Raises ValueError that names the file and what does not fit."""
    for name, entry in data.items():
        if odd := {*entry["stages"], *entry["never"]} - set(STAGES):
            raise ValueError(f"cross_cutting.yaml: {name}: no such stages: {sorted(odd)}")
        if both := set(entry["stages"]) & set(entry["never"]):
            raise ValueError(f"cross_cutting.yaml: {name}: done and never done: {sorted(both)}")
    return tuple(
        _Function(
            tuple(entry["names"]),
            CrossCutting(
                frozenset(entry["stages"]),
                frozenset(entry["never"]),
                frozenset(entry["subjects"]),
                entry.get("ordinary", False),
            ),
        )
        for entry in data.values()
    )


@cache
def _rows() -> tuple[_Function, ...]:
    return rows_of(read_data("cross_cutting"))
