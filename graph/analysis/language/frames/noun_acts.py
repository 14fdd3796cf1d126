"""Noun acts behind the things that they are done to (档案的管理, 对A进行B)."""

from collections.abc import Sequence
from dataclasses import replace

from dutygraph.graph.analysis.language.frames.bodies import led_verb, names_of
from dutygraph.graph.analysis.language.frames.lexicon import load_words, stage_of_verb
from dutygraph.graph.analysis.language.frames.phrases import things_of
from dutygraph.graph.analysis.language.frames.things import Thing, trimmed
from dutygraph.graph.analysis.language.frames.tokens import Token

_OWN_DOING = frozenset({"实施", "组织实施", "办理"})
"""Verbs that carry noun acts only behind 对 (对A实施B)."""


def acted_on(rest: Sequence[Token], support: str) -> list[Thing]:
    """Return the things of a part without verbs before them, with the noun acts behind them; ``support``: see words.yaml."""
    words = load_words()
    toward = is_toward(rest)
    rest = rest[toward:]
    things = _done_by(rest, toward) or (_led_by(rest) if toward else []) or things_of(rest, acts_behind=True)
    if support in words.carrying and not all(map(_is_official, things)):
        return things_of(rest, acts_behind=False)
    return things


def acts_on_it(rest: Sequence[Token]) -> tuple[str, ...]:
    """Return the acts of 对执行情况进行B, where what is acted on was named before."""
    doing = next((i for i, token in enumerate(rest) if token.text in load_words().doing), 0)
    named = [token for token in rest[1:doing] if token.kind in ("noun", "verb")]
    if not doing or not is_toward(rest) or named:
        return ()
    return tuple(act for thing in things_of(rest[doing + 1 :], acts_behind=True) for act in thing.acts)


def is_toward(rest: Sequence[Token]) -> bool:
    """Whether what is acted on follows 对 and the like."""
    return bool(rest) and rest[0].kind == "toward"


def without_weak(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of things without 的使用, 执行情况 and the like behind them."""
    words = load_words()
    strong = trimmed(tokens)
    while len(strong) > 1 and strong[-1].text in words.weak:
        strong = trimmed(strong[:-1])
    return strong


def _led_by(tokens: Sequence[Token]) -> list[Thing]:
    """对A执行B的C: what A does is looked at."""
    last = max((i for i, token in enumerate(tokens) if token.kind == "of"), default=0)
    inner = led_verb(tokens[:last])
    if not inner:
        return []
    led = names_of(tokens[:inner])
    things = things_of(tokens[inner + 1 :], acts_behind=True)
    return [replace(thing, limits=led + thing.limits) for thing in things]


def _is_official(thing: Thing) -> bool:
    """Whether a thing has noun acts that tell more than that it is carried out (许可, not 供养)."""
    return any(stage_of_verb(act) != "do" for act in thing.acts)


def _carries(tokens: Sequence[Token], place: int, toward: bool) -> bool:
    """Whether a word at a place carries the noun acts behind it, and is none of them itself (活动的组织、协调)."""
    listed = not toward and tokens[place - 1].kind in ("of", "join")
    return tokens[place].text in load_words().doing and not listed


def _done_by(tokens: Sequence[Token], toward: bool) -> list[Thing]:
    """对A进行B."""
    doing = max((i for i in range(1, len(tokens)) if _carries(tokens, i, toward)), default=0)
    limited = any(token.kind == "of" for token in tokens[doing:])
    if not doing or limited or (not toward and tokens[doing].text in _OWN_DOING):
        return []
    acts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    for act in things_of(tokens[doing + 1 :], acts_behind=True):
        acts += act.acts
        kinds += (act.head, *act.limits) if act.head and act.acts else act.limits
    if not acts:
        return []
    inner = led_verb(tokens[:doing])
    led = names_of(tokens[:inner]) if inner else ()
    things = things_of(without_weak(tokens[inner + 1 if inner else 0 : doing]), acts_behind=False)
    acts = tuple(dict.fromkeys(acts))
    return [replace(thing, acts=acts, limits=led + thing.limits + kinds) for thing in things]
