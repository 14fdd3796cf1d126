"""Text of a workbook that has a line through it: in cells whose font has one, and in parts of rich texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dutygraph.ingest.files.archive import Archive, parse_xml
from dutygraph.ingest.readers.office_package import is_on

_MARK = b"strike"
_STRINGS = "xl/sharedStrings.xml"
_CELL = re.compile(rb"<(?:\w{1,20}:)?c\s([^<>]*)>(?:\s*<(?:\w{1,20}:)?v>(\d{1,9})<)?")
_PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,5})"')
_SHARED = re.compile(rb'\bt="s"')

Parted = tuple[str, str]
"""What counts of a text, and what has a line through it."""


@dataclass(frozen=True, slots=True)
class StruckText:
    """Where a workbook has lines through its text: the numbers of cell styles, and the shared texts by their numbers."""

    styles: frozenset[bytes] = frozenset()
    texts: Mapping[bytes, Parted] = field(default_factory=dict)

    def cells(self, sheet: bytes, source: str) -> Iterator[tuple[str, Parted | None]]:
        """Yield the cells of a sheet that have such text, by name, with the parts of it; None where it is all of it.

        Raises UnreadableDocumentError for XML that is broken or has a DTD.
        """
        if _MARK in sheet:
            for cell in parse_xml(sheet, source).iter("{*}c"):
                if (parted := _parted(cell))[1]:
                    yield cell.get("r", ""), parted
        if not (self.styles or self.texts):
            return
        for found in _CELL.finditer(sheet):
            style, place = _STYLE.search(found[1]), _PLACE.search(found[1])
            if place and style and style[1] in self.styles:
                yield place[1].decode(), None
            elif place and found[2] in self.texts and _SHARED.search(found[1]):
                yield place[1].decode(), self.texts[found[2]]


def struck_text(archive: Archive, styles: etree._Element | None, source: str) -> StruckText:
    """Return where a workbook has lines through its text; raises UnreadableDocumentError for broken XML."""
    return StruckText(_styles(styles), dict(_texts(archive, source)))


def _styles(styles: etree._Element | None) -> frozenset[bytes]:
    if styles is None:
        return frozenset()
    fonts = [_is_struck(font) for group in styles.iter("{*}fonts") for font in group]
    struck = {str(at) for at, is_struck in enumerate(fonts) if is_struck}
    used = (xf.get("fontId", "") for group in styles.iter("{*}cellXfs") for xf in group)
    return frozenset(str(at).encode() for at, font in enumerate(used) if font in struck)


def _texts(archive: Archive, source: str) -> Iterator[tuple[bytes, Parted]]:
    strings = archive.read(_STRINGS) if _STRINGS in archive.names else b""
    if _MARK in strings:
        for at, text in enumerate(parse_xml(strings, source).iter("{*}si")):
            if (parted := _parted(text))[1]:
                yield str(at).encode(), parted


def _parted(text: etree._Element) -> Parted:
    """Return the parts of a rich text; those of a plain one have nothing struck through."""
    parts = {True: "", False: ""}
    for part in text.iter("{*}r"):
        parts[_is_struck(part.find("{*}rPr"))] += "".join(piece.text or "" for piece in part.iter("{*}t"))
    return parts[False], parts[True]


def _is_struck(properties: etree._Element | None) -> bool:
    return is_on(None if properties is None else properties.find("{*}strike"), "val")
