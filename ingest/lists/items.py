"""The items that a cell lists: ``1、… 2、… 3、…``, paragraphs of a conversion, or one text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import MARKUP, clean

_MARKER = re.compile(r"(?:(?P<plain>\d{1,2})\s*[、．.，,)）](?!\d)|[（(]\s*(?P<bracket>\d{1,2})\s*[）)])\s*")
_ENDS_ITEM = "。；;.！!？?：:，,"
_RUN_TOGETHER = 3
"""Texts without numbers count as run-together items from so many on; two are more likely one text with a stray blank."""
_SHORTEST_ITEM = 6
"""Characters; a shorter piece is the rest of a word that a stray blank cut."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its text without its number, and where it starts."""

    text: str
    locator: Locator
    number: int | None = None


def split_items(cell: Cell, follows: int | None = None) -> list[Item]:
    """Return the items of a cell; a text that is no list is one item, a blank cell has none.

    ``follows`` is the number of the last item above, for lists that run on over several rows.
    """
    if not cell.text:
        return []
    return _numbered(cell, follows) or _run_together(cell) or [_item(cell.spans)]


def _numbered(cell: Cell, follows: int | None) -> list[Item]:
    """Cut the cell at its item numbers; it is a numbered list when the first one stands at its very beginning."""
    pieces: list[tuple[int | None, list[Span]]] = []
    for span in cell.spans:
        for number, text in _cut(span.text, pieces[-1][0] if pieces else None, follows):
            if number is not None or not pieces:
                pieces.append((number, []))
            pieces[-1][1].append(Span(text, span.locator))
    if not pieces or pieces[0][0] is None:
        return []
    return [_item(spans, number) for number, spans in pieces]


def _cut(text: str, last: int | None, follows: int | None) -> list[tuple[int | None, str]]:
    """Cut one line at the numbers that begin an item; what stands before the first one has none."""
    text = MARKUP.sub(" ", text)
    cuts: list[tuple[int, int, int]] = []
    for match in _MARKER.finditer(text):
        number = int(match["plain"] or match["bracket"])
        if _begins_item(text[: match.start()], number, last, follows):
            cuts.append((match.start(), match.end(), number))
            last = number
    if not cuts:
        return [(None, text)]
    head: list[tuple[int | None, str]] = [(None, text[: cuts[0][0]])] if text[: cuts[0][0]].strip() else []
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    return head + [(number, text[begin:end]) for (_, begin, number), end in zip(cuts, ends, strict=True)]


def _begins_item(before: str, number: int, last: int | None, follows: int | None) -> bool:
    """At the start of a line a number begins a list or goes on with it; inside, only the next one after a stop does."""
    if not before.strip():
        return last is not None or number in (1, (follows or 0) + 1)
    return last is not None and number == last + 1 and (before[-1].isspace() or before[-1] in _ENDS_ITEM)


def _run_together(cell: Cell) -> list[Item]:
    """Cut the cell at markup or blanks when at least three texts of some length result."""
    groups: list[list[Span]] = [[]]
    marked = False
    for span in cell.spans:
        pieces = re.split(r"</p>\s*(?:<p>)?" if "</p>" in span.text else r"\s+", span.text.strip())
        marked = marked or "</p>" in span.text
        for position, piece in enumerate(p for p in pieces if clean(p)):
            if position and (marked or len(clean(piece)) >= _SHORTEST_ITEM):
                groups.append([])
            groups[-1].append(Span(piece, span.locator))
    items = [_item(spans) for spans in groups if spans]
    return items if len(items) >= _RUN_TOGETHER or (marked and len(items) > 1) else []


def _item(spans: Sequence[Span], number: int | None = None) -> Item:
    filled = [span for span in spans if clean(span.text)] or list(spans)
    return Item("".join(clean(span.text) for span in spans), filled[0].locator, number)
