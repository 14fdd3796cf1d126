"""Reading a list of things, each with what narrows it and the noun acts behind it (社会团体的登记管理、监督)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.heads import class_of, head_of, is_compound, limits_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

_GENERAL = "等"
_WORK = "工作"
_ACTING = frozenset({"org", "person", "sphere", None})
"""Classes of those who do what stands behind 的 themselves (各部门的督查)."""
_EXAMINED = frozenset({"doc", "project", "paper"})
"""Classes of things behind which a word before an act says how they are examined (规划的水资源论证)."""
_TOGETHER = (
    frozenset({"tell", "train"}),
    frozenset({"supervise", "assess", "steer", "punish", "audit"}),
    frozenset({"plan", "build", "manage"}),
)
"""Stages of noun acts that stand side by side without a break (宣传教育培训)."""


_SHORT = 3
"""Longest unknown member of a list, in characters, that is taken for a modifier of the next (养老、医疗保险)."""
_DEEPEST = 8
"""How many 的 are understood as such, from the last on."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, or only noun acts (head None): what narrows it, its head, and the acts behind it."""

    tokens: tuple[Token, ...]
    """The words from its first modifier to its head."""
    head: str | None
    limits: tuple[str, ...]
    acts: tuple[str, ...]
    sure: bool = True
    """Whether the head is a word that is known as one; else it may be a modifier of what follows."""


def things_of(tokens: Sequence[Token], acts_behind: bool, documents: bool = False) -> list[Thing]:
    """Return the things of a list; with ``acts_behind`` the verbs behind them are their acts, else part of their names.

    ``documents``: only documents can be meant, since they are drawn up.
    """
    return _one_each(_shared(_members(trimmed(tokens), acts_behind, documents)))


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return words without those around them that say nothing (有关…工作)."""
    kept = list(tokens)
    while kept and kept[0].kind in ("join", "mark", "also", "noise", "of"):
        kept.pop(0)
    while len(kept) > 1 and kept[-1].kind in ("tail", "mark", "of", "join", "noise"):
        kept.pop()
    return kept


def _members(
    tokens: Sequence[Token], acts_behind: bool, documents: bool, depth: int = _DEEPEST
) -> list[Thing]:
    cut = max((i for i in range(1, len(tokens) - 1) if _is_of(tokens, i)), default=0) if depth else 0
    if not cut:
        things = [thing for part in _parts(tokens) if (thing := _thing(part, acts_behind))]
        return _merged(things, documents)
    right = _members(trimmed(tokens[cut + 1 :]), acts_behind, documents, 0)
    left = _members(trimmed(tokens[:cut]), acts_behind, False, depth - 1)
    if not left or not right:
        return left or right
    if right[0].head is None:
        return (_named_only(left, tokens[:cut], depth - 1) if left[-1].acts else left) + right
    if all(_is_kind(thing) for thing in right):
        kinds = tuple(limit for thing in right for limit in (*thing.limits, thing.head) if limit)
        if right[-1].acts or class_of(left[-1].head or "") not in _ACTING:
            return [replace(thing, limits=thing.limits + kinds, acts=right[-1].acts) for thing in left]
    if class_of(left[-1].head or "") in _EXAMINED and all(
        thing.acts and len(thing.tokens) == 1 for thing in right
    ):
        right = [replace(thing, tokens=(), head=None, limits=(thing.head or "",)) for thing in right]
        return left + right
    return _narrowed(left, right)


def _is_kind(thing: Thing) -> bool:
    """Whether what stands behind 的 only says how the thing before it is looked at or handled (资金的归集、拨付)."""
    words = load_words()
    return (
        not thing.acts and len(thing.tokens) == 1 and (thing.head in words.kinds or is_compound(thing.tokens))
    )


def _is_of(tokens: Sequence[Token], place: int) -> bool:
    """Whether 的 stands at a place, or 工作 as in 安全生产工作专项检查."""
    token, after = tokens[place], tokens[place + 1]
    words = load_words()
    return token.kind == "of" or (
        token.text == _WORK and (after.text in words.kinds or after.text in words.verbs)
    )


def _named_only(left: list[Thing], tokens: Sequence[Token], depth: int) -> list[Thing]:
    """The things before 的 where noun acts alone follow: their own acts belong to their names (企业认定的申报)."""
    occasions = load_words().occasions
    if all(act in occasions for thing in left for act in thing.acts):
        return [replace(thing, acts=(), limits=thing.limits + thing.acts) for thing in _shared(left)]
    return _members(trimmed(tokens), False, False, depth) or left


def _as_name(thing: Thing) -> Thing:
    """Return a thing whose acts belong to its name, since something of it is meant (救助的政策)."""
    return replace(thing, head=(thing.head or "") + "".join(thing.acts), acts=())


def _narrowed(left: list[Thing], right: list[Thing]) -> list[Thing]:
    """Things behind 的, narrowed by those before it that have no acts of their own."""
    last = len(left)
    if left[-1].acts:
        left = [*left[:-1], _as_name(left[-1])]
    while last and not left[last - 1].acts:
        last -= 1
    while (
        last + 1 < len(left) and class_of(left[last].head or "") == class_of(right[0].head or "") is not None
    ):
        last += 1
    above = left[last:]
    limits = tuple(limit for thing in above for limit in _as_limits(thing))
    first = above[0].tokens if above else ()
    narrowed = [replace(right[0], tokens=(*first, *right[0].tokens), limits=limits + right[0].limits)]
    for thing in right[1:]:
        alike = thing.head is not None and not narrowed[-1].acts
        narrowed.append(replace(thing, limits=limits + thing.limits) if alike else thing)
    return left[:last] + narrowed


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in ("join", "mark", "also"):
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _thing(tokens: Sequence[Token], acts_behind: bool) -> Thing | None:
    words = load_words()
    tokens = trimmed(tokens)
    last = _acts_from(tokens) if acts_behind else len(tokens)
    if acts_behind and all(token.text in words.verbs and token.text not in words.topics for token in tokens):
        last = 0
    named, acts = tokens[:last], tuple(token.text for token in tokens[last:])
    drawn_up = any(words.verbs[act] == DRAFT for act in acts)
    if (
        acts
        and not (drawn_up and named)
        and all(token.text in words.kinds or token.kind in ("noise", "tail") for token in named)
    ):
        kinds = tuple(token.text for token in named if token.kind not in ("noise", "tail"))
        return Thing((), None, kinds, acts)
    manners: tuple[str, ...] = ()
    while acts and len(named) > 1 and named[-1].text in words.manners:
        manners = (named.pop().text, *manners)
    named = trimmed(named)
    if not named:
        return None
    head, sure = head_of(named)
    return Thing(tuple(named), head, limits_of(named, head) + manners, acts, sure)


def _acts_from(tokens: Sequence[Token]) -> int:
    """Return the place from which the words are noun acts."""
    words = load_words()
    place = len(tokens)
    if place and class_of(tokens[-1].text) == "doc":
        return place
    while place and (tokens[place - 1].text in words.verbs):
        if place < len(tokens) and not _go_together(tokens[place - 1].text, tokens[place].text):
            break
        place -= 1
    return place


def _go_together(first: str, second: str) -> bool:
    words = load_words()
    if first in words.heads:
        return False
    stages = frozenset((words.verbs[first], words.verbs[second]))
    return len(stages) == 1 or any(stages <= group for group in _TOGETHER)


def _merged(things: list[Thing], documents: bool) -> list[Thing]:
    """Join modifiers that stand side by side to the thing that they narrow (养老、医疗保险基金), from the last on."""
    merged: list[Thing] = []
    classes: set[str | None] = set()
    for thing in reversed(things):
        if merged and _narrows(thing, merged[-1], classes, documents):
            after = merged[-1]
            limits = (*_as_limits(thing), *thing.acts)
            merged[-1] = replace(after, tokens=(*thing.tokens, *after.tokens), limits=limits + after.limits)
            classes |= {class_of(thing.head or ""), *_classes_before(thing)}
        else:
            merged.append(thing)
            classes = _classes_before(thing)
    return merged[::-1]


def _as_limits(thing: Thing) -> tuple[str, ...]:
    """Return a thing as limits of another: one run where it is printed as one and holds no level (区本级)."""
    run = text_of(thing.tokens)
    whole = (
        bool(run)
        and run.endswith(thing.head or "")
        and thing.tokens[-1].end - thing.tokens[0].start == len(run)
        and run not in thing.limits
    )
    if whole and not any(
        token.text in load_words().levels or token.kind == "noise" for token in thing.tokens
    ):
        return (run,)
    return tuple(limit for limit in (*thing.limits, thing.head) if limit)


def _narrows(thing: Thing, after: Thing, modifiers: set[str | None], documents: bool) -> bool:
    """Whether a member of a list is a modifier of the thing after it, whose modifiers have the classes ``modifiers``."""
    words = load_words()
    if after.head is None:
        return False
    if any(token.text.startswith(_GENERAL) for token in after.tokens[:-1]):
        return True
    if thing.head is None or thing.acts:
        return all(act in words.occasions for act in thing.acts)
    own, other = class_of(thing.head), class_of(after.head)
    if is_compound(thing.tokens):
        return other in ("doc", "advice")
    if documents and other in ("doc", "advice") and own not in ("doc", "advice", "paper"):
        return True
    short = len(thing.tokens) == 1 and len(thing.head) <= _SHORT
    if not thing.sure:
        return after.sure and len(thing.head) <= _SHORT
    if own == "sphere" and short and len(after.tokens) > 1:
        return True
    return own is not None and own != other and own in modifiers


def _classes_before(thing: Thing) -> set[str | None]:
    """Return the classes of the words before the head of a thing."""
    length = sum(len(token.text) for token in thing.tokens) - len(thing.head or "")
    found: set[str | None] = set()
    for token in thing.tokens:
        if length <= 0:
            break
        found.add(class_of(token.text[:length]))
        length -= len(token.text)
    return found


def _shared(things: list[Thing]) -> list[Thing]:
    """Give things the acts that they share: those of the next thing with acts, and acts that follow alone."""
    groups: list[list[Thing]] = [[]]
    closed = False
    for thing in things:
        if thing.head is None:
            acting = [
                replace(t, acts=t.acts + thing.acts, limits=t.limits + thing.limits) for t in groups[-1]
            ]
            groups[-1] = acting or [thing]
            closed = True
        elif closed:
            groups.append([thing])
            closed = bool(thing.acts)
        else:
            if thing.acts:
                groups[-1] = [replace(t, acts=thing.acts) for t in groups[-1]]
            groups[-1].append(thing)
            closed = bool(thing.acts)
    return [thing for group in groups for thing in group]


def _one_each(things: list[Thing]) -> list[Thing]:
    """Make one thing of those that differ in what narrows them only (受理的案件和交办的案件)."""
    found: dict[tuple[str | None, tuple[str, ...]], Thing] = {}
    for thing in things:
        same = found.get((thing.head, thing.acts))
        limits = tuple(dict.fromkeys((*same.limits, *thing.limits))) if same else thing.limits
        found[thing.head, thing.acts] = replace(same or thing, limits=limits)
    return list(found.values())
