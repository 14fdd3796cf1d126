"""Whether a body is meant where a matter gives a part to whoever else is concerned (其他有关部门, 各资金主管部门)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dutygraph.graph.analysis.language.cross_cutting import cross_cutting_of
from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.stages import Stage

_WHOEVER = re.compile(r"部门|主管|其[他它]|有关|相关")

_ANY_ACT = frozenset[Stage](("manage", "do"))
"""Stages of 管理 and 负责…工作, which hold any act."""


def is_open_party(printed: str) -> bool:
    """Whether a party is whatever other department is concerned (各资金主管部门), not a sort of unit (统发单位)."""
    return bool(_WHOEVER.search(printed))


@lru_cache(maxsize=50_000)
def stages_of(text: str) -> frozenset[Stage]:
    """Return the stages of what a text says is done."""
    return frozenset(frame.stage for clause in framed_clauses(text) for frame in clause.frames)


def can_be_meant(body: str, text: str, parts: Iterable[Stage]) -> bool:
    """Whether a part with these stages that is for whoever is concerned can be that of a body (id) with such a text.

    The part must be about the same act: who only counts investments has no part in 审批其他项目. A cross-cutting body that
    does no more than it does to everybody is not the department in charge: 审计局 is no 资产主管部门.
    """
    stages, given = stages_of(text), frozenset(parts)
    cross = cross_cutting_of([body])
    if cross is not None and cross.ordinary and stages and stages <= cross.stages:
        return False
    return bool(stages & (given | _ANY_ACT)) or given <= _ANY_ACT
