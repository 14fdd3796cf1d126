"""A printed text as a reader compares it: the clauses that count, in them what is done and to what, the rest grey."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import FramedClause

Part = Literal["rest", "clause", "act", "object"]
"""What a stretch of a text is: outside what counts, in a clause that counts, and there what is done, and to what."""

_MARKUP: Mapping[Part, Markup] = {
    "rest": Markup('<span class="rest">{}</span>'),
    "clause": Markup("{}"),
    "act": Markup('<b class="act">{}</b>'),
    "object": Markup('<b class="object">{}</b>'),
}


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Return a text, escaped and marked; ``spans`` are the stretches that count, all of it where none are named."""
    return Markup().join(_MARKUP[part].format(piece) for part, piece in pieces(text, spans))


def pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[Part, str]]:
    """Return the text cut into stretches of one part each, in order: together they are the text."""
    parts: list[Part] = ["rest"] * len(text)
    counting = list(spans) or [(0, len(text))]
    for start, end in counting:
        _paint(parts, start, end, "clause")
    for clause in framed_clauses(text):
        if any(start < clause.end and clause.start < end for start, end in counting):
            for part, start, end in _found(clause):
                _paint(parts, start, end, part)
    stretches = groupby(zip(parts, text, strict=True), key=lambda pair: pair[0])
    return [(part, "".join(character for _, character in stretch)) for part, stretch in stretches]


def _found(clause: FramedClause) -> Iterator[tuple[Part, int, int]]:
    """Where the objects of a clause stand, then its acts: what is done may stand within what it is done to."""
    for frame in clause.frames:
        yield from (("object", *place) for place in _places(clause, frame.object.text))
    for act in {act for frame in clause.frames for act in frame.acts}:
        yield from (("act", *place) for place in _places(clause, act))


def _places(clause: FramedClause, words: str) -> Iterator[tuple[int, int]]:
    """The first place of words that a frame quotes: white space is left out of them."""
    printed = [at for at, character in enumerate(clause.text) if not character.isspace()]
    start = "".join(clause.text.split()).find(words)
    if words and start >= 0:
        yield clause.start + printed[start], clause.start + printed[start + len(words) - 1] + 1


def _paint(parts: list[Part], start: int, end: int, part: Part) -> None:
    for at in range(max(0, start), min(end, len(parts))):
        parts[at] = part
