"""Tables of text with upright strokes between the cells, and maybe ruled lines of + and - between the rows."""

import re
from collections.abc import Sequence

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.text.lines import Lines

_STROKES = "|｜│┃║¦"
_STROKE = re.compile(f"[{_STROKES}]")
_DRAWN = set("-=－—─━═┄┈╌")
_RULE_MARKS = _DRAWN | set("+:┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╪╫ \t\u3000" + _STROKES)
_FEWEST_CELLS = 3
_FEWEST_HEADERS = 2
_ROWS_APART = 3
"""Parts between ruled lines, the header being one, from which on each part is a row, its lines the lines of its cells."""

Line = list[Span]


def piped_rows(lines: Lines) -> list[list[Cell]]:
    """Take the lines at the cursor that are a table with strokes between its cells, as a grid; [] for none."""
    begin = lines.current.lstrip()[:1]
    if begin not in _RULE_MARKS and not _STROKE.search(lines.current):
        return []
    header = _header(lines)
    texts = [span.cleaned for span in _cells(header, header)]
    if len(texts) < _FEWEST_CELLS or vocabulary().count_headers(texts) < _FEWEST_HEADERS:
        return []
    parts = _take_parts(lines, header)
    width = max(len(line) for part in parts for line in part)
    if len(parts) < _ROWS_APART:
        parts = [[line] for part in parts for line in part]
    return [_row(part, width) for part in parts]


def _header(lines: Lines) -> Span:
    """Return the line at the cursor, or the one below it if that is a ruled line."""
    ruled = _is_rule(lines.current) and lines.at + 1 < len(lines.lines)
    return lines.span(lines.at + ruled)


def _take_parts(lines: Lines, header: Span) -> list[list[Line]]:
    """Take the lines of a table, in parts between its ruled lines."""
    parts: list[list[Line]] = [[]]
    while not lines.at_end:
        if _is_rule(lines.current):
            parts.append([])
        elif len(cells := _cells(lines.span(lines.at), header)) >= _FEWEST_CELLS:
            parts[-1].append(cells)
        else:
            break
        lines.at += 1
    return [part for part in parts if part]


def _row(part: Sequence[Line], width: int) -> list[Cell]:
    place = part[0][0].locator
    padded = [[*line, *(Span("", place) for _ in range(width - len(line)))] for line in part]
    return [Cell(list(spans)) for spans in zip(*padded, strict=True)]


def _cells(line: Span, header: Span) -> Line:
    """Return the texts between the strokes of a line; it has strokes at its ends if the header begins with one."""
    texts = _STROKE.split(line.text.strip())
    if _STROKE.match(header.text.strip()):
        texts = texts[not texts[0] : len(texts) - (not texts[-1])]
    return [Span(text.strip(), line.locator) for text in texts]


def _is_rule(line: str) -> bool:
    """Return whether a line is drawn between rows: +----+----+."""
    marks = set(line.strip())
    return bool(marks) and marks <= _RULE_MARKS and not marks.isdisjoint(_DRAWN)
