"""The words of running Chinese, by the dictionary of jieba: where they begin and end, and their class."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DictionaryWord:
    """A word of a clause with its place."""

    start: int
    end: int
    tag: str
    """Its class in the dictionary (tag set of ICTCLAS: v verb, vn noun for what is done, n noun)."""


def dictionary_words(clause: str) -> list[DictionaryWord]:
    """Return for each character of a clause the word of the dictionary that it is in."""
    import rjieba  # unpacks its dictionary at once, 0.15 s

    words: list[DictionaryWord] = []
    for text, tag in rjieba.tag(clause, hmm=False):
        start = len(words)
        words += [DictionaryWord(start, start + len(text), tag)] * len(text)
    return words


def keeps_words(start: int, end: int, words: Sequence[DictionaryWord]) -> bool:
    """Whether a run joins whole words or lies within one, so that none is torn (制定和平时…: not 和平)."""
    first, last = words[start], words[end - 1]
    return first is last or (first.start == start and last.end == end)
