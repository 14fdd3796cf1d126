"""What either side of an overlap does, as its text prints it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dutygraph.graph.analysis.language.enforcement import enforcing_words
from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import Role
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token
from dutygraph.graph.analysis.language.stages import Stage, stage_name
from dutygraph.graph.analysis.overlap.claims import Claim

_ROLES: Mapping[Role, str] = {"lead": "牵头", "joint": "会同", "assist": "参与", "none": ""}
_MOST = 3
"""So many acts are told of one side."""
_LOOKING: frozenset[Stage] = frozenset({"supervise", "assess", "audit", "count", "review"})
"""Stages in which a body looks at a case and decides nothing."""
_ORDER = re.compile("责令|督促")
"""What makes somebody else act: the act behind it is theirs (责令整改)."""
_NOTICE = re.compile("(?:整改|限期整改)?(?:指令|通知)")
_PAPER = re.compile("记录|台账|制度|情况|人员|报告|计划|方案|标准|合同|结果|证明|档案|状态")
"""What makes a noun of the act before it (巡查记录)."""
_HELPING = re.compile("配合|协助|参与|参加")
_SAYS_NOTHING = frozenset({"提出", "提供", "出具"})
"""Acts that are told with their thing (提出建议)."""
_LONGEST_THING = 6
_STOP = "停止"
_HOW = frozenset({"限期", "立即", "当场", "及时", _STOP})
"""How soon an order is to be carried out: no act."""
_MARK = re.compile("[，。；、]|并(?=予以|依法|给予|处)")


@dataclass(frozen=True, slots=True)
class _Act:
    """An act as printed, and whether it only looks at a case."""

    words: str
    looks: bool


def act_words(claim: Claim, other: Claim | None = None) -> str:
    """Return the acts of a claim as printed, with 参与 or 配合; ``other`` is the claim that it is told beside.

    Of a sentence that tells of a case, these are the acts of the kinds that the other claim has too, if there are any.
    """
    acts = list(_acts_in_case(claim) if claim.case else _acts_in_frame(claim))
    if other is not None:
        kinds = _kinds(other)
        acts = [act for act in (*acts, *_acts_beside(claim)) if act.looks in kinds] or acts
    words = list(dict.fromkeys(act.words for act in acts))[:_MOST]
    return _role(claim) + ("、".join(words) or _unsaid(claim))


def _role(claim: Claim) -> str:
    """Return the word before the acts that tells the part of the body, as printed; "" where the acts tell it."""
    role = _ROLES[claim.frame.role]
    if claim.frame.role == "assist" and (printed := _HELPING.search(claim.clause.text)):
        role = printed[0]
    return "" if role in claim.frame.acts else role


def _looks(claim: Claim) -> bool:
    return claim.frame.stage in _LOOKING


def _kinds(claim: Claim) -> set[bool]:
    """Return whether a claim looks at a case, or decides it, or both."""
    return {act.looks for act in _acts_in_case(claim)} if claim.case else {_looks(claim)}


def _acts_in_frame(claim: Claim) -> Iterator[_Act]:
    """Yield the acts of a claim; an order with what is ordered."""
    printed = "".join(claim.clause.text.split())
    told = ""
    for act in claim.frame.acts:
        ordered = (
            _ordered(_MARK.split(printed[printed.find(act) + len(act) :])[0]) if _ORDER.fullmatch(act) else ""
        )
        if act in _SAYS_NOTHING and len(claim.frame.object.head or "") <= _LONGEST_THING:
            ordered = claim.frame.object.head or ""
        if not told.endswith(act):
            told = act + ordered
            yield _Act(told, _looks(claim))


def _acts_beside(claim: Claim) -> Iterator[_Act]:
    """Yield the acts of a sentence that tells of a case, but that are no words of enforcement (清查药房)."""
    if claim.case and not any(act.looks for act in _acts_in_case(claim)):
        for clause in framed_clauses(claim.clause.text):
            for frame in clause.frames:
                if frame.stage in _LOOKING:
                    yield from (_Act(act, looks=True) for act in frame.acts)


def _acts_in_case(claim: Claim) -> Iterator[_Act]:
    """Yield what a sentence does to a case, in order; what it makes others do is told as an order (责令整改)."""
    for piece in _MARK.split("".join(claim.clause.text.split())):
        order = _ORDER.search(piece)
        for word in enforcing_words(piece)[0]:
            if order and piece.index(word) >= order.start():
                continue
            if word in _HOW or _PAPER.match(piece, piece.index(word) + len(word)):
                continue
            yield _Act(
                ("下达" if _NOTICE.fullmatch(word) else "") + word, enforcing_words(word) == ((word,), False)
            )
        if order:
            yield _Act(order[0] + _ordered(piece[order.end() :]), looks=False)


def _ordered(text: str) -> str:
    """Return the first act behind an order that says more than how soon, else that something is to stop.

    Where those who are ordered stand between (责令超员的船停航), it is the act behind them.
    """
    tokens = [token for token in tokens_of(text) if token.text not in _HOW]
    whom = max((place for place, token in enumerate(tokens) if token.kind == "of"), default=-1)
    if tokens and not _is_act(tokens[0]) and any(map(_is_act, tokens[whom + 1 :])):
        tokens = tokens[whom + 1 :]
    return next((token.text for token in tokens if _is_act(token)), _STOP if text.startswith(_STOP) else "")


def _is_act(token: Token) -> bool:
    return token.kind in ("verb", "support") or token.tag.startswith("v")


def _unsaid(claim: Claim) -> str:
    """Return what the duty says is done to a thing that its task only names; else the name of the stage."""
    if any(token.kind in ("verb", "support", "toward") for token in tokens_of(claim.clause.text)):
        return stage_name(claim.frame.stage).zh
    said = (
        "、".join(frame.acts)
        for clause in framed_clauses(claim.statement.duty_text)
        for frame in clause.frames
        if frame.acts and frame.stage == claim.frame.stage
    )
    return next(said, stage_name(claim.frame.stage).zh)
