"""The paragraphs and tables of a web page in reading order, as a browser displays them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from dutygraph.ingest.document import Paragraph, Span, Unread
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.odd_characters import note_left_out
from dutygraph.ingest.readers.html.elements import (
    Element,
    is_hidden,
    is_seen,
    is_struck,
    too_deep,
    whole_number,
)
from dutygraph.ingest.readers.html.images import unread
from dutygraph.ingest.readers.html.numbers import ListCounter, list_counter
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable
from dutygraph.ingest.records import Locator

_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q rb ruby s samp small span strike
strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_WRAP = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*+\n\s*")
_WIDE = re.compile(r"[^\x00-\xff]")
_MOST_COLUMNS = 256
_MOST_ROWS = 65_534
"""The most rows that a cell may span (HTML, 4.9.11)."""
_DEEPEST = 50
"""Most tables within tables; the layouts of old portals have about ten."""


@dataclass(slots=True)
class _Container:
    """The body or a table cell while it is read: its pieces so far, and the open paragraph."""

    pieces: list[Piece]
    locator: Locator | None = None
    parts: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """What stands in the open paragraph and is no text, as kinds of ``Unread``."""
    label: str = ""
    """Number of the list item whose text has not begun."""
    lone: str = ""
    """Number of the last list item without text."""


@dataclass(slots=True)
class _OpenTable:
    """A table while it is read."""

    number: int
    rows: list[list[PrintedCell | None]] = field(default_factory=list)
    reach: dict[int, int] = field(default_factory=dict)
    """For each column the last row (0-based) that a cell from above covers."""

    def add_cell(self, element: Element) -> PrintedCell:
        """Add a cell in the next column of the open row that no cell from above covers; return it."""
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
        """Extend the open row to the last column that a cell from above covers."""
        row, at = self.rows[-1], len(self.rows) - 1
        covered = {column for column, last in self.reach.items() if last >= at}
        for column in range(len(row), max(covered, default=-1) + 1):
            blank = PrintedCell(Locator(table=self.number, row=at + 1, column=column + 1))
            row.append(None if column in covered else blank)


class Flow:
    """Walks a page and collects its pieces."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._containers = [_Container([])]
        self._tables: list[_OpenTable] = []
        self._lists: list[ListCounter] = []
        self._paragraphs = self._table_count = self._cells = 0

    def read(self, root: Element) -> list[Piece]:
        """Return the pieces of an element; raises UnreadableDocumentError when it goes over the limits."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walker:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                if element is not root:
                    self._text(element.tail)
                continue
            if what := unread(element):
                self._containers[-1].unread.append(what)
            if not isinstance(element.tag, str) or not is_seen(element):
                self._note_struck(element)
                walker.skip_subtree()
                skipped = element
            else:
                self._start(element)
                self._text(element.text)
        self._close_paragraph()
        return self._containers[0].pieces

    def _note_struck(self, element: Element) -> None:
        if isinstance(element.tag, str) and is_struck(element) and not is_hidden(element):
            place = self._containers[-1].locator or Locator(paragraph=self._paragraphs + 1)
            note_left_out("struck", "".join(map(str, element.itertext())), place)

    def add_line(self, text: str) -> None:
        """Add a paragraph in front of the elements that are read next."""
        self._text(text)
        self._close_paragraph()

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._containers[-1].parts.append("\n")
        elif tag not in _INLINE:
            self._close_paragraph()
        if tag == "table":
            self._open_table()
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            cell = self._tables[-1].add_cell(element)
            self._containers.append(_Container(cell.pieces, cell.locator))
            self._cells += 1
            check(self._source, "cells", self._cells)
        elif tag in ("ol", "ul"):
            self._lists.append(list_counter(element))
        elif tag == "li" and self._lists:
            self._containers[-1].label = self._lists[-1].next_label(element)

    def _end(self, element: Element) -> None:
        tag = element.tag
        if tag not in _INLINE and tag != "br":
            self._close_paragraph()
        if tag == "table":
            table = self._tables.pop()
            self._containers[-1].pieces.append(PrintedTable(table.rows))
        elif tag == "tr" and self._tables:
            self._tables[-1].end_row()
        elif tag in ("td", "th") and self._tables:
            self._close_cell()
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li" and self._containers[-1].label:
            container = self._containers[-1]
            container.lone, container.label = container.label, ""

    def _close_cell(self) -> None:
        """Close a cell; the number of an item without text counts only as its sole content, as in a column of numbers."""
        container = self._containers.pop()
        if container.lone and container.locator and not container.pieces:
            container.pieces.append(Paragraph([Span(container.lone.rstrip(" ."), container.locator)]))

    def _open_table(self) -> None:
        if len(self._tables) >= _DEEPEST:
            raise too_deep(self._source)
        self._table_count += 1
        self._tables.append(_OpenTable(self._table_count))

    def _text(self, text: str | None) -> None:
        if not text:
            return
        container = self._containers[-1]
        if container.label and text.strip():
            container.parts.append(container.label)
            container.label = ""
        container.parts.append(_WRAP.sub(_unwrapped, text) if "\n" in text else text)

    def _close_paragraph(self) -> None:
        container = self._containers[-1]
        if not (container.parts or container.unread):
            return
        text, container.parts = "".join(container.parts), []
        unread_here, container.unread = container.unread, []
        if not (text.strip() or unread_here):
            return
        if container.locator is None:
            self._paragraphs += 1
        locator = container.locator or Locator(paragraph=self._paragraphs)
        if text.strip():
            container.pieces.append(Paragraph([Span(line, locator) for line in text.split("\n")]))
        container.pieces += [Unread([Span("", locator)], what) for what in dict.fromkeys(unread_here)]


def _span(element: Element, name: str, most: int) -> int:
    """Return how many columns or rows a cell spans, at most ``most``; a rowspan of 0 means all rows below."""
    printed = element.get(name)
    if printed is None:
        return 1
    span = whole_number(printed, 1)
    if not span:
        return most if name == "rowspan" else 1
    return min(span, most)


def _unwrapped(match: re.Match[str]) -> str:
    """Return a blank for a line break of the source between Latin words, "" beside Chinese characters."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return "" if _WIDE.match(before) or _WIDE.match(after) else " "
