"""Cutting the text of a duty or task into clauses with their frames."""

import re
from collections.abc import Iterable, Iterator

from dutygraph.graph.analysis.language.frames.grammar import frames_of
from dutygraph.graph.analysis.language.frames.model import FramedClause
from dutygraph.graph.analysis.language.frames.parts import PURPOSE
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token
from dutygraph.ingest.numerals import ITEM_NUMERALS

_SENTENCE = re.compile(r"[^。；;\n]+")
_NUMBER = re.compile(
    rf"\s*(?:(?:[（(][{ITEM_NUMERALS}\d]{{1,3}}[)）]|[{ITEM_NUMERALS}\d]{{1,3}}[、.．)）])\s*)+"
)
_COMMA = re.compile(r"[，,]")
_HANGS_BACK = re.compile(r"(?:并|及|以及|同时|且|包括|其中|不含|其|除)|[^，]{0,30}(?:批准|同意|审定)后")
_REACHES_ON = re.compile(
    r"\s*(?:根据|按照|依照|依据|遵照|围绕|结合|通过|以(?!及)|在|会同|受|经|报|配合|协助)[^，]*$"
    r"|[^，]*(?:批准|同意|审定)后\s*$|[^，]*(?:方面|工作中)\s*$"
)
_OCCASION = re.compile(r"\s*(?:发生|出现|接到|接报)[^，]*[后时]\s*$")
"""When something is done: no deed by itself (发生事故后，…)."""


def framed_clauses(text: str, above: str = "", cross_cutting: bool = False) -> tuple[FramedClause, ...]:
    """Return the clauses of a printed text with their frames, in order; without item numbers and empty clauses.

    ``above`` and ``cross_cutting`` are those of ``frames_of``.
    """
    return tuple(
        FramedClause(text[start:end], start, end, frames_of(text[start:end], above, cross_cutting))
        for start, end in _clauses(text)
    )


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(text):
        number = _NUMBER.match(sentence[0])
        start = sentence.start() + (number.end() if number else 0)
        for first, last in _joined(text, _between_commas(text, start, sentence.end())):
            piece = text[first:last]
            if piece.strip():
                yield last - len(piece.lstrip()), first + len(piece.rstrip())


def _between_commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _COMMA.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _joined(text: str, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that do not stand alone to the piece that they hang on."""
    joined: list[tuple[int, int]] = []
    before = ""
    for first, last in pieces:
        piece = text[first:last]
        if joined and (_reaches_on(before) or not _stands_alone(piece)):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
        before = piece
    return joined


def _reaches_on(piece: str) -> bool:
    """Whether a piece says under what condition, when or for whom something is done that the next one tells."""
    tokens = tokens_of("".join(piece.split()))
    for_whom = (
        bool(tokens)
        and tokens[0].kind == "toward"
        and all(token.kind not in ("verb", "support") for token in tokens)
    )
    return (
        bool(_OCCASION.match(piece)) or for_whom or (bool(_REACHES_ON.match(piece)) and not _is_deed(tokens))
    )


def _stands_alone(piece: str) -> bool:
    words = "".join(piece.split())
    return not _HANGS_BACK.match(words) and not PURPOSE.match(words) and _is_deed(tokens_of(words))


def _is_deed(tokens: list[Token]) -> bool:
    """Whether words say that something is done: they begin with a verb, or end with one."""
    words = [token for token in tokens if token.kind not in ("noise", "mark", "tail")]
    if not words or words[0].kind == "with":
        return any(token.kind in ("verb", "support") for token in words)
    return words[0].kind in ("verb", "support", "toward") or words[-1].kind == "verb"
