"""Cutting a clause into words with their class: at each place the longest known word, the rest in runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dutygraph.graph.analysis.language.frames.lexicon import WordClasses, load_words

Kind = Literal["verb", "support", "with", "join", "also", "of", "noise", "tail", "noun", "mark", "toward"]

_MARKS = frozenset("，,：:（）()【】[]")
_OF = frozenset("的之")
_TOWARD = "对"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a clause, with its place in it."""

    text: str
    kind: Kind
    start: int
    """Offset into the clause, white space left out."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


def tokens_of(clause: str) -> list[Token]:
    """Return the words of a clause without white space."""
    words = load_words()
    tokens: list[Token] = []
    place = unknown = 0
    while place < len(clause):
        word = _longest(clause, place, words)
        if word:
            if unknown < place:
                tokens.append(Token(clause[unknown:place], "noun", unknown))
            tokens.append(Token(word, _kind(word, words), place))
            place += len(word)
            unknown = place
        else:
            place += 1
    if unknown < place:
        tokens.append(Token(clause[unknown:place], "noun", unknown))
    return tokens


def text_of(tokens: Sequence[Token]) -> str:
    """Return what the tokens say, without what stood between them."""
    return "".join(token.text for token in tokens)


def _longest(clause: str, place: int, words: WordClasses) -> str:
    for length in range(min(words.longest, len(clause) - place), 1, -1):
        if (word := clause[place : place + length]) in words.known:
            return word
    char = clause[place]
    return char if char in words.known or char in _MARKS or char in _OF or char == _TOWARD else ""


def _kind(word: str, words: WordClasses) -> Kind:
    if word in words.support:
        return "support"
    if word in words.verbs:
        return "verb"
    if word in words.roles:
        return "with"
    if word in words.joins:
        return "join"
    if word in words.also:
        return "also"
    if word in _OF:
        return "of"
    if word == _TOWARD:
        return "toward"
    if word in words.noise:
        return "noise"
    if word in words.tails:
        return "tail"
    return "mark" if word in _MARKS else "noun"
