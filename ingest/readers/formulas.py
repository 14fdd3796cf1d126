"""Formulas of a workbook that no program has calculated yet, so that a cell holds no result.

Files written by programs have such cells until Excel saves them; they would be read as blank without this.
"""

import re
from html import unescape
from pathlib import PurePosixPath

from lxml import etree

from dutygraph.ingest.files.archive import Archive, parse_xml

Formulas = dict[str, dict[str, str]]
"""Sheet name to cell name (B3) to formula."""

_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_UNCALCULATED = re.compile(
    rb'<c r="(?P<cell>[A-Z]{1,3}\d{1,7})"[^<>]*><f>(?P<formula>[^<]*)</f>(?:<v\s*/>|<v></v>)?</c>'
)


def formulas_without_result(archive: Archive, source: str) -> Formulas:
    """Return the formulas without result, as typed into Excel (=HYPERLINK(…))."""
    parts = {
        link.attrib.get("Id"): str(PurePosixPath("/xl", link.attrib.get("Target", ""))).lstrip("/")
        for link in parse_xml(archive.read(_LINKS), source).iter("{*}Relationship")
    }
    sheets = {
        sheet.attrib.get("name", ""): parts.get(_link(sheet), "")
        for sheet in parse_xml(archive.read(_BOOK), source).iter("{*}sheet")
    }
    return {name: _uncalculated(archive.read(part)) for name, part in sheets.items() if part in archive.names}


def _link(sheet: etree._Element) -> str | None:
    """Return the attribute r:id; its namespace differs between the two kinds of the format (ISO/IEC 29500-1 and -4)."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)


def _uncalculated(sheet: bytes) -> dict[str, str]:
    return {
        match["cell"].decode(): "=" + unescape(match["formula"].decode("utf-8", "replace"))
        for match in _UNCALCULATED.finditer(sheet)
    }
