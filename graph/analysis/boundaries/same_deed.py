"""Whether two clauses say the same deed: one act on one thing, in the same words."""

from functools import lru_cache

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.stages import is_vague
from dutygraph.graph.analysis.language.wording import subject_of

_LEAST_THING = 4
"""Least length in characters, carriers left out, of a thing that tells which work is meant (not: 安全, 年度计划)."""


def same_deed(left: str, right: str) -> bool:
    """Whether two clauses print one plain act on the same thing (组织扑救森林火灾), whatever else they say."""
    return not _deeds(left).isdisjoint(_deeds(right))


@lru_cache(maxsize=50_000)
def _deeds(clause: str) -> frozenset[tuple[str, str]]:
    """Return the acts of a clause, each with the thing it is done to; without vague acts, help, and the own house."""
    return frozenset(
        (act, frame.object.text)
        for framed in framed_clauses(clause)
        for frame in framed.frames
        if frame.role != "assist" and frame.affair not in ("own", "system")
        for act in frame.acts
        if len(subject_of(frame.object.text)) >= _LEAST_THING and not is_vague(act)
    )
