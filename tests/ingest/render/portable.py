"""Print records as PDF, drawn line by line with reportlab, in the ways that office programs set pages.

Everything stands on a grid of lines, first on one endless strip; the strip is then cut into pages, between rows or
through them. What a page prints of its own (head, foot, repeated header, watermark) is drawn around its piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import ClassVar

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from dutygraph.ingest.records import DutyList
from tests.ingest.render.content import Grid, Line, in_one_cell, items

FONT = "STSong-Light"
WEIGHTS = {"序号": 1, "部门": 2, "责任科室": 2, "相关部门": 2, "承办机构": 2, "联系电话": 2, "备注": 2}
NEVER_FIRST = "，。；：、！？）》”】"

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass
class Box:
    """A cell on the strip, in lines from its top: where it begins, how many lines it takes, and what it says."""

    left: float
    right: float
    top: int
    height: int
    texts: list[str]


@dataclass(frozen=True)
class Piece:
    """The part of a cell on one page, in points from the lower left corner, and whether the cell ends with it."""

    left: float
    right: float
    low: float
    high: float
    ends: bool


@dataclass
class Strip:
    """What is printed, on one endless page: boxes, free lines with their indent and type size, and where rows begin."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[tuple[int, float, str]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    headers: list[tuple[int, int, list[Box]]] = field(default_factory=list)
    """Where the rows of a table begin and end, and its header."""
    height: int = 0


class Portable:
    """The plain layout: rows are not cut, a cell is not merged, nothing stands in the margins."""

    page: ClassVar = A4
    size: ClassVar = 11
    cuts_rows: ClassVar = False
    merges: ClassVar = False
    repeats_header: ClassVar = False
    centred: ClassVar = False
    indent: ClassVar = 0
    margin: ClassVar = 72
    padding: ClassVar = 5
    lowered: int = 0
    """Blank lines at the top of the first page, which move all page breaks."""

    def render(self, lists: Sequence[DutyList]) -> bytes:
        """Return the bytes of a PDF file with these lists."""
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=self.page)
        self.print_on(canvas, lists)
        canvas.save()
        return stream.getvalue()

    def print_on(self, canvas: Canvas, lists: Sequence[DutyList]) -> None:
        """Print the pages of these lists."""
        strip = Strip(height=self.lowered)
        for one in items(lists):
            if isinstance(one, Line):
                self.line(strip, one)
            else:
                self.table(strip, self.prepared(one))
        pages = list(self.pages(strip))
        for number, (top, bottom) in enumerate(pages, start=1):
            self.turn(canvas, number)
            self.behind(canvas)
            self.draw(canvas, strip, top, bottom)
            self.margins(canvas, number, count=len(pages))
            canvas.showPage()

    def prepared(self, grid: Grid) -> Grid:
        return grid

    def margins(self, canvas: Canvas, number: int, *, count: int) -> None:
        """Print head and foot of a page."""

    def turn(self, canvas: Canvas, number: int) -> None:
        """Turn the paper of a page."""

    def behind(self, canvas: Canvas) -> None:
        """Print what stands behind the text of a page."""

    @property
    def width(self) -> float:
        return float(self.page[0]) - 2 * self.margin

    @property
    def leading(self) -> float:
        return self.size * 1.5

    @property
    def lines_per_page(self) -> int:
        return int((self.page[1] - 2 * self.margin) / self.leading) - 2

    def line(self, strip: Strip, line: Line) -> None:
        """Titles are centred; the first line of another paragraph may stand in."""
        strip.height += line.role in ("title", "section")
        indent = self.indent * self.size if line.role not in ("title", "section") else 0
        for at, part in enumerate(self.wrapped(line.numbered, self.width, first=self.width - indent)):
            free = self.width - pdfmetrics.stringWidth(part, FONT, self.size)
            left = free / 2 if line.role == "title" else indent if at == 0 else 0
            strip.lines.append((strip.height, left, part))
            strip.breaks.append(strip.height)
            strip.height += 1

    def wrapped(self, text: str, width: float, first: float | None = None) -> list[str]:
        """Break a text into lines of a width; closing punctuation never begins one."""
        lines = [""]
        for paragraph in text.split("\n"):
            lines += [""] if lines[-1] else []
            for char in paragraph:
                room = width if len(lines) > 1 or first is None else first
                if pdfmetrics.stringWidth(lines[-1] + char, FONT, self.size) > room:
                    moved = lines[-1][-1] if char in NEVER_FIRST else ""
                    lines[-1] = lines[-1][: len(lines[-1]) - len(moved)]
                    lines.append(moved)
                lines[-1] += char
        return lines

    def table(self, strip: Strip, grid: Grid) -> None:
        strip.height += 1
        weights = [WEIGHTS.get(word, 5) for word in grid.header]
        edges = [self.width * sum(weights[:at]) / sum(weights) for at in range(len(weights) + 1)]
        start = strip.height
        header = self.rows(strip, [list(grid.header)], edges)
        first = strip.height
        for group in grid.groups:
            self.rows(strip, group, edges)
        strip.headers.append((first, strip.height, header if start < first else []))

    def rows(self, strip: Strip, rows: Sequence[Sequence[str | None]], edges: Sequence[float]) -> list[Box]:
        """Put rows that belong together on the strip; a cell of None may be merged with the one above."""
        texts = [
            [
                self.wrapped(cell or "", right - left - 2 * self.padding)
                for cell, (left, right) in zip(row, pairwise(edges), strict=True)
            ]
            for row in rows
        ]
        tops = []
        for cells in texts:
            tops.append(strip.height)
            strip.breaks.append(strip.height)
            alone = [len(lines) for at, lines in enumerate(cells) if not self.spans(rows, at)]
            strip.height += 1 + max(alone, default=1)
        for top, cells in zip(tops, texts, strict=True):
            strip.height = max(strip.height, *(top + len(lines) + 1 for lines in cells))
        tops.append(strip.height)
        boxes = []
        for at, (left, right) in enumerate(pairwise(edges)):
            begins = [
                row for row, cells in enumerate(rows) if row == 0 or not self.merges or cells[at] is not None
            ]
            for row, below in pairwise([*begins, len(rows)]):
                boxes.append(Box(left, right, tops[row], tops[below] - tops[row], texts[row][at]))
        strip.boxes += boxes
        return boxes

    def spans(self, rows: Sequence[Sequence[str | None]], column: int) -> bool:
        return self.merges and any(row[column] is None for row in rows)

    def pages(self, strip: Strip) -> Iterator[tuple[int, int]]:
        """Yield where pieces begin and end."""
        top = 0
        while top < strip.height:
            room = self.lines_per_page - self.header_height(strip, top)
            bottom = min(top + room, strip.height)
            fitting = [at for at in strip.breaks if top < at <= bottom]
            if not self.cuts_rows and bottom < strip.height and fitting:
                bottom = fitting[-1]
            yield top, bottom
            top = bottom

    def header_height(self, strip: Strip, top: int) -> int:
        return max((box.height for box in self.header(strip, top)), default=0)

    def header(self, strip: Strip, top: int) -> list[Box]:
        """The header to be printed again on a page that begins inside a table."""
        found = [header for first, last, header in strip.headers if first <= top < last]
        return (
            found[0] if found and self.repeats_header and top not in {f for f, _, _ in strip.headers} else []
        )

    def draw(self, canvas: Canvas, strip: Strip, top: int, bottom: int) -> None:
        shift = self.header_height(strip, top)
        for box in self.header(strip, top):
            self.box(canvas, box, box.top, box.top + box.height, box.top)
        for box in strip.boxes:
            if box.top < bottom and box.top + box.height > top:
                self.box(canvas, box, top, bottom, top - shift)
        for at, indent, text in strip.lines:
            if top <= at < bottom:
                self.text(canvas, self.margin + indent, at - top + shift, text)

    def box(self, canvas: Canvas, box: Box, top: int, bottom: int, zero: int) -> None:
        """Draw the piece of a cell between two lines of the strip; ``zero`` is the line at the top of the page."""
        upper, lower = max(box.top, top), min(box.top + box.height, bottom)
        y = self.height_of(lower - zero)
        height = (lower - upper) * self.leading
        ends = lower == box.top + box.height
        self.rule(canvas, Piece(self.margin + box.left, self.margin + box.right, y, y + height, ends))
        free = (box.height - 1 - len(box.texts)) // 2 if self.centred else 0
        for at, text in enumerate(box.texts, start=box.top + free):
            if upper <= at < lower:
                self.text(canvas, self.margin + box.left + self.offset(box, text), at - zero, text)

    def rule(self, canvas: Canvas, piece: Piece) -> None:
        """Draw the lines around the piece of a cell."""
        canvas.rect(piece.left, piece.low, piece.right - piece.left, piece.high - piece.low)

    def offset(self, box: Box, text: str) -> float:
        if not self.centred or len(box.texts) > 1:
            return self.padding
        return (box.right - box.left - pdfmetrics.stringWidth(text, FONT, self.size)) / 2

    def height_of(self, line: float) -> float:
        return float(self.page[1]) - self.margin - line * self.leading

    def text(self, canvas: Canvas, x: float, line: float, text: str) -> None:
        canvas.setFont(FONT, self.size)
        canvas.drawString(x, self.height_of(line + 0.9), text)


class Cut(Portable):
    """Rows run on over pages."""

    cuts_rows = True


class Merged(Cut):
    """Cells merged downwards, and cut by pages."""

    merges = True


class QueryFile(Merged):
    """Headers printed again on each page, running heads and page numbers in the margins."""

    repeats_header = True

    def margins(self, canvas: Canvas, number: int, *, count: int) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(self.margin, self.page[1] - 40, "云溪市部门责任清单汇编")
        canvas.line(self.margin, self.page[1] - 44, self.page[0] - self.margin, self.page[1] - 44)
        canvas.drawCentredString(
            self.page[0] / 2, 30, f"— {number}/{count} —" if number % 2 else f"- {number} -"
        )


class Wide(Merged):
    """Landscape pages in small type, cells centred, and the count of pages below."""

    page = landscape(A4)
    size = 9
    centred = True
    repeats_header = True

    def margins(self, canvas: Canvas, number: int, *, count: int) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawRightString(self.page[0] - self.margin, 30, f"第 {number} 页 共 {count} 页")


class Large(Cut):
    """Large type in narrow columns, so that most rows are cut; first lines of paragraphs stand in."""

    size = 15
    indent = 2
    margin = 60


class Listed(QueryFile):
    """The tasks of one office as a numbered list in one cell."""

    def prepared(self, grid: Grid) -> Grid:
        joined = in_one_cell(grid)
        for row in joined.rows:
            if joined.task_column is not None and "\n" in (row[joined.task_column] or ""):
                lines = (row[joined.task_column] or "").split("\n")
                row[joined.task_column] = "\n".join(f"{at}.{line}" for at, line in enumerate(lines, start=1))
        return joined


class Marked(QueryFile):
    """A slanting watermark, and every text printed twice to look bold."""

    def margins(self, canvas: Canvas, number: int, *, count: int) -> None:
        super().margins(canvas, number, count=count)
        canvas.saveState()
        canvas.setFont(FONT, 60)
        canvas.translate(150, 200)
        canvas.rotate(45)
        canvas.drawString(0, 0, "内部资料注意保存")
        canvas.restoreState()

    def text(self, canvas: Canvas, x: float, line: float, text: str) -> None:
        super().text(canvas, x, line, text)
        super().text(canvas, x + 0.3, line, text)


class Unbroken(Merged):
    """Pages break between rows only, and groups of merged cells run on over pages."""

    cuts_rows = False
    repeats_header = True
    size = 10
