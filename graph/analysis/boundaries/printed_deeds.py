"""The deeds in a clause: its acts, each with the thing that it is done to, in the words of the clause."""

from functools import lru_cache

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.stages import is_vague
from dutygraph.graph.analysis.language.wording import subject_of

Deed = tuple[str, str]
"""A plain act, and the thing it is done to: 组织扑救, 森林火灾."""
_LEAST_THING = 4
"""Least length in characters, carriers left out, of a thing that tells which work is meant (not: 安全, 年度计划)."""


@lru_cache(maxsize=50_000)
def deeds_of(clause: str) -> frozenset[Deed]:
    """Return the deeds in a clause, without vague acts, help, and the own house."""
    return frozenset(
        (act, frame.object.text)
        for framed in framed_clauses(clause)
        for frame in framed.frames
        if frame.role != "assist" and frame.affair not in ("own", "system")
        for act in frame.acts
        if len(subject_of(frame.object.text)) >= _LEAST_THING and not is_vague(act)
    )
