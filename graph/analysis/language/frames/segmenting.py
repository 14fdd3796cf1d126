"""Cutting a clause into words: at each place the longest known word, else the one of the dictionary."""

import re
from collections.abc import Sequence

from dutygraph.graph.analysis.language.frames.dictionary import DictionaryWord, dictionary_words, keeps_words
from dutygraph.graph.analysis.language.frames.guesses import with_guessed_verbs
from dutygraph.graph.analysis.language.frames.lexicon import WordClasses, load_words
from dutygraph.graph.analysis.language.frames.tokens import Kind, Token

_MARKS = frozenset("，,：:（）()【】[]")
_OF = frozenset("的之")
_TOWARD = frozenset({"对", "针对", "围绕"})
_TITLE = re.compile("《[^《》]{1,60}》")
_NOMINAL = frozenset("性化度率")
"""Endings that make a noun of a word of manner (必要性)."""
_LONG = 3
"""Least length of a known word, in characters, that is believed against the dictionary."""


def tokens_of(clause: str) -> list[Token]:
    """Return the words of a clause without white space."""
    words = load_words()
    printed = dictionary_words(clause)
    tokens: list[Token] = []
    place = 0
    while place < len(clause):
        if title := _TITLE.match(clause, place):
            tokens.append(Token(title[0], "noun", place))
        elif word := _longest(clause, place, words, printed):
            tokens.append(Token(word, _kind(word, words), place, words.verbs.get(word, "")))
        else:
            tokens.append(_unknown(clause, place, words, printed))
        place = tokens[-1].end
    return with_guessed_verbs(tokens)


def _longest(clause: str, place: int, words: WordClasses, printed: Sequence[DictionaryWord]) -> str:
    for length in range(min(words.longest, len(clause) - place), 1, -1):
        word = clause[place : place + length]
        if word in _TOWARD:
            return word
        if word in words.known and (length >= _LONG or keeps_words(place, place + length, printed)):
            if word in words.noise and clause[place + length : place + length + 1] in _NOMINAL:
                continue
            return word
    char = clause[place]
    return char if char in words.known or char in _MARKS or char in _OF or char in _TOWARD else ""


def _unknown(clause: str, place: int, words: WordClasses, printed: Sequence[DictionaryWord]) -> Token:
    """Return a word of the dictionary, up to a known word within it."""
    word = printed[place]
    inner = range(place + 1, word.end)
    end = next((i for i in inner if _longest(clause, i, words, printed)), word.end)
    whole = (place, end) == (word.start, word.end)
    return Token(clause[place:end], "noun", place, tag=word.tag if whole else "")


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
    if word in _TOWARD:
        return "toward"
    if word in words.noise:
        return "noise"
    if word in words.tails:
        return "tail"
    return "mark" if word in _MARKS else "noun"
