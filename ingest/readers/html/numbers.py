"""The numbers that browsers print in front of list items."""

import re
from dataclasses import dataclass

from dutygraph.ingest.readers.html.elements import Element, whole_number
from dutygraph.ingest.readers.tables.counting import counted

_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z-]+)", re.IGNORECASE)
_CHINESE = ("chineseCounting", "、")
_NONE = ("none", "")
_NUMBERS = {
    **dict.fromkeys(("1", "decimal"), ("decimal", ".")),
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), ("lowerLetter", ".")),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), ("upperLetter", ".")),
    **dict.fromkeys(("i", "lower-roman"), ("lowerRoman", ".")),
    **dict.fromkeys(("I", "upper-roman"), ("upperRoman", ".")),
    **dict.fromkeys(("none", "disc", "circle", "square"), _NONE),
    **dict.fromkeys(("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), _CHINESE),
}
"""A list's type (HTML, 4.4.5; CSS Counter Styles) to the style of its numbers and the text behind each."""


@dataclass(slots=True)
class ListCounter:
    """A list while it is read: the style of its numbers, the text behind each, and the next number."""

    style: str
    suffix: str
    number: int

    def next_label(self, item: Element) -> str:
        """Return the number in front of the next item."""
        number = whole_number(item.get("value"), self.number)
        self.number = number + 1
        label = counted(number, self.style)
        return f"{label}{self.suffix} " if label else ""


def list_counter(element: Element) -> ListCounter:
    """Return the counter for the items of an ol or ul."""
    if element.tag == "ul":
        return ListCounter(*_NONE, 1)
    named = _STYLE_TYPE.search(element.get("style", ""))
    style, suffix = _NUMBERS.get(named[1].lower() if named else element.get("type", "1"), ("decimal", "."))
    return ListCounter(style, suffix, whole_number(element.get("start"), 1))
