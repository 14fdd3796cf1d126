"""The head of a noun phrase, its class, and what narrows it."""

from collections.abc import Sequence
from functools import lru_cache

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

_LONGEST = 14
_WHOLE = 4
"""Longest phrase, in characters, that is its own head when no word of it is known."""
_NAMED = 5
"""Longest known name of a document that is a head as it is (规范性文件), in characters."""
_BEFORE = 4
"""Longest word before a noun act that is named with it (证件管理), in characters."""
_NARROWING = frozenset({"sphere", "org", "person"})
"""Classes of words that narrow a noun act rather than being what it is done to."""
_STATES = ("状况", "行为", "条件", "能力", "质量", "水平")


def head_of(tokens: Sequence[Token]) -> tuple[str, bool]:
    """Return the head of a phrase, and whether it is a word that is known as one."""
    text = text_of(tokens)
    if is_compound(tokens):
        before = tokens[-2].text if len(tokens) > 1 and tokens[-2].kind in ("noun", "verb") else ""
        named = len(before) <= _BEFORE and class_of(before) not in _NARROWING
        return (before if named else "") + tokens[-1].text, True
    if text.endswith(_STATES):
        return _last_words(tokens, 3), True
    if known := known_end(text):
        return _shortened(known), True
    return (text, False) if len(text) <= _WHOLE else (_last_words(tokens, 2), False)


def _shortened(head: str) -> str:
    """Return the end of a long known name of a document that can be understood alone (中长期发展规划: 发展规划)."""
    if class_of(head) != "doc" or len(head) <= _NAMED or "、" in head or "和" in head:
        return head
    return known_end(head[-_WHOLE:]) or head


def is_compound(tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends in a noun act (证件管理)."""
    words = load_words()
    return bool(tokens) and bool(tokens[-1].stage) and tokens[-1].text not in words.heads


def class_of(text: str) -> str | None:
    """Return the class of the longest known head that a text ends with."""
    known = known_end(text)
    return load_words().heads[known] if known else None


def limits_of(tokens: Sequence[Token], head: str) -> tuple[str, ...]:
    """Return the runs before the head that narrow it."""
    length = sum(len(token.text) for token in tokens) - len(head)
    limits: list[str] = [""]
    for token in tokens:
        part = token.text[: max(length, 0)]
        length -= len(token.text)
        if token.kind in ("noise", "tail", "of", "join"):
            limits.append("")
        elif token.text in load_words().levels:
            limits += [part, ""]
        else:
            limits[-1] += part
    return tuple(limit for limit in limits if limit)


@lru_cache(maxsize=20_000)
def last_word(text: str) -> str:
    """Return the shortest known head that a text ends with, or ""."""
    heads = load_words().heads
    return next(
        (text[-length:] for length in range(2, min(_LONGEST, len(text)) + 1) if text[-length:] in heads), ""
    )


@lru_cache(maxsize=20_000)
def known_end(text: str) -> str:
    """Return the longest known head that a text ends with, or ""."""
    heads = load_words().heads
    return next(
        (text[-length:] for length in range(min(_LONGEST, len(text)), 1, -1) if text[-length:] in heads), ""
    )


def _last_words(tokens: Sequence[Token], least: int) -> str:
    """Return the last words of a phrase that are together long enough to be understood."""
    words = ""
    for token in reversed(tokens):
        if words and (
            len(words) >= least
            or token.kind not in ("noun", "verb")
            or len(words) + len(token.text) > _WHOLE + 2
        ):
            break
        words = token.text + words
    return words
