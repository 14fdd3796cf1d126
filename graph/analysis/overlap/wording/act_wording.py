"""What either side of an overlap does, as its text prints it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.model import Frame, Role
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.stages import Stage, stages_with
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.wording.case_acts import (
    ORDER,
    ToldAct,
    acts_in_case,
    first_order,
    is_paper,
    without_conditions,
)
from dutygraph.graph.analysis.overlap.wording.noun_phrases import is_thing, noun_phrases

_MOST = 3
"""So many acts are told of one side."""
_ROLES: Mapping[Role, re.Pattern[str]] = {
    "lead": re.compile("牵头"),
    "joint": re.compile("会同|协同|联合(?!国)"),
    "assist": re.compile("配合|协助|参与|参加"),
}
"""The words before the acts that tell the part of a body."""
_TAKE_THING = frozenset({"提出", "提供", "出具", "建立", "下达", "作出", "给予"})
"""Acts that are told with their thing (提出建议), because they say nothing without it."""
_PAPERS = ("记录", "报告")
"""Acts that name a paper behind another act (保养记录)."""
_LONGEST_THING = 6
_CARRYING = frozenset({"负责", "承担", "承办", "组织", "开展", "做好", "办理", "主管"})
"""Acts that are told with the act that they carry (组织考核)."""


def act_words(claim: Claim, other: Claim | None = None) -> str:
    """Return the acts of a claim as printed, with 参与 or 配合; ``other`` is the claim that it is told beside.

    Of a sentence that tells of a case, these are the acts of the kinds that the other claim has too, if there are any. ""
    where nothing that is printed says what is done.
    """
    words = (
        _each_once(_acts_in_case(claim, other) if claim.case else _acts_in_frames(claim))
        or list(_printed(claim))[:1]
    )
    role = _role(claim)
    return "、".join(words) if not words or role in words[0] else role + "、".join(words)


def _role(claim: Claim) -> str:
    """Return the word that tells the part of the body as its clause prints it, "" where it prints none."""
    role = _ROLES.get(claim.frame.role)
    texts = (
        (claim.clause.text, claim.statement.text) if claim.frame.role == "assist" else (claim.clause.text,)
    )
    found = next(filter(None, map(role.search, texts)), None) if role else None
    return found[0] if found else ""


def _each_once(words: Iterable[str]) -> list[str]:
    """Return words in order, without those that another one holds (统计 beside 统计分析)."""
    told = list(dict.fromkeys(words))
    return [word for word in told if not any(word in other for other in told if other != word)]


def _acts_in_case(claim: Claim, other: Claim | None) -> Iterator[str]:
    """Yield acts of a sentence that tells of a case."""
    acts = list(acts_in_case(claim.clause.text))
    if other is not None:
        kinds = _kinds(other)
        acts = [act for act in (*acts, *_acts_beside(claim)) if act.looks in kinds] or acts
    printed = "".join(claim.clause.text.split())
    # an order is printed with those who are ordered in it (责令业主整改)
    yield from (act.words for act in sorted(acts[:_MOST], key=lambda act: printed.find(act.words[:2])))


def _kinds(claim: Claim) -> set[bool]:
    """Return whether a claim looks at a case, or decides it, or both."""
    if claim.case:
        return {act.looks for act in acts_in_case(claim.clause.text)}
    return {claim.frame.stage in stages_with("look")}


def _acts_in_frames(claim: Claim) -> Iterator[str]:
    """Yield what a claim does, and what else its clause says is done to the same thing, in order."""
    printed = without_conditions("".join(claim.clause.text.split()))
    thing = claim.frame.object
    same = [
        frame
        for frame in claim.clause.frames
        if frame != claim.frame and (frame.object.head, frame.object.text) == (thing.head, thing.text)
    ]
    acts = [
        (act, frame)
        for frame in (claim.frame, *same)
        for act in frame.acts
        if not _is_in_paper(act, printed) and (frame is claim.frame or act in printed)
    ]
    for act, frame in sorted(acts[:_MOST], key=lambda one: printed.find(one[0])):
        yield _with_thing(act, printed, frame, alone=len(acts) == 1)


def _is_in_paper(act: str, printed: str) -> bool:
    """Whether a clause prints an act only as part of a noun (保养记录)."""
    places = list(re.finditer(re.escape(act), printed))
    return bool(places) and all(
        is_paper(printed, found.end())
        or (act in _PAPERS and printed[: found.start()].endswith(tuple(load_words().verbs)))
        for found in places
    )


def _with_thing(act: str, printed: str, frame: Frame, *, alone: bool) -> str:
    """Return an act with what is ordered, made or handed out by it, or with the act before which 负责 stands."""
    behind = printed[printed.find(act) + len(act) :] if act in printed else ""
    if ORDER.fullmatch(act):
        return act + first_order(behind)
    if act in _TAKE_THING:
        return act + _thing_in(behind, frame.object.head or "")
    if alone and act in _CARRYING:
        verbs = [token.text for token in tokens_of(behind) if token.kind == "verb"]
        return act + (verbs[-1] if verbs else "")
    return act


def _thing_in(behind: str, head: str) -> str:
    """Return the end of a head that stands behind an act, short enough to be told with it (档案)."""
    words = tokens_of(head)
    if not words or head not in behind or not is_thing(words[-1]):
        return ""
    return head if len(head) <= _LONGEST_THING else words[-1].text


def _acts_beside(claim: Claim) -> Iterator[ToldAct]:
    """Yield the acts of a sentence that tells of a case, but that are no words of enforcement (清查药房)."""
    if claim.case and not any(act.looks for act in acts_in_case(claim.clause.text)):
        for clause in framed_clauses(claim.clause.text):
            for frame in clause.frames:
                if frame.stage in stages_with("look"):
                    yield from (ToldAct(act, looks=True) for act in frame.acts)


def _printed(claim: Claim) -> Iterator[str]:
    """Yield what may say what is done where no act is bound to the thing, the likeliest first.

    That is the verbs at the beginning of the clause, what it makes or hands out, what the duty says that does the same, and
    any verb.
    """
    clause = "".join(claim.clause.text.split())
    tokens = [token for token in tokens_of(clause) if token.kind != "noise"]
    if claim.case:
        yield from _acts_of(claim.clause.text)
    head = claim.frame.object.head or ""
    named = next((at for at, token in enumerate(tokens) if is_thing(token)), len(tokens))
    leading = [token.text for token in tokens[:named] if token.kind == "verb"]
    if leading:
        yield "、".join(leading[:_MOST])
    yield from (token.text + _thing_in(clause, head) for token in tokens[:named] if token.kind == "support")
    for token in tokens:
        if token.text in _TAKE_THING:
            things = [phrase for phrase in noun_phrases(clause[token.end :]) if len(phrase) <= _LONGEST_THING]
            yield token.text + next(iter(things), "")
    if not claim.frame.acts:
        yield from _acts_of(claim.statement.duty_text, claim.frame.stage)
    verbs = [token for token in tokens if token.kind == "verb" or token.tag == "v"]
    yield from (
        token.text for token in verbs if not is_paper(clause, token.end) and not is_paper(token.text, 0)
    )


def _acts_of(text: str, stage: Stage | None = None) -> Iterator[str]:
    """Yield the acts of the frames of a text, of a stage if one is given."""
    for clause in framed_clauses(text):
        for frame in clause.frames:
            if frame.acts and stage in (None, frame.stage):
                yield "、".join(frame.acts)
