"""Reading a clause: its parts, what is done in each, with whom and to which things."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dutygraph.graph.analysis.language.frames.affair import affair_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.model import Frame, FrameObject, Role, Stage
from dutygraph.graph.analysis.language.frames.phrases import Thing, things_of
from dutygraph.graph.analysis.language.frames.stages import stage_of
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of, tokens_of

_CONDITION = re.compile(
    r"(?:报请?|经|受|待|提请)[^，；。]{0,30}?(?:批准|同意|审定|授权|委托|审核|研究)后?(?:，|(?=组织|发布|实施|公布|下达|承担|负责))"
    r"|(?:根据|按照|依照|依据|遵照|围绕|结合|通过|以)[^，；。]{2,60}，|在[^，；。]{1,30}(?:下|内|中)，"
    r"|(?:根据|按照|依照|依据)[^，；。的]{0,20}(?:规定|要求|权限|授权|分工|职责|部署|安排)(?![、和的])"
)
_EXCEPTION = re.compile(
    r"[（(]([^（()）]{1,60}?)除外[）)]|[（(](?:不含|不包括|除外：|除)([^（()）]{1,60}?)(?:外|以外)?[）)]"
    r"|除([^，；。]{1,60}?)(?:以外|之外|外)(?:的|，)?"
)
_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[）)]")
_BACK = re.compile(
    r"^其?(?:的?(?:执行|落实|实施|使用|完成|运行|贯彻|贯彻执行|贯彻落实|组织实施|落实使用|执行使用)+)?(?:情况|工作|活动)?$"
)
PURPOSE = re.compile(
    "[，,]?(?:切实|努力|不断|进一步)?(?:确保|提高|提升|防止|保证|维护|促进|推动|保障|增强|满足|实现|避免|减少)"
)
"""Beginning of a part that says what for, where an act stands before it."""

_UNSAID: Stage = "manage"
"""Stage of a thing that nothing is said to be done to, in a list of what a body is responsible for."""

LONGEST = 500
"""Longest clause that is read, in characters without white space; what stands behind is left (real ones have up to 300)."""

_CALLING = frozenset({"组织", "协调", "动员", "组织协调", "牵头组织"})


@dataclass(slots=True)
class _Part:
    """What is known of a part of a clause while it is read."""

    verbs: list[str] = field(default_factory=list)
    support: str = ""
    role: Role = "none"
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Deed:
    acts: tuple[str, ...]
    thing: Thing
    part: _Part


def frames_of(clause: str, above: str = "", cross_cutting: bool = False) -> tuple[Frame, ...]:
    """Return the frames of a clause; ``above`` is the text of its duty, where it is the text of a task.

    ``cross_cutting``: whether its body acts for all departments (审计, 统计, 财政, 编办), as far as known.
    """
    text = "".join(clause.split())[:LONGEST]
    deeds: list[_Deed] = []
    for tokens in _parts(_tokens(text)):
        if not (deeds and PURPOSE.match(text_of(tokens))):
            deeds += _deeds(tokens, deeds)
    exceptions = [
        (match.start(), next(group for group in match.groups() if group))
        for match in _EXCEPTION.finditer(text)
    ]
    stage = frames_of(above)[0].stage if above and any(not deed.acts for deed in deeds) else _UNSAID
    return tuple(frame for deed in deeds for frame in _frames(deed, text, stage, exceptions, cross_cutting))


def _tokens(text: str) -> list[Token]:
    """Return the words of a clause without its conditions, exceptions and brackets."""
    gone = [False] * len(text)
    for pattern in (_CONDITION, _EXCEPTION, _BRACKETS):
        for match in pattern.finditer(text):
            gone[match.start() : match.end()] = [True] * len(match[0])
    tokens: list[Token] = []
    start = 0
    for place in range(len(text) + 1):
        if place == len(text) or gone[place]:
            tokens += [replace(token, start=token.start + start) for token in tokens_of(text[start:place])]
            start = place + 1
    return _with_bodies(tokens)


_BODY_END = re.compile(r"[局厅委部队员站](?!分|门[^，]|署)|部门|机关|机构|人员|中心")


def _with_bodies(tokens: list[Token]) -> list[Token]:
    """Join a verb with the end of a body's or person's name behind it (统计局, 检查人员)."""
    words = load_words()
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else None
        if (
            before
            and before.kind == "verb"
            and len(joined) > 1
            and words.verbs[before.text] != "steer"
            and token.kind == "noun"
            and _BODY_END.match(token.text)
        ):
            joined[-1] = Token(before.text + token.text, "noun", before.start)
        else:
            joined.append(token)
    return joined


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut where something further is done: at a comma, 并, or a member of a list that begins with a predicate."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        if (token.text in "，," and token.kind == "mark") or (
            token.kind in ("also", "join")
            and parts[-1]
            and _starts(tokens, place + 1, token.kind == "also", parts[-1])
        ):
            parts.append([])
        parts[-1].append(token)
    return [part for part in parts if part]


def _starts(tokens: Sequence[Token], place: int, also: bool, part: Sequence[Token]) -> bool:
    words = load_words()
    while place < len(tokens) and tokens[place].kind == "noise":
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    if also:
        return _has_thing(part) and token.kind in ("verb", "support", "with", "toward")
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    strong = (
        token.text in words.predicates
        or token.kind == "support"
        or words.verbs.get(token.text) in (DRAFT, "steer")
    )
    return (
        strong
        and _has_thing(part)
        and following is not None
        and following.kind in ("noun", "verb", "noise", "support")
        and not _within(part)
    )


def _within(part: Sequence[Token]) -> bool:
    """Whether a part has somebody else who acts (督促企业落实…), so that further verbs are his."""
    seen = next((i for i, token in enumerate(part) if token.kind in ("noun", "of")), len(part))
    return any(
        token.kind in ("verb", "support") and _is_bodies(part[seen:i])
        for i, token in enumerate(part)
        if i > seen
    )


def _has_thing(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "noun" for token in tokens)


def _deeds(tokens: Sequence[Token], before: Sequence[_Deed]) -> list[_Deed]:
    part, rest = _predicate(tokens)
    if part.role == "none" and not part.partners and before and not part.support:
        part.role, part.partners = before[-1].part.role, before[-1].part.partners
    if before and (part.verbs or part.support) and _BACK.match(text_of(rest)):
        return _again(part, before)
    if part.verbs:
        return _done_to(part, rest)
    return _behind(part, rest)


def _again(part: _Part, before: Sequence[_Deed]) -> list[_Deed]:
    """Acts on what was acted on before (并组织实施)."""
    acts = tuple(part.verbs) or (part.support,)
    things = dict.fromkeys((deed.thing.tokens, deed.thing.head, deed.thing.limits) for deed in before)
    return [_Deed(acts, Thing(tokens, head, limits, ()), part) for tokens, head, limits in things]


def _predicate(tokens: Sequence[Token]) -> tuple[_Part, Sequence[Token]]:
    """Return what stands before the things of a part: role, partners, verbs; and the words of the things."""
    words = load_words()
    part = _Part()
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == "with":
            part.role = words.roles[token.text]  # type: ignore[assignment]
            place = _partners(tokens, place + 1, part)
        elif token.kind == "support":
            if token.text == "组织" and _in_list(tokens, place, part):
                part.verbs.append(token.text)
            else:
                part.support = token.text
            place += 1
        elif token.kind == "verb" and _is_predicate(tokens, place, part):
            part.verbs += _words_of(
                token.text, tokens[place - 1].text if place and tokens[place - 1].text == "组织" else ""
            )
            place += 1
        elif token.kind in ("noise", "join", "also", "mark"):
            place += 1
        else:
            break
    return part, tokens[place:]


def _words_of(verb: str, organised: str) -> list[str]:
    return [organised + verb]


def _in_list(tokens: Sequence[Token], place: int, part: _Part) -> bool:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    listed = after is not None and after.kind in ("join", "also") and place + 2 < len(tokens)
    return (listed and tokens[place + 2].kind in ("verb", "support")) or (
        bool(part.verbs) and place > 0 and tokens[place - 1].kind == "join"
    )


def _is_predicate(tokens: Sequence[Token], place: int, part: _Part) -> bool:
    words = load_words()
    verb = tokens[place].text
    after = tokens[place + 1 :]
    if after and after[0].kind == "of":
        return False
    if verb in words.predicates:
        return True
    rest_named = _has_thing(after) or any(
        token.text in words.heads or token.kind == "toward" for token in after
    )
    adjacent = bool(part.verbs) and tokens[place - 1].kind == "verb"
    if adjacent:
        return rest_named and words.verbs[verb] in ("steer", "supervise", DRAFT)
    if not rest_named:
        return (
            (bool(part.verbs) and tokens[place - 1].kind in ("join", "also")) or not part.support or place == 0
        )
    if verb in words.topics:
        return bool(part.verbs) and tokens[place - 1].kind in ("join", "also") and after[0].kind == "noun"
    stage = words.verbs[verb]
    return stage in (DRAFT, "steer", "supervise") or not part.support or not _ends_in_act(after)


def _ends_in_act(tokens: Sequence[Token]) -> bool:
    words = load_words()
    last = next((token for token in reversed(tokens) if token.kind not in ("tail", "mark", "noise")), None)
    return (
        last is not None
        and last.text in words.verbs
        and last.text not in words.weak
        and last.text not in words.heads
    )


def _partners(tokens: Sequence[Token], place: int, part: _Part) -> int:
    """Read the bodies behind 会同, 配合; return the place behind them."""
    end = place
    while end < len(tokens) and tokens[end].kind in ("noun", "join", "noise", "tail"):
        end += 1
    if _is_bodies(tokens[place:end]):
        part.partners = _names(tokens[place:end])
        return end
    return place


def _is_bodies(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and text_of(tokens).endswith(load_words().bodies)


def _names(tokens: Sequence[Token]) -> tuple[str, ...]:
    if any(token.text.startswith("等") for token in tokens):
        return (text_of(tokens),)
    names: list[str] = [""]
    for token in tokens:
        names = [*names, ""] if token.kind == "join" else [*names[:-1], names[-1] + token.text]
    return tuple(name for name in names if name)


def _done_to(part: _Part, rest: Sequence[Token]) -> list[_Deed]:
    """What the verbs before them are done to."""
    if rest and rest[0].kind == "toward":
        rest = rest[1:]
    acts = tuple(part.verbs)
    led: tuple[str, ...] = ()
    inner = _inner(rest)
    if inner:
        bodies, rest = rest[:inner], rest[inner + 1 :]
        if set(acts) & _CALLING:
            part.partners = part.partners or _names(bodies)
        else:
            led = _names(bodies)
    things = things_of(_without_weak(rest), acts_behind=False)
    if not things:
        things = [Thing((), None, (), ())]
    return [_Deed(acts, replace(thing, limits=led + thing.limits), part) for thing in things]


def _inner(tokens: Sequence[Token]) -> int:
    """Return the place of the verb of somebody else who acts (督促企业落实…), 0 if there is none."""
    for place, token in enumerate(tokens):
        if token.kind == "of":
            return 0
        if token.kind in ("verb", "support") and place and place + 1 < len(tokens):
            return place if _is_bodies(tokens[:place]) and _has_thing(tokens[place + 1 :]) else 0
    return 0


def _without_weak(tokens: Sequence[Token]) -> Sequence[Token]:
    words = load_words()
    kept = list(tokens)
    while len(kept) > 1 and (
        kept[-1].kind in ("tail", "mark") or kept[-1].text in words.weak or kept[-1].kind == "of"
    ):
        kept.pop()
    return kept


def _behind(part: _Part, rest: Sequence[Token]) -> list[_Deed]:
    """Noun acts behind the things that they are done to."""
    toward = bool(rest) and rest[0].kind == "toward"
    things = _toward(rest[1:]) if toward else things_of(rest, acts_behind=True)
    default = (part.support,) if part.support else ()
    return [_Deed(thing.acts or default, thing, part) for thing in things]


def _toward(tokens: Sequence[Token]) -> list[Thing]:
    """对A进行B, 对A的B."""
    via = next((i for i, token in enumerate(tokens) if token.kind == "support" and i), 0)
    if not via:
        return things_of(tokens, acts_behind=True)
    acts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    for act in things_of(tokens[via + 1 :], acts_behind=True):
        acts += act.acts
        kinds += (act.head,) if act.head else ()
    things = things_of(_without_weak(tokens[:via]), acts_behind=False)
    return [replace(thing, acts=acts) for thing in things]


def _frames(
    deed: _Deed, text: str, above: Stage, exceptions: Sequence[tuple[int, str]], cross_cutting: bool
) -> list[Frame]:
    tokens = deed.thing.tokens
    quoted = text[tokens[0].start : tokens[-1].end] if tokens else ""
    head = deed.thing.head if deed.thing.head and deed.thing.head in text else None
    limits = tuple(dict.fromkeys(limit for limit in deed.thing.limits if limit in text))
    affair = affair_of(quoted, text, cross_cutting)
    by_stage: dict[Stage, list[str]] = {}
    for act in deed.acts:
        by_stage.setdefault(stage_of(act, head, quoted), []).append(act)
    if not deed.acts:
        by_stage = {above: []}
    near = tuple(name for place, name in exceptions if not tokens or place <= tokens[-1].end)
    return [
        Frame(
            tuple(acts),
            FrameObject(quoted, head, limits),
            deed.part.partners,
            deed.part.role,
            near,
            affair,
            stage,
        )
        for stage, acts in by_stage.items()
    ]
