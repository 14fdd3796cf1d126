"""A thing of a clause with what narrows it and the noun acts behind it, read from one member of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.language.frames.heads import class_of, head_of, limits_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.tokens import Token

WORK = "工作"
_PROBLEM = "问题"
_TOGETHER = (
    frozenset({"tell", "train"}),
    frozenset({"supervise", "assess", "steer", "punish", "audit"}),
    frozenset({"plan", "build", "manage"}),
    frozenset({"review", "apply"}),
)
"""Stages of noun acts that stand side by side without a break (宣传教育培训)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, or only noun acts (head None): what narrows it, its head, and the acts behind it."""

    tokens: tuple[Token, ...]
    """The words from its first modifier to its head."""
    head: str | None
    limits: tuple[str, ...]
    acts: tuple[str, ...]
    closed: bool = False
    """Whether a word behind it ends it (社会救助工作、…): it is no modifier of what follows."""
    sure: bool = True
    """Whether the head is a word that is known as one; else it may be a modifier of what follows."""


def member_of(tokens: Sequence[Token], acts_behind: bool) -> Thing | None:
    """Return the thing that a member of a list names; ``acts_behind`` as in ``things_of``. None where it says nothing."""
    words = load_words()
    closed = tokens[-1].text == WORK
    tokens = trimmed(tokens)
    if not tokens:
        return None
    last = _acts_from(tokens) if acts_behind else len(tokens)
    if (
        acts_behind
        and all(token.stage and token.text not in words.topics for token in tokens)
        and tokens[-1].text not in words.heads
    ):
        last = 0
    named, acts = tokens[:last], tuple(token.text for token in tokens[last:])
    drawn_up = any(token.stage == DRAFT for token in tokens[last:])
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
    return Thing(tuple(named), head, limits_of(named, head) + manners, acts, closed, sure)


def _acts_from(tokens: Sequence[Token]) -> int:
    """Return the place from which the words are noun acts."""
    place = len(tokens)
    if place and class_of(tokens[-1].text) == "doc":
        return place
    while place and tokens[place - 1].stage:
        if place < len(tokens) and not _go_together(tokens[place - 1], tokens[place]):
            break
        place -= 1
    return place


def _go_together(first: Token, second: Token) -> bool:
    words = load_words()
    if first.text in words.heads:
        return False
    stages = frozenset((first.stage, second.stage))
    return len(stages) == 1 or any(stages <= group for group in _TOGETHER)


def members_in(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the words of each member of a list."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in ("join", "mark", "also"):
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return words without those around them that say nothing (有关…工作)."""
    inner = list(tokens)
    while inner and inner[0].kind in ("join", "mark", "also", "noise", "of"):
        inner.pop(0)
    while len(inner) > 1 and inner[-1].kind in ("tail", "mark", "of", "join", "noise"):
        before = next((token for token in reversed(inner[:-1]) if token.kind != "noise"), None)
        if inner[-1].text == _PROBLEM and before is not None and before.kind == "of":
            break
        inner.pop()
    return inner
