"""Raised marks of footnotes (职责¹), which are no part of the text that they stand behind."""

from collections.abc import Sequence

from dutygraph.ingest.readers.pdf.lines import Char

_MARKS = frozenset("0123456789①②③④⑤⑥⑦⑧⑨⑩*＊※†‡[]［］〔〕()（）注")
_SMALLER = 0.85
"""A raised mark is smaller than the text before it by this factor or more."""
_RAISED = 0.15
"""In type sizes of the text; a mark stands higher above its line."""
_NEAR = 0.5
"""In type sizes of the text; a mark stands no farther behind it."""


def without_note_marks(chars: Sequence[Char]) -> list[Char]:
    """Return characters, in the order of print, without raised marks; a power behind a Latin letter (m²) stays."""
    text: list[Char] = []
    end = 0.0
    for char in chars:
        if not (text and _is_mark(char, text[-1], end)):
            text.append(char)
        end = char["x1"]
    return text


def _is_mark(char: Char, text: Char, end: float) -> bool:
    """Return whether a character is a mark behind ``text``; ``end`` is where what is printed before it ends."""
    size = text["size"]
    near = abs(char["x0"] - end) < _NEAR * size and text["bottom"] - char["bottom"] > _RAISED * size
    level = char["top"] > text["top"] - size / 2
    is_small = char["size"] <= _SMALLER * size and char["text"] in _MARKS
    return bool(is_small and near and level and not text["text"].isascii())
