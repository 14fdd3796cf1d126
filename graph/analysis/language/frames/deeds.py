"""Reading what is done in a clause: its parts, and the acts and things of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.bodies import led_verb, names_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words, stage_of_verb
from dutygraph.graph.analysis.language.frames.noun_acts import acted_on, acts_on_it, is_toward, without_weak
from dutygraph.graph.analysis.language.frames.parts import parts_of, says_no_deed
from dutygraph.graph.analysis.language.frames.phrases import things_of
from dutygraph.graph.analysis.language.frames.predicates import Predicate, predicate_of
from dutygraph.graph.analysis.language.frames.things import Thing, trimmed
from dutygraph.graph.analysis.language.frames.tokens import LISTED, Token, text_of

_BACK = re.compile(r"其?的?(?:执行|落实|实施|使用|完成|运行|贯彻|组织实施|管理使用)*(?:情况|工作|活动)?")
"""What refers to the things of the part before (监督其执行情况)."""

_HANDED_UP = re.compile(r"[，,并]{0,2}(报)(?:请|送)?[^，]{0,20}(?:批准|审批|审定|备案|同意|审核)")
_ORDERED = re.compile(
    r".{1,20}(?:交办|布置|交给|赋予|委托|安排).{0,4}的(?:其他|其它|各项|有关|临时)?(事项|工作|任务|职责)"
)
"""Whatever else comes up: nothing is named but that (上级交办的其他事项)."""
_PROVIDE = "提供"
_ON_CASES = frozenset({"supervise", "assess", "review", "punish", "settle"})
"""Stages of verbs that stand behind those whom they take hold of (对校车查验安全带, 对当事人责令改正)."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Acts on a thing, with what stands before it: role and partners."""

    acts: tuple[str, ...]
    thing: Thing
    predicate: Predicate


def deeds_of(tokens: Sequence[Token]) -> list[Deed]:
    """Return the deeds of all parts; role and partners hold on until others are named."""
    deeds: list[Deed] = []
    last = Predicate()
    for part in parts_of(tokens):
        if not (deeds and says_no_deed(part)):
            predicate, rest = predicate_of(part)
            if last.verbs and _goes_on(predicate, rest):
                predicate = last
            if predicate.role == "none" and not predicate.partners:
                predicate.role, predicate.partners = last.role, last.partners
            deeds += _deeds(part, predicate, rest, deeds)
            last = predicate
    return deeds


def _goes_on(predicate: Predicate, rest: Sequence[Token]) -> bool:
    """Whether a part without a predicate names further things of the one before (检查预算的执行，资金的使用情况)."""
    has_predicate = predicate.verbs or predicate.support or predicate.role != "none"
    return not has_predicate and bool(rest) and rest[0].kind in ("noun", "noise") and rest[-1].kind == "tail"


def _deeds(
    part: Sequence[Token], predicate: Predicate, rest: Sequence[Token], before: Sequence[Deed]
) -> list[Deed]:
    if before and (handed := _HANDED_UP.fullmatch(text_of(part))):
        return _again((handed[1],), predicate, before)
    if before and (predicate.verbs or predicate.support) and _BACK.fullmatch(text_of(rest)):
        return _again(tuple(predicate.verbs) or (predicate.support,), predicate, before)
    if before and not predicate.verbs and (acts := acts_on_it(rest)):
        return _again(acts, predicate, before)
    if predicate.support and not predicate.verbs and (ordered := _ORDERED.fullmatch(text_of(rest))):
        return [Deed((predicate.support,), Thing(tuple(rest), ordered[1], (), ()), predicate)]
    if not predicate.verbs and (place := _given(rest)):
        predicate.verbs = [rest[place].text]
        return _done_to(predicate, rest[place + 1 :], (text_of(trimmed(rest[is_toward(rest) : place])),))
    if (
        predicate.support in load_words().calling
        and not predicate.verbs
        and not is_toward(rest)
        and (inner := led_verb(rest))
    ):
        called = rest[inner].stage not in ("", "do")
        predicate.verbs = [rest[inner].text if called else predicate.support]
    if predicate.verbs:
        return _done_to(predicate, rest)
    default = tuple(word for word in (predicate.support or predicate.role_word,) if word)
    deeds = [Deed(thing.acts or default, thing, predicate) for thing in acted_on(rest, predicate.support)]
    if before and deeds and all(deed.thing.head is None for deed in deeds):
        return _again(tuple(act for deed in deeds for act in deed.acts), predicate, before)
    return deeds


def _given(rest: Sequence[Token]) -> int:
    """Return the place of a verb behind those to whom it is done (为A提供B, 对A提出B, 对A发放B, 对A检测B), else 0."""
    toward = is_toward(rest)
    done = toward and not _is_acted_on(rest)
    for place, token in enumerate(rest[:-1]):
        after = rest[place + 1 :]
        named = place and after[0].kind not in ("tail", "verb", "of") and rest[place - 1].kind not in LISTED
        gives = (
            token.text == _PROVIDE
            or (toward and token.stage == DRAFT)
            or (done and token.text in load_words().giving)
        )
        takes_hold = done and token.stage in _ON_CASES and all(word.kind != "of" for word in after)
        if named and (gives or takes_hold):
            return place
    return 0


def _is_acted_on(rest: Sequence[Token]) -> bool:
    """Whether what is given or looked at is itself acted on (对资金发放情况进行检查, 对补贴发放的审核)."""
    words, last = load_words(), rest[-1]
    acts = last.kind in ("support", "tail") or (last.kind == "verb" and last.text not in words.topics)
    return acts or any(token.text in words.doing for token in rest)


def _again(acts: tuple[str, ...], predicate: Predicate, before: Sequence[Deed]) -> list[Deed]:
    """Acts on what was acted on before (并组织实施)."""
    things = dict.fromkeys(replace(deed.thing, acts=()) for deed in before)
    return [Deed(acts, thing, predicate) for thing in things]


def _done_to(predicate: Predicate, rest: Sequence[Token], led: tuple[str, ...] = ()) -> list[Deed]:
    """What the verbs before them are done to; ``led``: for whom, or who is made to act."""
    rest = rest[is_toward(rest) :]
    if inner := led_verb(rest):
        bodies, rest = rest[:inner], rest[inner + 1 :]
        if predicate.verbs[0] in load_words().calling or predicate.support in load_words().calling:
            predicate.partners = predicate.partners or names_of(bodies)
        else:
            led = names_of(bodies)
    documents = all(stage_of_verb(verb) == DRAFT or verb in load_words().issuing for verb in predicate.verbs)
    things = things_of(without_weak(rest), acts_behind=False, documents=documents)
    return [
        Deed(tuple(predicate.verbs), replace(thing, limits=led + thing.limits), predicate)
        for thing in things or [Thing((), None, (), ())]
    ]
