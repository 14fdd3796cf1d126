"""Clauses in which a body acts by itself, their strong acts and their limits."""

import re
from collections.abc import Iterable

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording, clause_wordings

_SENTENCE = re.compile(r"[。；;\n]")
_HELPS = re.compile(
    r"配合|协助|参与|协同|会同|联合|支持|本部门|本单位|本系统|本行业|本领域|职责范围|所属|分管|各自|按照职责|按职责"
)
"""Words of helping, or of work for the own field only."""

_LIMITS = ("非", "除", "仅限", "不含", "不包括", "初步", "初审", "统计")


def acting_clauses(text: str) -> list[Wording]:
    """Return the clauses in which a body acts by itself and for others."""
    return [
        clause
        for sentence in _SENTENCE.split(text)
        if not _HELPS.match(sentence.strip())
        for clause in clause_wordings(sentence)
        if not _HELPS.search(clause.text)
    ]


def strong_acts(acts: Iterable[str]) -> frozenset[str]:
    """Return the acts that are not weak (as 管理 and 组织 are)."""
    return frozenset(acts) - load_taxonomy().weak_acts


def limits_differ(left: Wording, right: Wording) -> bool:
    """Whether a limiting word (非、除……外、初步、统计) occurs in only one of two texts, so that they divide the work."""
    return any((limit in left.text) != (limit in right.text) for limit in _LIMITS)
