"""Reading what is done in a clause: its parts, and the acts and things of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.phrases import Thing, things_of, trimmed
from dutygraph.graph.analysis.language.frames.predicates import Predicate, is_bodies, names_of, predicate_of
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

PURPOSE = re.compile(
    "[，,]?(?:切实|努力|不断|进一步)?(?:确保|提高|提升|防止|保证|维护|促进|推动|保障|增强|满足|实现|避免|减少)"
)
"""Beginning of a part that says what for, where an act stands before it."""

_BACK = re.compile(r"其?的?(?:执行|落实|实施|使用|完成|运行|贯彻|组织实施|管理使用)*(?:情况|工作|活动)?")
"""What refers to the things of the part before (监督其执行情况)."""

_HANDED_UP = re.compile(r"[，,并]{0,2}(报)(?:请|送)?[^，]{0,20}(?:批准|审批|审定|备案|同意|审核)")
_ORDERED = re.compile(
    r".{1,20}(?:交办|布置|交给|赋予|委托|安排).{0,4}的(?:其他|其它|各项|有关|临时)?(事项|工作|任务|职责)"
)
"""Whatever else comes up: nothing is named but that (上级交办的其他事项)."""
_PROVIDE = "提供"
_CALLING = frozenset({"组织", "协调", "动员", "组织协调", "组织动员"})
"""Verbs whose bodies act along (协调有关部门开展…)."""
_DOING = frozenset({"进行", "予以", "加以", "给予", "实施", "开展", "作出", "组织"})


_CARRYING = frozenset({"组织实施", "具体实施", "实施"})
"""Support words that are acts on a thing without noun acts (组织实施规划)."""


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
    for part in _parts(tokens):
        if not (deeds and PURPOSE.match(text_of(part))):
            predicate, rest = predicate_of(part)
            if predicate.role == "none" and not predicate.partners:
                predicate.role, predicate.partners = last.role, last.partners
            deeds += _deeds(part, predicate, rest, deeds)
            last = predicate
    return deeds


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut where something further is done: at a comma, 并, or a member of a list that begins with a predicate."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        joined = token.kind in ("also", "join") and _further(tokens, place, parts[-1])
        if parts[-1] and (joined or _is_break(tokens, place)):
            parts.append([])
        parts[-1].append(token)
    return parts


def _is_break(tokens: Sequence[Token], place: int) -> bool:
    """Whether a comma stands at a place, other than one before a further member (，以及…)."""
    listed = place + 1 < len(tokens) and tokens[place + 1].kind == "join"
    return tokens[place].text in "，," and not listed


def _further(tokens: Sequence[Token], place: int, part: Sequence[Token]) -> bool:
    """Whether something further is done behind 并 or 、 at a place, after what the part says."""
    words = load_words()
    rest = [token for token in tokens[place + 1 : place + 4] if token.kind != "noise"]
    if not rest or rest[0].kind not in ("verb", "support", "with", "toward"):
        return False
    if not any(token.kind == "noun" for token in part):
        return False
    if tokens[place].kind == "also":
        return True
    first = rest[0]
    strong = (
        first.kind == "support"
        or first.text in words.predicates
        or words.verbs.get(first.text) in (DRAFT, "steer")
    )
    named = len(rest) > 1 and rest[1].kind in ("noun", "verb", "support")
    if not strong or not named:
        return False
    things = predicate_of(part)[1]
    if things and things[0].kind == "toward" and not any(token.text in _DOING for token in things):
        return False
    return bool(things) and not _inner(things)


def _deeds(
    part: Sequence[Token], predicate: Predicate, rest: Sequence[Token], before: Sequence[Deed]
) -> list[Deed]:
    if before and (handed := _HANDED_UP.fullmatch(text_of(part))):
        return _again((handed[1],), predicate, before)
    if before and (predicate.verbs or predicate.support) and _BACK.fullmatch(text_of(rest)):
        return _again(tuple(predicate.verbs) or (predicate.support,), predicate, before)
    if predicate.support and not predicate.verbs and (ordered := _ORDERED.fullmatch(text_of(rest))):
        return [Deed((predicate.support,), Thing(tuple(rest), ordered[1], (), ()), predicate)]
    if not predicate.verbs and (place := _given(rest)):
        predicate.verbs = [rest[place].text]
        return _done_to(predicate, rest[place + 1 :], (text_of(trimmed(rest[_is_toward(rest) : place])),))
    if predicate.support in _CALLING and not predicate.verbs and (inner := _inner(rest)):
        called = load_words().verbs.get(rest[inner].text) not in (None, "do")
        predicate.verbs = [rest[inner].text if called else predicate.support]
    if predicate.verbs:
        return _done_to(predicate, rest)
    deeds = _behind(predicate, rest)
    if before and deeds and all(deed.thing.head is None for deed in deeds):
        return _again(tuple(act for deed in deeds for act in deed.acts), predicate, before)
    return deeds


def _given(rest: Sequence[Token]) -> int:
    """Return the place of a verb behind those for whom it is (为A提供B, 对A提出B), 0 if there is none."""
    toward = _is_toward(rest)
    verbs = load_words().verbs
    for place, token in enumerate(rest[:-1]):
        if place and (token.text == _PROVIDE or (toward and verbs.get(token.text) == DRAFT)):
            return place
    return 0


def _is_toward(rest: Sequence[Token]) -> bool:
    return bool(rest) and rest[0].kind == "toward"


def _again(acts: tuple[str, ...], predicate: Predicate, before: Sequence[Deed]) -> list[Deed]:
    """Acts on what was acted on before (并组织实施)."""
    things = dict.fromkeys(replace(deed.thing, acts=()) for deed in before)
    return [Deed(acts, thing, predicate) for thing in things]


def _done_to(predicate: Predicate, rest: Sequence[Token], led: tuple[str, ...] = ()) -> list[Deed]:
    """What the verbs before them are done to; ``led``: for whom, or who is made to act."""
    words = load_words()
    rest = rest[_is_toward(rest) :]
    if inner := _inner(rest):
        bodies, rest = rest[:inner], rest[inner + 1 :]
        if predicate.verbs[0] in _CALLING or predicate.support in _CALLING:
            predicate.partners = predicate.partners or names_of(bodies)
        else:
            led = names_of(bodies)
    documents = all(words.verbs.get(verb.removeprefix("组织")) == DRAFT for verb in predicate.verbs)
    things = things_of(_without_weak(rest), acts_behind=False, documents=documents)
    return [
        Deed(tuple(predicate.verbs), replace(thing, limits=led + thing.limits), predicate)
        for thing in things or [Thing((), None, (), ())]
    ]


def _inner(tokens: Sequence[Token]) -> int:
    """Return the place of the verb of somebody else who acts (督促企业落实…), 0 if there is none."""
    for place, token in enumerate(tokens):
        if token.kind == "of":
            return 0
        if token.kind in ("verb", "support") and place:
            named = any(other.kind == "noun" for other in tokens[place + 1 :])
            return place if named and is_bodies(tokens[:place]) else 0
    return 0


def _without_weak(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of things without 的使用, 执行情况 and the like behind them."""
    words = load_words()
    kept = trimmed(tokens)
    while len(kept) > 1 and kept[-1].text in words.weak:
        kept = trimmed(kept[:-1])
    return kept


def _behind(predicate: Predicate, rest: Sequence[Token]) -> list[Deed]:
    """Noun acts behind the things that they are done to."""
    toward = _is_toward(rest)
    rest = rest[toward:]
    doing = max((i for i, token in enumerate(rest) if token.text in _DOING and i), default=0)
    things = _done_by(rest, doing) if doing and (toward or rest[doing].text != "实施") else []
    things = things or things_of(rest, acts_behind=True)
    if predicate.support in _CARRYING and not all(thing.acts for thing in things):
        things = things_of(rest, acts_behind=False)
    default = (predicate.support,) if predicate.support else ()
    return [Deed(thing.acts or default, thing, predicate) for thing in things]


def _done_by(tokens: Sequence[Token], doing: int) -> list[Thing]:
    """对A进行B."""
    acts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    for act in things_of(tokens[doing + 1 :], acts_behind=True):
        acts += act.acts
        kinds += (act.head, *act.limits) if act.head and act.acts else act.limits
    if not acts:
        return []
    inner = _inner(tokens[:doing])
    led = names_of(tokens[:inner]) if inner else ()
    things = things_of(_without_weak(tokens[inner + 1 if inner else 0 : doing]), acts_behind=False)
    acts = tuple(dict.fromkeys(acts))
    return [replace(thing, acts=acts, limits=led + thing.limits + kinds) for thing in things]
