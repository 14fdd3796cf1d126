"""What a question looks for, once its question words have fallen away."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.ingest.word_files import load_words
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.search.grams import expression, pairs, spelled

LONGEST = 1_000
"""Characters of a question; few texts of a list are longer."""
_BETWEEN = re.compile(r"[\s,，、。;；?？!！:：|/“”\"'（）()《》<>]+")


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word of the question and the official words for it; each of them will do."""

    words: Sequence[str]

    @property
    def expression(self) -> str:
        """The FTS5 expression for texts that contain one of the words."""
        return f"({' OR '.join(found for word in self.words if (found := expression(word)))})"


@dataclass(frozen=True, slots=True)
class Question:
    """The terms of a question; an answer has all of them. ``asks_who``: it is asked who answers, not for a text."""

    terms: Sequence[SearchTerm]
    asks_who: bool = False

    @property
    def expression(self) -> str:
        """The FTS5 expression for texts that answer the question."""
        return " AND ".join(term.expression for term in self.terms)

    @property
    def pieces(self) -> str:
        """The FTS5 expression for texts that have any piece of it: an official word, or two characters of what was typed."""
        official = [expression(word) for term in self.terms for word in term.words[1:]]
        typed = [pair for term in self.terms for pair in pairs(term.words[0])]
        return " OR ".join(dict.fromkeys(piece for piece in [*official, *typed] if piece))

    def stands_in(self, text: str) -> bool:
        """Return whether a text has all terms."""
        written = spelled(text)
        return all(any(word in written for word in term.words) for term in self.terms)


def understood(text: str) -> Question:
    """Return what a question looks for; without terms when it holds no letter or digit.

    Where nothing but question words is left, they are what is looked for. Raises ArgumentError for one that is too long.
    """
    if len(text) > LONGEST:
        raise ArgumentError(
            zh=f"问题最长 {LONGEST} 个字符，现有 {len(text)} 个",
            en=f"a question has at most {LONGEST} characters; this one has {len(text)}",
        )
    written = spelled(text)
    words = _words(_asking().sub(" ", written))
    asks_who = bool(_asking().search(written))
    if asks_who:
        words = [word for word in words if word not in _data()["acting"]] or words
    return _question(words or _words(written), asks_who=asks_who)


def taken_apart(question: Question) -> Question:
    """Return a question whose words are cut where an everyday word begins or ends: 小区停车 asks for 小区 and 停车.

    A single character beside such a word falls away: 离婚证 asks for 离婚.
    """
    parts = (part for term in question.terms for part in _parts(term.words[0]))
    return _question(parts, asks_who=question.asks_who)


def _question(words: Iterable[str], *, asks_who: bool) -> Question:
    return Question([SearchTerm(_alternatives(word)) for word in dict.fromkeys(words)], asks_who)


def _words(text: str) -> list[str]:
    found = (_without_ending(word) for word in _BETWEEN.split(text))
    return [word for word in found if expression(word)]


def _parts(word: str) -> list[str]:
    everyday = _data()["everyday"]
    parts: list[str] = []
    waiting = [word]
    while waiting:
        part = waiting.pop()
        pieces = () if part in everyday else _cut(part)
        if pieces:
            waiting += [piece for piece in reversed(pieces) if piece in everyday or len(piece) > 1]
        else:
            parts.append(part)
    return parts


def _cut(word: str) -> Sequence[str]:
    """Return the two pieces of a word of which one is an everyday word; none when there are no such."""
    everyday = _data()["everyday"]
    for at in range(len(word) - 1, 0, -1):
        begun, rest = word[:at], word[at:]
        if begun in everyday or rest in everyday:
            return begun, rest
    return ()


def _without_ending(word: str) -> str:
    endings = _data()["endings"]
    while ending := next((one for one in endings if word.endswith(one) and len(word) > len(one)), ""):
        word = word.removesuffix(ending)
    return word


def _alternatives(word: str) -> list[str]:
    return list(dict.fromkeys([word, *_data()["everyday"].get(word, ())]))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_data()["asking"], key=len, reverse=True))))


@cache
def _data() -> Any:
    return load_words(Path(__file__).with_name("words.yaml"))
