"""More ways to print PDF: pages that are turned or watermarked, tables without all of their lines, forms with notes."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.render.content import Grid, Line
from tests.ingest.render.portable import FONT, Merged, Piece, Portable, QueryFile, Strip


class Turned(QueryFile):
    """Pages whose text runs sideways or upside down, by their numbers; the file does not say so."""

    turns: Mapping[int, int] = MappingProxyType({1: 90, 2: 270, 3: 180})
    """Degrees by which the text of a page is turned counter-clockwise, over and over."""

    def turn(self, canvas: Canvas, number: int) -> None:
        degrees = self.turns.get((number - 1) % 4 + 1, 0)
        width, height = self.page
        canvas.setPageSize((height, width) if degrees in (90, 270) else (width, height))
        canvas.translate(*{0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[degrees])
        canvas.rotate(degrees)


class Watermarked(QueryFile):
    """An upright watermark behind the text of each page."""

    mark: str = "征求意见稿"
    mark_size: float = 54
    gray: float = 0.85
    alpha: float = 1
    tiled: bool = False

    def behind(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFont(FONT, self.mark_size)
        canvas.setFillGray(self.gray)
        canvas.setFillAlpha(self.alpha)
        places = (
            [(x, y) for x in range(30, 600, 140) for y in range(50, 800, 90)] if self.tiled else [(130, 420)]
        )
        for x, y in places:
            canvas.drawString(x, y, self.mark)
        canvas.restoreState()


class Open(Merged):
    """Cells that go on over a page have no line below, nor above on the next one, as browsers print them."""

    def rule(self, canvas: Canvas, piece: Piece) -> None:
        canvas.line(piece.left, piece.low, piece.left, piece.high)
        canvas.line(piece.right, piece.low, piece.right, piece.high)
        if piece.ends:
            canvas.line(piece.left, piece.low, piece.right, piece.low)
        if piece.high < self.page[1] - self.margin - 1:
            canvas.line(piece.left, piece.high, piece.right, piece.high)


class Unruled(Portable):
    """No lines are drawn at all, and rows stand a little apart."""

    merges = True
    repeats_header = True
    padding = 3

    def rule(self, canvas: Canvas, piece: Piece) -> None:
        pass


class Lined(Unruled):
    """Only the rows are parted by lines; texts stand in the middle of their cells."""

    merges = False
    centred = True

    def rule(self, canvas: Canvas, piece: Piece) -> None:
        canvas.line(piece.left, piece.low, piece.right, piece.low)


class Noted(Merged):
    """A form line above each table, and marks of footnotes behind headings and header words."""

    def line(self, strip: Strip, line: Line) -> None:
        super().line(strip, replace(line, text=f"{line.text}①") if line.role == "section" else line)

    def prepared(self, grid: Grid) -> Grid:
        return replace(grid, header=[*grid.header[:-1], f"{grid.header[-1]}*"])

    def table(self, strip: Strip, grid: Grid) -> None:
        strip.height += 1
        strip.lines.append((strip.height, 0, "填报时间：2024年5月16日"))
        super().table(strip, grid)
