"""The flow of a web page: its lines and tables in reading order, as a browser shows them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from dutygraph.ingest.document import Paragraph, Span
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.readers.frames import Piece, PrintedCell, PrintedTable
from dutygraph.ingest.readers.html.elements import Element, is_seen, too_deep, whole_number
from dutygraph.ingest.readers.html.numbers import Counter, counter
from dutygraph.ingest.records import Locator

_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q rb ruby s samp small span strike
strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_WRAP = re.compile(r"[ \t\r\f]*\n\s*")
_WIDE = re.compile(r"[^\x00-\xff]")
_MOST_COLUMNS = 256
_MOST_ROWS = 65_534
"""The most rows that a cell may span (HTML, 4.9.11)."""
_DEEPEST = 50
"""Tables within tables; the frames of old portals have about ten."""


@dataclass(slots=True)
class _Place:
    """The body or a cell while it is read: pieces so far, and the paragraph that is still open."""

    pieces: list[Piece]
    locator: Locator | None = None
    parts: list[str] = field(default_factory=list)
    label: str = ""
    """The number of a list item whose text has not begun."""
    lone: str = ""
    """The number of an item without text."""


@dataclass(slots=True)
class _Rows:
    """A table while it is read."""

    number: int
    rows: list[list[PrintedCell | None]] = field(default_factory=list)
    reach: dict[int, int] = field(default_factory=dict)
    """For each column the last row (0-based) that a cell from above covers."""

    def place(self, element: Element) -> PrintedCell:
        """Return a new cell in the next column of the row that no cell from above covers."""
        if not self.rows:
            self.rows.append([])
        row, at = self.rows[-1], len(self.rows) - 1
        while self.reach.get(len(row), -1) >= at:
            row.append(None)
        cell = PrintedCell(Locator(table=self.number, row=at + 1, column=len(row) + 1))
        width = _span(element, "colspan", _MOST_COLUMNS)
        last = at + _span(element, "rowspan", _MOST_ROWS) - 1
        self.reach.update(dict.fromkeys(range(len(row), len(row) + width), last))
        row.extend([cell, *[None] * (width - 1)])
        return cell

    def end_row(self) -> None:
        """Fill up the open row as far as cells from above reach."""
        row, at = self.rows[-1], len(self.rows) - 1
        covered = {column for column, last in self.reach.items() if last >= at}
        for column in range(len(row), max(covered, default=-1) + 1):
            blank = PrintedCell(Locator(table=self.number, row=at + 1, column=column + 1))
            row.append(None if column in covered else blank)


class Flow:
    """Walks a page and gathers its pieces."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._places = [_Place([])]
        self._tables: list[_Rows] = []
        self._lists: list[Counter] = []
        self._paragraphs = self._table_count = self._cells = 0

    def read(self, root: Element) -> list[Piece]:
        """Return the pieces of an element; raises UnreadableDocumentError when it goes over the limits."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element)
                if element is not root:
                    self._text(element.tail)
            elif not isinstance(element.tag, str) or not is_seen(element):
                walker.skip_subtree()
            else:
                self._start(element)
                self._text(element.text)
        self._close_paragraph()
        return self._places[0].pieces

    def add_line(self, text: str) -> None:
        """Add a paragraph that stands in front of what is read next."""
        self._text(text)
        self._close_paragraph()

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._places[-1].parts.append("\n")
        elif tag not in _INLINE:
            self._close_paragraph()
        if tag == "table":
            self._open_table()
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            cell = self._tables[-1].place(element)
            self._places.append(_Place(cell.pieces, cell.locator))
            self._cells += 1
            check(self._source, "cells", self._cells)
        elif tag in ("ol", "ul"):
            self._lists.append(counter(element))
        elif tag == "li" and self._lists:
            self._places[-1].label = self._lists[-1].next_label(element)

    def _end(self, element: Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or not is_seen(element):
            return
        if tag not in _INLINE and tag != "br":
            self._close_paragraph()
        if tag == "table":
            table = self._tables.pop()
            self._places[-1].pieces.append(PrintedTable(table.rows))
        elif tag == "tr" and self._tables:
            self._tables[-1].end_row()
        elif tag in ("td", "th") and self._tables:
            self._close_cell()
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li" and self._places[-1].label:
            place = self._places[-1]
            place.lone, place.label = place.label, ""

    def _close_cell(self) -> None:
        """A list number without text says something only where it stands alone, as in a column of numbers."""
        place = self._places.pop()
        if place.lone and place.locator and not place.pieces:
            place.pieces.append(Paragraph([Span(place.lone.rstrip(" ."), place.locator)]))

    def _open_table(self) -> None:
        if len(self._tables) >= _DEEPEST:
            raise too_deep(self._source)
        self._table_count += 1
        self._tables.append(_Rows(self._table_count))

    def _text(self, text: str | None) -> None:
        if not text:
            return
        place = self._places[-1]
        if place.label and text.strip():
            place.parts.append(place.label)
            place.label = ""
        place.parts.append(_WRAP.sub(_unwrapped, text))

    def _close_paragraph(self) -> None:
        place = self._places[-1]
        text, place.parts = "".join(place.parts), []
        if not text.strip():
            return
        if place.locator is None:
            self._paragraphs += 1
        locator = place.locator or Locator(paragraph=self._paragraphs)
        place.pieces.append(Paragraph([Span(line, locator) for line in text.split("\n")]))


def _span(element: Element, name: str, most: int) -> int:
    """The columns or rows that a cell spans; 0 rows are all that follow."""
    span = whole_number(element.get(name), 1)
    if not span:
        return most if name == "rowspan" else 1
    return min(span, most)


def _unwrapped(match: re.Match[str]) -> str:
    """A line break of the source is a blank between words, but nothing in Chinese, which has none."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return "" if _WIDE.match(before) or _WIDE.match(after) else " "
