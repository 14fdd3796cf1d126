"""What Word documents and workbooks have in common: relations between their parts, and switches (ISO/IEC 29500)."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from dutygraph.ingest.files.archive import Archive, parse_xml

_OFF = ("0", "false", "off")


class Relation(NamedTuple):
    """A relation of a part: its id, its kind (``drawing``), and the name of the other part."""

    id: str
    kind: str
    target: str


def relations_of(archive: Archive, part: str, source: str) -> Iterator[Relation]:
    """Yield the relations of a part, "" for the package; none where it has none. Raises UnreadableDocumentError."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations in archive.names:
        for link in parse_xml(archive.read(relations), source).iter("{*}Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
            yield Relation(link.get("Id", ""), link.get("Type", "").rpartition("/")[2], target.lstrip("/"))


def is_on(switch: etree._Element | None, value: str) -> bool:
    """Return whether a switch is there, and not turned off by its attribute ``value``."""
    return switch is not None and switch.get(value, "1") not in _OFF
