"""What the writers of described files share: the marks of merged cells, and a picture of a table."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

Rows = Sequence[Any]
ABOVE, LEFT = "^", "<"


def merged(rows: Rows) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged ranges of a table: top, left, bottom and right, 0-based and inclusive."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell not in (ABOVE, LEFT):
                right = column + run(row[column + 1 :], LEFT)
                below = [other[column] if column < len(other) else None for other in rows[at + 1 :]]
                bottom = at + run(below, ABOVE)
                if (bottom, right) != (at, column):
                    yield at, column, bottom, right


def run(cells: Sequence[Any], mark: str) -> int:
    return next((at for at, cell in enumerate(cells) if cell != mark), len(cells))


def shown(cell: Any) -> str:
    return "" if cell in (None, ABOVE, LEFT) else str(cell)


def picture() -> BytesIO:
    """Return a picture of a table: ruled lines on white, as PNG."""
    image = Image.new("RGB", (600, 300), "white")
    pen = ImageDraw.Draw(image)
    for at in range(0, 600, 100):
        pen.line([(at, 0), (at, 300)], "black", 2)
        pen.line([(0, at), (600, at)], "black", 2)
    stream = BytesIO()
    image.save(stream, "PNG")
    stream.seek(0)
    return stream
