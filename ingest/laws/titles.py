"""Titles in 《》: their offsets (brackets may be nested, doubled, missing), and which of them name instruments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dutygraph.ingest.text import clean
from dutygraph.ingest.word_files import load_words

_DEEPEST = 3  # 《》 inside 《》 inside 《》
_LONGEST = 200  # characters: the longest title of a Chinese instrument known to us has about 120

_INVERTED = re.compile(
    r"[＜〈<](?=[^《》＜〈<＞〉>\n])[^《》＜〈<＞〉>\n]*《[^《》\n]*》[^《》＜〈<＞〉>\n]*[＞〉>]"
)
"""＜省实施《法》办法＞: a title whose outer brackets are of the kind for inner ones."""
_MARK = re.compile("[《》]")
_UNCLOSED_END = re.compile(r"[（(][^（()）\n]{0,60}号|[。；;，]|\n|$")
"""The end of a title without 》: a document number in brackets, a stop, or the end of the line."""
_TAIL_BRACKET = re.compile(r"[（(〔\[][^（()）〔〕\[\]]*[)）〕\]]$")


@dataclass(frozen=True, slots=True)
class PrintedTitle:
    """A title as printed, without its 《》 and blanks; text[start:end] holds it with its brackets."""

    start: int
    end: int
    text: str


def find_titles(text: str) -> list[PrintedTitle]:
    """Return every title in ``text``, in order; a title inside another one is part of that."""
    titles: list[PrintedTitle] = []
    end = 0
    for title in sorted((*_inverted(text), *_bracketed(text)), key=lambda title: (title.start, -title.end)):
        if title.start >= end:
            titles.append(title)
            end = title.end
    return titles


def names_instrument(title: str) -> bool:
    """Return whether ``title`` alone names a legal instrument, by the endings in instrument_words.yaml."""
    endings, beginnings = _instrument_words()
    ending = ending_of(title)
    return endings[ending] if ending else title.startswith(beginnings)


def ending_of(title: str) -> str:
    """Return the longest ending of instrument_words.yaml that ``title`` has (办法, 条例), brackets aside; else ""."""
    while (shorter := _TAIL_BRACKET.sub("", title)) and shorter != title:
        title = shorter
    endings, _ = _instrument_words()
    return next((title[start:] for start in range(len(title)) if title[start:] in endings), "")


def _inverted(text: str) -> Iterator[PrintedTitle]:
    for match in _INVERTED.finditer(text):
        yield PrintedTitle(match.start(), match.end(), clean(match.group()[1:-1]))


def _bracketed(text: str) -> Iterator[PrintedTitle]:
    position = text.find("《")
    while position >= 0:
        title = _title_at(text, position)
        if title is None:  # a doubled or stray 《
            position = text.find("《", position + 1)
            continue
        if title.text:
            yield title
        position = text.find("《", title.end)


def _title_at(text: str, start: int) -> PrintedTitle | None:
    """Return the title that opens at ``start``; None if this 《 is a misprint and another one opens the title."""
    depth = 0
    inner = -1
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        depth += 1 if mark.group() == "《" else -1
        if depth == 0:
            return PrintedTitle(start, mark.end(), clean(text[start + 1 : mark.start()]))
        if depth > _DEEPEST:
            break
        if depth == 2 and inner < 0:
            inner = mark.start()
    limit = min(len(text), start + _LONGEST)
    stop = _UNCLOSED_END.search(text, start + 1, limit)
    end = stop.start() if stop else limit
    if 0 <= inner < end:
        return None
    return PrintedTitle(start, end, clean(text[start + 1 : end]))


@cache
def _instrument_words() -> tuple[dict[str, bool], tuple[str, ...]]:
    words = load_words(Path(__file__).with_name("instrument_words.yaml"))
    endings = dict.fromkeys(words["counts"], True) | dict.fromkeys(words["does_not_count"], False)
    return endings, tuple(words["beginnings"])
