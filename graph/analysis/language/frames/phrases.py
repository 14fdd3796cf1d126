"""Reading a list of things, each with what narrows it and the noun acts behind it (社会团体的登记管理、监督)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

_LONGEST_HEAD = 12
_WHOLE = 6
"""Longest phrase, in characters, that is its own head when no word of it is known."""
_LAST = 4
"""Characters of the end of a longer one that are taken for its head."""

_STATES = ("状况", "行为", "条件", "能力", "质量", "水平")
_GENERAL = "等"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, or only noun acts (head None): what narrows it, its head, and the acts behind it."""

    tokens: tuple[Token, ...]
    """The words from its first modifier to its head."""
    head: str | None
    limits: tuple[str, ...]
    acts: tuple[str, ...]
    open: bool = False
    """Whether the head is a guess: it may be a modifier of what follows."""


def things_of(tokens: Sequence[Token], acts_behind: bool) -> list[Thing]:
    """Return the things of a list; with ``acts_behind`` the verbs behind them are their acts, else part of their names."""
    return _shared(_members(_trimmed(tokens), acts_behind))


def _members(tokens: Sequence[Token], acts_behind: bool) -> list[Thing]:
    cut = max((i for i, token in enumerate(tokens[:-1]) if token.kind == "of"), default=0)
    if not cut:
        return _merged([thing for part in _parts(tokens) if (thing := _thing(part, acts_behind))])
    left, right = _members(tokens[:cut], acts_behind), _members(tokens[cut + 1 :], acts_behind)
    if not left or not right:
        return left or right
    if right[0].head is None:
        return left + right
    last = len(left)
    while last and not left[last - 1].acts:
        last -= 1
    above = left[last:]
    limits = tuple(limit for thing in above for limit in (*thing.limits, thing.head) if limit)
    first_tokens = above[0].tokens if above else ()
    narrowed = [replace(right[0], tokens=(*first_tokens, *right[0].tokens), limits=limits + right[0].limits)]
    for thing in right[1:]:
        same = thing.head is not None and not narrowed[-1].acts
        narrowed.append(replace(thing, limits=limits + thing.limits) if same else thing)
    return left[:last] + narrowed


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in ("join", "mark"):
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _thing(tokens: Sequence[Token], acts_behind: bool) -> Thing | None:
    words = load_words()
    tokens = _trimmed(tokens)
    last = len(tokens)
    while acts_behind and last and tokens[last - 1].text in words.verbs:
        last -= 1
    named, acts = tokens[:last], tuple(token.text for token in tokens[last:])
    if all(token.text in words.kinds or token.kind == "noise" for token in named):
        kinds = tuple(token.text for token in named if token.kind != "noise")
        return Thing((), None, kinds, acts) if acts else (_named(named, ()) if kinds else None)
    return _named(named, acts)


def _named(tokens: Sequence[Token], acts: tuple[str, ...]) -> Thing:
    head, sure = _head(tokens)
    rest = text_of(tokens)[: -len(head)]
    return Thing(tuple(tokens), head, _limits(tokens, len(rest)), acts, not sure)


def _head(tokens: Sequence[Token]) -> tuple[str, bool]:
    words = load_words()
    text = text_of(tokens)
    if tokens[-1].text in words.verbs and tokens[-1].text not in words.heads:
        before = tokens[-2].text if len(tokens) > 1 and tokens[-2].kind == "noun" else ""
        return (before if len(before) <= _LAST else "") + tokens[-1].text, True
    for state in _STATES:
        if text.endswith(state) and len(text) > len(state):
            before = tokens[-2].text if tokens[-1].text == state and len(tokens) > 1 else ""
            return (before + state if len(before) <= _LAST else text[-_LAST:]), True
    for length in range(min(_LONGEST_HEAD, len(text)), 1, -1):
        if text[-length:] in words.heads:
            return text[-length:], True
    if len(text) <= _WHOLE:
        return text, False
    last = tokens[-1].text
    return (last if 1 < len(last) <= _WHOLE else text[-_LAST:]), False


def _limits(tokens: Sequence[Token], length: int) -> tuple[str, ...]:
    limits: list[str] = []
    run = ""
    for token in tokens:
        part = token.text[: max(length, 0)]
        length -= len(token.text)
        if token.kind in ("noise", "tail") or not part:
            limits, run = ([*limits, run] if run else limits), ""
        else:
            run += part
    return tuple([*limits, run] if run else limits)


def _merged(things: list[Thing]) -> list[Thing]:
    """Join guessed heads without acts to what follows them (养老、医疗保险基金)."""
    merged: list[Thing] = []
    for thing in things:
        before = merged[-1] if merged else None
        if before and before.open and not before.acts and thing.head and not thing.open:
            limits = tuple(limit for limit in (*before.limits, before.head) if limit)
            merged[-1] = replace(thing, tokens=before.tokens + thing.tokens, limits=limits + thing.limits)
        else:
            merged.append(thing)
    return merged


def _shared(things: list[Thing]) -> list[Thing]:
    """Give things the acts that they share: those of the next thing with acts, and acts that follow alone."""
    groups: list[list[Thing]] = [[]]
    closed = False
    for thing in things:
        if thing.head is None:
            if not groups[-1]:
                groups[-1] = [thing]
            else:
                groups[-1] = [replace(t, acts=t.acts + thing.acts, limits=t.limits) for t in groups[-1]]
            closed = True
        elif closed:
            groups.append([thing])
            closed = bool(thing.acts)
        else:
            groups[-1] = [replace(t, acts=thing.acts) for t in groups[-1]] + [thing]
            closed = bool(thing.acts)
    return [thing for group in groups for thing in group]


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and kept[0].kind in ("join", "mark", "also", "noise", "of"):
        kept.pop(0)
    while len(kept) > 1 and (kept[-1].kind in ("tail", "mark", "of", "join", "noise")):
        kept.pop()
    return kept
