"""Upright watermarks: pale or large texts that lie across the cells or the text of a page, or on every page alike.

What is dropped as a watermark must look like one and lie across something or repeat, or a real text in light grey is lost.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from dutygraph.ingest.readers.pdf.boxes import CellGrid
from dutygraph.ingest.readers.pdf.lines import Char

_PALE = 0.5
"""Lightness from which a text is pale: that of middle grey."""
_LARGE = 1.8
"""A text that is larger than the common one by this factor is large; titles are too, but lie across nothing."""
_LARGEST = 26.0
"""Points; type above this size is large on a page that has little other text (titles are printed in 16 to 26)."""
_STRADDLES = 0.2
"""Share of a character on each side that may reach over an edge or upon another text."""
_BIN = 8.0
"""Points; side of the squares by which texts that lie under a character are found."""
_MOST_BINS = 400
"""Squares looked at for one character; a larger one is compared with the text itself."""
_SAME = 2.0
"""Points; a repeated watermark stands at the same place but for this."""

Style = tuple[str, float, Any]
"""Text, size and colour of a run: what the repeats of a watermark have in common."""
Place = tuple[str, int, int]
"""The text of a run and where it stands."""
Known = frozenset[Style | Place]


@dataclass(frozen=True, slots=True)
class Found:
    """What the texts of a page contribute to finding the watermarks of its document.

    ``crossing`` are watermarks for sure, ``misplaced`` pale texts that are watermarks if another page has them too,
    ``suspects`` what is left of pale and large texts.
    """

    crossing: Known = frozenset()
    misplaced: Known = frozenset()
    suspects: Known = frozenset()


def without_watermarks(
    chars: Sequence[Char], grids: Sequence[CellGrid], known: Known
) -> tuple[list[Char], Found]:
    """Return the characters of a page without watermarks, and what may be some; ``known`` are those of the document."""
    runs = _suspects(chars)
    if not runs:
        return list(chars), Found()
    suspects = {id(char) for run in runs for char in run}
    page = _Page(grids, [char for char in chars if id(char) not in suspects])
    crossing = frozenset(_style(run) for run in runs if page.is_crossed_by(run))
    dropped = [run for run in runs if _style(run) in crossing | known or _place(run) in known]
    gone = {id(char) for run in dropped for char in run}
    others = [run for run in runs if id(run[0]) not in gone]
    found = Found(
        crossing,
        frozenset(_place(run) for run in others if _is_pale(run[0]) and not page.has_cell_for(run)),
        frozenset(key for run in others for key in (_style(run), _place(run))),
    )
    return [char for char in chars if id(char) not in gone], found


def watermarks_of(pages: Sequence[Found]) -> Known:
    """Return the watermarks of a document: those that lie across something on one page, or are misplaced on several."""
    counts = Counter(place for page in pages for place in page.misplaced)
    crossing = frozenset(style for page in pages for style in page.crossing)
    return crossing | {place for place, count in counts.items() if count > 1}


def _suspects(chars: Sequence[Char]) -> list[list[Char]]:
    """Return the runs that are pale or large."""
    if not chars:
        return []
    large = min(_LARGE * median(char["size"] for char in chars), _LARGEST)
    return [run for run in _runs(chars) if run[0]["size"] > large or _is_pale(run[0])]


class _Page:
    """The cells and the ordinary text of a page."""

    def __init__(self, grids: Sequence[CellGrid], chars: Sequence[Char]) -> None:
        self._grids = grids
        self._bins = {
            (int((char["x0"] + char["x1"]) / 2 // _BIN), int((char["top"] + char["bottom"]) / 2 // _BIN))
            for char in chars
            if not char["text"].isspace()
        }
        self._filled = {(at, cell) for char in chars for at, cell in self._cells(char)}

    def has_cell_for(self, run: Sequence[Char]) -> bool:
        """Return whether a run stands in a cell with no other text, such as a heading in grey."""
        cells = self._cells(run[0])
        return bool(cells) and not cells & self._filled

    def _cells(self, char: Char) -> set[tuple[int, int]]:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        found = ((at, grid.at(x, y)) for at, grid in enumerate(self._grids))
        return {(at, cell) for at, cell in found if cell is not None}

    def is_crossed_by(self, run: Sequence[Char]) -> bool:
        """Return whether at least half of the characters lie across edges of cells, or upon other text."""
        return 2 * sum(self._crosses(char) for char in run) >= len(run)

    def _crosses(self, char: Char) -> bool:
        width, height = char["x1"] - char["x0"], char["bottom"] - char["top"]
        x0, x1 = char["x0"] + _STRADDLES * width, char["x1"] - _STRADDLES * width
        top, bottom = char["top"] + _STRADDLES * height, char["bottom"] - _STRADDLES * height
        across, down = (x0 + x1) / 2, (top + bottom) / 2
        points = (x0, down), (x1, down), (across, top), (across, bottom)
        owners = ({grid.at(x, y) for x, y in points} for grid in self._grids)
        return any(len(cells - {None}) > 1 for cells in owners) or self._has_text_within(x0, top, x1, bottom)

    def _has_text_within(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        columns = range(int(x0 // _BIN), int(x1 // _BIN) + 1)
        rows = range(int(top // _BIN), int(bottom // _BIN) + 1)
        if len(columns) * len(rows) > _MOST_BINS:
            return any(column in columns and row in rows for column, row in self._bins)
        return any((column, row) in self._bins for column in columns for row in rows)


def _runs(chars: Sequence[Char]) -> list[list[Char]]:
    """Return the characters in runs of one style on one line, in the order in which they were drawn."""
    runs: list[list[Char]] = []
    for char in chars:
        if runs and _continues(runs[-1][-1], char):
            runs[-1].append(char)
        else:
            runs.append([char])
    return runs


def _continues(last: Char, char: Char) -> bool:
    return bool(
        last["size"] == char["size"]
        and last["non_stroking_color"] == char["non_stroking_color"]
        and abs(last["top"] - char["top"]) < _SAME
        and abs(char["x0"] - last["x1"]) < last["size"]
    )


def _style(run: Sequence[Char]) -> Style:
    return _text(run), round(run[0]["size"], 1), run[0]["non_stroking_color"]


def _place(run: Sequence[Char]) -> Place:
    return _text(run), round(run[0]["x0"] / _SAME), round(run[0]["top"] / _SAME)


def _text(run: Sequence[Char]) -> str:
    return "".join(char["text"] for char in run).strip()


def _is_pale(char: Char) -> bool:
    """Return whether a character is drawn in a light colour; one of another kind (a pattern) counts as dark."""
    color = char["non_stroking_color"]
    if not isinstance(color, tuple) or not color or not all(isinstance(part, int | float) for part in color):
        return False
    if len(color) == len("cmyk"):
        *ink, black = color
        return bool((1 - sum(ink) / len(ink)) * (1 - black) >= _PALE)
    return bool(sum(color) / len(color) >= _PALE)
