"""The flow of a web page: its lines and tables in reading order, as a browser shows them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Paragraph, Span
from ingest.errors import UnreadableDocumentError
from ingest.limits import check
from ingest.readers.counting import counted
from ingest.readers.frames import Piece, PrintedCell, PrintedTable
from ingest.records import Locator

Element = etree._Element

_UNSEEN = {
    *(
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "xml",
        "nav",
        "aside",
        "footer",
        "iframe",
        "frameset",
    ),
    *(
        "object",
        "svg",
        "select",
        "button",
        "input",
        "textarea",
        "rt",
        "rp",
        "del",
        "audio",
        "video",
        "canvas",
    ),
}
_INLINE = {
    *(
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
    ),
    *(
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
    ),
    *("sup", "time", "tt", "u", "var", "wbr", "nobr"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WRAP = re.compile(r"[ \t\r\f]*\n\s*")
_WIDE = re.compile(r"[^\x00-\xff]")
_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z-]+)", re.IGNORECASE)
_CHINESE = ("chineseCounting", "、")
_NUMBERS = {
    "1": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "none": ("none", ""),
    "decimal": ("decimal", "."),
    "lower-alpha": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    **dict.fromkeys(("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), _CHINESE),
}
"""How a list's type numbers its items (HTML, 4.4.5; CSS Counter Styles), and what stands behind the number."""
_MOST_COLUMNS = 256
_MOST_ROWS = 65_534
"""The most rows that a cell may span (HTML, 4.9.11)."""
_DEEPEST = 50
"""Tables within tables; the frames of old portals have about ten."""


def is_seen(element: Element) -> bool:
    """Say whether a browser shows an element as content: no script, no navigation, not hidden."""
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return False
    style = element.get("style")
    return not (style and _HIDDEN.search(style))


@dataclass(slots=True)
class _Place:
    """The body or a cell while it is read: pieces so far, and the paragraph that is still open."""

    pieces: list[Piece]
    locator: Locator | None = None
    lines: list[str] = field(default_factory=lambda: [""])
    label: str = ""
    """The number of a list item whose text has not begun."""


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


class Flow:
    """Walks a page and gathers its pieces."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._places = [_Place([])]
        self._tables: list[_Rows] = []
        self._lists: list[_Counter] = []
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
            self._places[-1].lines.append("")
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
            self._lists.append(_counter(element))
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
        elif tag in ("td", "th") and self._tables:
            self._places.pop()
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._places[-1].label = ""

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
            place.lines[-1] += place.label
            place.label = ""
        place.lines[-1] += _WRAP.sub(_unwrapped, text)

    def _close_paragraph(self) -> None:
        place = self._places[-1]
        lines, place.lines = place.lines, [""]
        if not any(line.strip() for line in lines):
            return
        if place.locator is None:
            self._paragraphs += 1
        locator = place.locator or Locator(paragraph=self._paragraphs)
        place.pieces.append(Paragraph([Span(line, locator) for line in lines]))


@dataclass(slots=True)
class _Counter:
    """A list while it is read: the style of its numbers, what stands behind them, and the next number."""

    style: str
    suffix: str
    number: int

    def next_label(self, item: Element) -> str:
        """Return the number in front of the next item."""
        value = item.get("value", "")
        if value.isdecimal():
            self.number = int(value)
        self.number += 1
        label = counted(self.number - 1, self.style)
        return f"{label}{self.suffix} " if label else ""


def _counter(element: Element) -> _Counter:
    if element.tag == "ul":
        return _Counter("none", "", 1)
    named = _STYLE_TYPE.search(element.get("style", ""))
    style, suffix = _NUMBERS.get(named[1].lower() if named else element.get("type", "1"), ("decimal", "."))
    start = element.get("start", "1")
    return _Counter(style, suffix, int(start) if start.isdecimal() else 1)


def _span(element: Element, name: str, most: int) -> int:
    """The columns or rows that a cell spans; 0 rows are all that follow."""
    text = element.get(name, "1").strip()
    span = int(text) if text.isdecimal() and len(text) < len(str(most)) + 1 else 1
    if not span:
        return most if name == "rowspan" else 1
    return min(span, most)


def _unwrapped(match: re.Match[str]) -> str:
    """A line break of the source is a blank between words, but nothing in Chinese, which has none."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return "" if _WIDE.match(before) or _WIDE.match(after) else " "


def too_deep(source: str) -> UnreadableDocumentError:
    """Return the error for a page whose elements stand in too many others."""
    return UnreadableDocumentError(
        source,
        zh="网页元素嵌套过深，无法完整读取；请用浏览器或 Word 打开后另存为 docx",
        en="elements of the page are nested too deeply to be read in full; open it and save it as docx",
    )
