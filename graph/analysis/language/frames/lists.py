"""Members of a list of things: which narrow the next, and which acts they share (养老、医疗保险基金的征缴)."""

from dataclasses import replace

from dutygraph.graph.analysis.language.frames.heads import class_of, is_compound
from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.things import Thing
from dutygraph.graph.analysis.language.frames.tokens import text_of

GENERAL = "等"
_SPHERES = ("领域", "方面")
"""Words before a thing that hold for all members of the list before them (经济、社会领域信息化)."""
_SHORT = 3
"""Longest unknown member of a list, in characters, that is taken for a modifier of the next (养老、医疗保险)."""


def merged_modifiers(things: list[Thing], documents: bool) -> list[Thing]:
    """Join modifiers that stand side by side to the thing that they narrow (养老、医疗保险基金), from the last on."""
    merged: list[Thing] = []
    classes: set[str | None] = set()
    for thing in reversed(things):
        if merged and _narrows(thing, merged[-1], classes, documents):
            after = merged[-1]
            limits = (*as_limits(thing), *thing.acts)
            merged[-1] = replace(after, tokens=(*thing.tokens, *after.tokens), limits=limits + after.limits)
            classes |= {class_of(thing.head or ""), *_classes_before(thing)}
        else:
            merged.append(thing)
            classes = _classes_before(thing)
    return merged[::-1]


def as_limits(thing: Thing) -> tuple[str, ...]:
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
    if after.head is None or thing.closed:
        return False
    if any(token.text.startswith((GENERAL, *_SPHERES)) for token in after.tokens[:-1]):
        return True
    if thing.head is None or thing.acts:
        return all(act in words.occasions for act in thing.acts)
    own, other = class_of(thing.head), class_of(after.head)
    if is_compound(thing.tokens):
        return (
            other in ("doc", "advice")
            or (documents and other == "paper")
            or (other == "place" and bool(after.tokens[0].stage))
        )
    if documents and other in ("doc", "advice", "paper") and own not in ("doc", "advice", "paper"):
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


def with_shared_acts(things: list[Thing]) -> list[Thing]:
    """Give things the acts that they share: those of the next thing with acts, and acts that follow alone."""
    groups: list[list[Thing]] = [[]]
    closed = False
    matters = load_words().matters
    for member in things:
        own = bool(member.acts) and all(act in matters for act in member.acts)
        thing = as_name(member) if own and groups[-1] and member.head else member
        if thing.head is None and groups[-1] and own:
            groups.append([replace(thing, head=thing.acts[0], acts=())])
        elif thing.head is None:
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


def one_each(things: list[Thing]) -> list[Thing]:
    """Make one thing of those that differ in what narrows them only (受理的案件和交办的案件)."""
    found: dict[tuple[str | None, tuple[str, ...]], Thing] = {}
    for thing in things:
        same = found.get((thing.head, thing.acts))
        limits = tuple(dict.fromkeys((*same.limits, *thing.limits))) if same else thing.limits
        found[thing.head, thing.acts] = replace(same or thing, limits=limits)
    return list(found.values())


def as_name(thing: Thing) -> Thing:
    """Return a thing whose acts belong to its name, since something of it is meant (救助的政策)."""
    return replace(thing, head=(thing.head or "") + "".join(thing.acts), acts=())
