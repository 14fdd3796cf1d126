"""Reading a list of things, each with what narrows it and the noun acts behind it (社会团体的登记管理、监督)."""

from collections.abc import Sequence
from dataclasses import replace

from dutygraph.graph.analysis.language.frames.heads import class_of
from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.lists import (
    GENERAL,
    as_limits,
    as_name,
    merged_modifiers,
    one_each,
    with_shared_acts,
)
from dutygraph.graph.analysis.language.frames.things import WORK, Thing, member_of, members_in, trimmed
from dutygraph.graph.analysis.language.frames.tokens import Token

_ACTING = frozenset({"org", "person", "sphere", None})
"""Classes of those who do what stands behind 的 themselves (各部门的督查)."""
_EXAMINED = frozenset({"doc", "project", "paper"})
"""Classes of things behind which a word before an act says how they are examined (规划的水资源论证)."""
_LIST = 2
_DEEPEST = 8
"""How many 的 are understood as such, from the last on."""


def things_of(tokens: Sequence[Token], acts_behind: bool, documents: bool = False) -> list[Thing]:
    """Return the things of a list; with ``acts_behind`` the verbs behind them are their acts, else part of their names.

    ``documents``: only documents can be meant, since they are drawn up.
    """
    things = one_each(with_shared_acts(_members(trimmed(tokens), acts_behind, documents)))
    return things if any(thing.head for thing in things) else list(map(_of_kind, things))


def _of_kind(thing: Thing) -> Thing:
    """Acts on nothing but what a noun before them says are done to that (技术培训; not 专项检查)."""
    if not thing.limits or thing.limits[-1] in load_words().manners:
        return thing
    return replace(thing, head=thing.limits[-1], limits=thing.limits[:-1])


def _members(
    tokens: Sequence[Token], acts_behind: bool, documents: bool, depth: int = _DEEPEST
) -> list[Thing]:
    cut = max((i for i in range(1, len(tokens) - 1) if _is_of(tokens, i)), default=0) if depth else 0
    general = next((i for i in range(cut + 1, len(tokens) - 1) if tokens[i].text == GENERAL), 0)
    if (
        acts_behind
        and general
        and all(token.stage for token in tokens[general + 1 :] if token.kind in ("noun", "verb"))
    ):
        named = _members(tokens[:general], False, documents, depth)
        return named + _members(tokens[general + 1 :], True, documents, 0)
    if not cut:
        things = [thing for part in members_in(tokens) if (thing := member_of(part, acts_behind))]
        return merged_modifiers(things, documents)
    return _with_of(tokens, cut, acts_behind, documents, depth)


def _with_of(
    tokens: Sequence[Token], cut: int, acts_behind: bool, documents: bool, depth: int
) -> list[Thing]:
    """Read what stands on both sides of 的 at a place."""
    right = _bare_acts(tokens[cut + 1 :]) if acts_behind else []
    right = right or _members(trimmed(tokens[cut + 1 :]), acts_behind, documents, 0)
    left = _members(trimmed(tokens[:cut]), acts_behind and tokens[cut - 1].text != WORK, False, depth - 1)
    if not left or not right:
        return left or right
    if right[0].head is None:
        right = [_handled(thing) for thing in right]
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


def _bare_acts(tokens: Sequence[Token]) -> list[Thing]:
    """Return the acts of a list of nothing but acts, whatever else they can be (农村公路的规划、建设、养护)."""
    parts = [[token for token in part if token.kind not in ("noise", "tail")] for part in members_in(tokens)]
    if len(parts) < _LIST or not all(len(part) == 1 and part[0].stage for part in parts):
        return []
    return [Thing((), None, (), tuple(part[0].text for part in parts))]


def _handled(thing: Thing) -> Thing:
    """Return a member of a list of acts with a word that only says how (住房的分配、退出管理)."""
    how = thing.head is not None and len(thing.tokens) == 1 and class_of(thing.head) is None
    return replace(thing, tokens=(), head=None, limits=(thing.head or "",)) if how and thing.acts else thing


def _is_kind(thing: Thing) -> bool:
    """Whether what stands behind 的 only says how the thing before it is looked at or handled (资金的归集、拨付)."""
    words = load_words()
    return (
        not thing.acts
        and len(thing.tokens) == 1
        and (thing.head in words.kinds or bool(thing.tokens[0].stage))
    )


def _is_of(tokens: Sequence[Token], place: int) -> bool:
    """Whether 的 stands at a place, or 工作 as in 安全生产工作专项检查."""
    token, after = tokens[place], tokens[place + 1]
    words = load_words()
    return token.kind == "of" or (token.text == WORK and (after.text in words.kinds or bool(after.stage)))


def _named_only(left: list[Thing], tokens: Sequence[Token], depth: int) -> list[Thing]:
    """The things before 的 where noun acts alone follow: their own acts belong to their names (企业认定的申报)."""
    occasions = load_words().occasions
    if all(act in occasions for thing in left for act in thing.acts):
        return [replace(thing, acts=(), limits=thing.limits + thing.acts) for thing in with_shared_acts(left)]
    return _members(trimmed(tokens), False, False, depth) or left


def _narrowed(left: list[Thing], right: list[Thing]) -> list[Thing]:
    """Things behind 的, narrowed by those before it that have no acts of their own."""
    last = len(left)
    if left[-1].acts:
        left = [*left[:-1], as_name(left[-1])]
    while last and not left[last - 1].acts:
        last -= 1
    while (
        last + 1 < len(left) and class_of(left[last].head or "") == class_of(right[0].head or "") is not None
    ):
        last += 1
    above = left[last:]
    limits = tuple(limit for thing in above for limit in as_limits(thing))
    first = above[0].tokens if above else ()
    narrowed = [replace(right[0], tokens=(*first, *right[0].tokens), limits=limits + right[0].limits)]
    for thing in right[1:]:
        alike = thing.head is not None and not narrowed[-1].acts
        narrowed.append(replace(thing, limits=limits + thing.limits) if alike else thing)
    return left[:last] + narrowed
