"""The items that a cell lists: ``1、… 2、… 3、…``, ``①…②…``, paragraphs of a conversion, or one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.item_marks import SPOKEN, ItemMark, item_marks
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import MARKUP, clean

_RUN_TOGETHER = 3
"""Texts without numbers count as run-together items from so many on; two are more likely one text with a stray blank."""
_BULLET = re.compile(r"\s{0,9}(?:[-–—•·●○▪■◆*]|(?:\d{1,2}\.)?(?P<number>\d{1,2})(?=\s))\s{0,9}(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_BULLETS = 2
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
    return _numbered(cell, follows) or _bulleted(cell) or _run_together(cell) or [_item(cell.spans)]


@dataclass(slots=True)
class _Numbering:
    """The numbering of a list while its marks are read: the family of its items, and what is numbered inside them."""

    follows: int | None
    family: str | None = None
    last: int | None = None
    inner: set[str] = field(default_factory=set)
    """Families of the lists inside the open item."""

    def takes(self, mark: ItemMark) -> bool:
        """Say whether an item begins with a mark, and go on from there.

        At the start of a line a mark begins a list or goes on with it; inside a line only the next number does, and in
        another family only at the start of a line, where no list inside the item has that family.
        """
        if self.last is None:
            begins = mark.opens_line and mark.number in (1, (self.follows or 0) + 1)
        elif mark.family == self.family:
            begins = mark.opens_line or (mark.is_set_off and mark.number == self.last + 1)
        else:
            begins = mark.opens_line and mark.number == self.last + 1 and mark.family not in self.inner
        if begins:
            self.family = self.family or mark.family
            self.last = mark.number
            self.inner.clear()
        elif mark.number == 1:
            self.inner.add(mark.family)
        return begins


def _numbered(cell: Cell, follows: int | None) -> list[Item]:
    """Cut the cell at its item marks; it is a numbered list when the first one stands at its very beginning."""
    numbering = _Numbering(follows)
    pieces: list[tuple[int | None, list[Span]]] = []
    for span in cell.spans:
        for number, text in _cut(MARKUP.sub(" ", span.text), numbering):
            if number is not None or not pieces:
                pieces.append((number, []))
            pieces[-1][1].append(Span(text, span.locator))
    spoken = numbering.family in SPOKEN and len(pieces) == 1 and follows is None
    if not pieces or pieces[0][0] is None or spoken:
        return []
    return [_item(spans, number) for number, spans in pieces]


def _cut(text: str, numbering: _Numbering) -> Iterator[tuple[int | None, str]]:
    """Cut one line at the marks that begin an item; what stands before the first one has no number."""
    number, begin = None, 0
    for mark in item_marks(text):
        if numbering.takes(mark):
            if number is not None or text[begin : mark.start].strip():
                yield number, text[begin : mark.start]
            number, begin = mark.number, mark.end
    yield number, text[begin:]


def _bulleted(cell: Cell) -> list[Item]:
    """Cut the cell at its lines where each begins with a dash or dot, or with a number and a blank, counted from 1."""
    spans = [span for span in cell.spans if span.cleaned]
    marks = [_BULLET.match(span.text) for span in spans]
    numbers = [int(match["number"]) for match in marks if match and match["number"]]
    counted = numbers == list(range(1, len(spans) + 1))
    if len(spans) < _FEWEST_BULLETS or not all(marks) or (numbers and not counted):
        return []
    texts = [
        Span(span.text[match.end() :], span.locator)
        for span, match in zip(spans, marks, strict=True)
        if match
    ]
    return [_item([text], at if numbers else None) for at, text in enumerate(texts, start=1)]


def _run_together(cell: Cell) -> list[Item]:
    """Cut the cell at markup or blanks when at least three texts of some length result, none where a mark comes first."""
    groups: list[list[Span]] = [[]]
    marked = False
    if not _LETTER.search(cell.text.lstrip()[:1]):
        return []
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
    filled = [span for span in spans if span.cleaned] or list(spans)
    return Item("".join(span.cleaned for span in spans), filled[0].locator, number)
