"""What calamine does not tell of the sheets of a workbook: formulas without result, formats, struck text, pictures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from dutygraph.ingest.files.archive import Archive, parse_xml
from dutygraph.ingest.readers.office_package import relations_of
from dutygraph.ingest.readers.office_pictures import drawn_on_sheet
from dutygraph.ingest.readers.sheets.number_formats import BUILT_IN
from dutygraph.ingest.readers.sheets.struck import Parted, struck_text

_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_UNCALCULATED = re.compile(
    rb'<c r="(?P<cell>[A-Z]{1,3}\d{1,7})"[^<>]*><f>(?P<formula>[^<]*)</f>(?:<v\s*/>|<v></v>)?</c>'
)
_CELL = re.compile(rb"<(?:\w{1,20}:)?c\s([^<>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,5})"')
_PLAIN = ("general", "@")
"""Formats that show a value as it is."""


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """By cell name (B3): formulas as typed (=HYPERLINK(…)), and codes of formats."""

    formulas: Mapping[str, str] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    drawn: Sequence[tuple[int, int, str, str]] = ()
    """What stands over the cells, as ``drawn_on_sheet`` tells it."""
    struck: Mapping[str, Parted | None] = field(default_factory=dict)
    """Cells with a line through their text, as ``StruckText.cells`` tells them."""


def notes_on_sheets(archive: Archive, source: str) -> dict[str, SheetNotes]:
    """Return the notes on each sheet by its name; raises UnreadableDocumentError for XML that is broken or has a DTD."""
    parts = {relation.id: relation.target for relation in relations_of(archive, _BOOK, source)}
    styles = parse_xml(archive.read(_STYLES), source) if _STYLES in archive.names else None
    formats, struck = _formats(styles), struck_text(archive, styles, source)
    notes: dict[str, SheetNotes] = {}
    for sheet in parse_xml(archive.read(_BOOK), source).iter("{*}sheet"):
        part = parts.get(_link(sheet) or "", "")
        if part in archive.names:
            content = archive.read(part)
            notes[sheet.attrib.get("name", "")] = SheetNotes(
                _formulas(content),
                dict(_formatted(content, formats)) if formats else {},
                [one for target in _drawings(archive, part, source) for one in target],
                dict(struck.cells(content, source)),
            )
    return notes


def _drawings(archive: Archive, part: str, source: str) -> Iterator[Iterator[tuple[int, int, str, str]]]:
    for relation in relations_of(archive, part, source):
        if relation.kind == "drawing" and relation.target in archive.names:
            yield drawn_on_sheet(parse_xml(archive.read(relation.target), source))


def _link(sheet: etree._Element) -> str | None:
    """Return the attribute r:id; its namespace differs between the two kinds of the format (ISO/IEC 29500-1 and -4)."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)


def _formulas(sheet: bytes) -> dict[str, str]:
    return {
        match["cell"].decode(): "=" + unescape(match["formula"].decode("utf-8", "replace"))
        for match in _UNCALCULATED.finditer(sheet)
    }


def _formats(styles: etree._Element | None) -> dict[bytes, str]:
    """Return the codes of formats that change how a value looks, by the number of the cell style that has them."""
    if styles is None:
        return {}
    codes = {str(number): code for number, code in BUILT_IN.items()}
    codes |= {one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    used = (codes.get(xf.get("numFmtId", ""), "") for cells in styles.iter("{*}cellXfs") for xf in cells)
    return {str(at).encode(): code for at, code in enumerate(used) if code and code.lower() not in _PLAIN}


def _formatted(sheet: bytes, formats: Mapping[bytes, str]) -> Iterator[tuple[str, str]]:
    for cell in _CELL.finditer(sheet):
        style, place = _STYLE.search(cell[1]), _PLACE.search(cell[1])
        if style and place and (code := formats.get(style[1])):
            yield place[1].decode(), code
