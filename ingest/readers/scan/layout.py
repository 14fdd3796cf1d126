"""The lines and tables of a scanned page, recognised."""

from collections.abc import Mapping, Sequence

from dutygraph.ingest.document import Span, Unread
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.pages import CellBox, Item, TablePart
from dutygraph.ingest.readers.scan.engine import recognise
from dutygraph.ingest.readers.scan.lines import text_lines, type_size
from dutygraph.ingest.readers.scan.rules import Area, RuledTable, ruled_tables
from dutygraph.ingest.readers.scan.sheet import Picture, ScannedSheet
from dutygraph.ingest.records import Locator

_PADDING = 0.3
"""In type sizes; the paper around a line that is recognised. With .05 and .15 more characters are mistaken."""
_LARGER = 1.25
"""In type sizes; lines that are higher are of a larger type, others of the type of most lines."""
_INK = 0.92
"""The height of a line of Chinese characters as a share of their size."""
_LEFT_MARKS = dict.fromkeys("，。；：、！？）》〉”’】〕", 0.5)
"""In type sizes, the paper behind marks that stand in the left half of their square."""
_RIGHT_MARKS = dict.fromkeys("（《〈“‘【〔", 0.35)
"""The same before marks in the right half."""
_PICTURE = 3.0
"""In type sizes; what is higher and says nothing is a picture, what is lower a flourish."""
_LEVEL = 3.0
"""Points; the upper edges of the cells of a row differ by less."""


class ScannedPage:
    """A page of a document: its sheet, its number from 1, and its width in points."""

    def __init__(self, sheet: ScannedSheet, number: int, width: float) -> None:
        self._sheet = sheet
        self._number = number
        self._width = width

    def items(self) -> list[Item]:
        """Return the recognised lines and tables from top to bottom, and at last what is no text; none of a blank page."""
        tables, ink = ruled_tables(self._sheet)
        cells = [cell for table in tables for cell in table.cells]
        page = Area(0, 0, ink.shape[1], ink.shape[0])
        size = type_size(ink, cells or [page], self._sheet.scale)
        inside = {cell: text_lines(ink, cell, size) for cell in cells}
        outside = text_lines(_without(ink, tables), page, size)
        texts = self._recognised([*outside, *(line for lines in inside.values() for line in lines)], size)
        read = [texts[line] for line in outside if line in texts]
        found: list[TextLine | TablePart] = [*read, *(self._table(table, inside, texts) for table in tables)]
        pictures = any(_is_picture(line, size) for line in outside if line not in texts)
        return [*sorted(found, key=lambda item: item.top), *([self._picture()] if pictures else [])]

    def _picture(self) -> Unread:
        return Unread([Span("", Locator(page=self._number))], what="picture")

    def _recognised(self, lines: Sequence[Area], size: float) -> dict[Area, TextLine]:
        """Return the lines that say something."""
        pad = round(_PADDING * size)
        found = recognise([self._crop(line, pad) for line in lines])
        return {
            line: self._line(line, one.text, one.confidence, size)
            for line, one in zip(lines, found, strict=True)
            if one.text
        }

    def _crop(self, area: Area, pad: int) -> Picture:
        rows = slice(max(0, area.top - pad), area.bottom + pad)
        return self._sheet.grey[rows, max(0, area.left - pad) : area.right + pad]

    def _line(self, area: Area, text: str, confidence: float, size: float) -> TextLine:
        scale, height = self._sheet.scale, area.bottom - area.top
        size = height if height > _LARGER * size else size
        before, behind = _RIGHT_MARKS.get(text[0], 0) * size, _LEFT_MARKS.get(text[-1], 0) * size
        return TextLine(
            text,
            x0=(area.left - before) / scale,
            x1=(area.right + behind) / scale,
            top=area.top / scale,
            bottom=area.bottom / scale,
            size=size / scale / _INK,
            page=self._number,
            sheet=self._width,
            confidence=confidence,
        )

    def _table(
        self, table: RuledTable, inside: Mapping[Area, Sequence[Area]], texts: Mapping[Area, TextLine]
    ) -> TablePart:
        rows: list[list[CellBox]] = []
        for cell in sorted(table.cells, key=lambda cell: cell.top):
            box = self._box(cell, [texts[line] for line in inside[cell] if line in texts])
            if rows and box.top - rows[-1][0].top < _LEVEL:
                rows[-1].append(box)
            else:
                rows.append([box])
        return TablePart(self._number, [sorted(row, key=lambda box: box.x0) for row in rows])

    def _box(self, cell: Area, lines: Sequence[TextLine]) -> CellBox:
        left, top, right, bottom = (
            edge / self._sheet.scale for edge in (cell.left, cell.top, cell.right, cell.bottom)
        )
        return CellBox(left, top, right, bottom, tuple(lines))


def _is_picture(area: Area, size: float) -> bool:
    """Return whether something unread is too high for a line of text."""
    return area.bottom - area.top > _PICTURE * size


def _without(ink: Picture, tables: Sequence[RuledTable]) -> Picture:
    """Return the ink outside of tables."""
    free = ink.copy()
    for table in tables:
        free[table.area.top : table.area.bottom, table.area.left : table.area.right] = 0
    return free
