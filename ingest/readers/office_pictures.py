"""Pictures and objects in the XML of Office files: what of them is content that cannot be read as text."""

import re
from collections.abc import Iterator
from math import inf

from lxml import etree

Element = etree._Element

_LEAST_WIDTH, _LEAST_HEIGHT = 360_000, 180_000
"""In English Metric Units, 360,000 to a centimetre: what is smaller is a bullet or an icon, and no table."""
_POINT = 12_700
_LENGTH = re.compile(r"(?<![\w-])(width|height):\s*(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px|)")
_UNITS = {"pt": _POINT, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525, "": 9_525}


def unread_in(drawing: Element) -> Iterator[str]:
    """Yield what a drawing (DrawingML or VML) holds that is no text, as kinds of ``Unread``: pictures, charts, diagrams.

    What is as small as a bullet or an icon is left out; text boxes are text.
    """
    for element in drawing.iter("{*}pic", "{*}chart", "{*}relIds", "{*}imagedata"):
        if _is_in_text_box(element, drawing):
            continue
        name = etree.QName(element).localname
        if name in ("chart", "relIds"):
            yield "embedded_object"
        elif name == "imagedata":
            if _is_large(*_size_of_shape(element.getparent())):
                yield "picture"
        elif _is_large(*_size(element, drawing)):
            yield "picture"


def _is_in_text_box(element: Element, drawing: Element) -> bool:
    """Return whether an element stands in a text box of the drawing, which is read by itself."""
    return any(
        drawing in box.iterancestors() or box is drawing for box in element.iterancestors("{*}txbxContent")
    )


def _size(picture: Element, drawing: Element) -> tuple[float, float]:
    """Return width and height of a picture, else those of the drawing around it; what states none counts as large."""
    extents = (*picture.iter("{*}ext"), *drawing.iter("{*}extent", "{*}ext"))
    stated = ([extent.get(side, "") for side in ("cx", "cy")] for extent in extents)
    sizes = ([int(side) for side in sides] for sides in stated if all(map(str.isdecimal, sides)))
    width, height = next((size for size in sizes if any(size)), [_LEAST_WIDTH, _LEAST_HEIGHT])
    return width, height


def _size_of_shape(shape: Element | None) -> tuple[float, float]:
    style = shape.get("style", "") if shape is not None else ""
    found = {name: float(length) * _UNITS[unit] for name, length, unit in _LENGTH.findall(style)}
    return found.get("width", inf), found.get("height", inf)


def _is_large(width: float, height: float) -> bool:
    return width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT


def drawn_on_sheet(drawing: Element) -> Iterator[tuple[int, int, str, str]]:
    """Yield what stands over the cells of a sheet: 0-based row and column, kind of ``Unread``, and text where it has one."""
    for anchor in drawing:
        corner = anchor.find("{*}from")
        if corner is None:
            continue
        row, column = (int(corner.findtext(f"{{*}}{name}") or 0) for name in ("row", "col"))
        for what in unread_in(anchor):
            yield row, column, what, ""
        for body in anchor.iter("{*}txBody"):
            for paragraph in body.iter("{*}p"):
                if text := "".join(part.text or "" for part in paragraph.iter("{*}t")):
                    yield row, column, "", text
