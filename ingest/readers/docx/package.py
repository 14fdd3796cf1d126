"""The package that a Word document is: XML parts, and how they relate to each other."""

from collections.abc import Iterator

from dutygraph.ingest.files.archive import Archive, parse_xml
from dutygraph.ingest.readers.docx.xml import Element
from dutygraph.ingest.readers.office_package import Relation, relations_of

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    _STRICT + b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    _STRICT + b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006",
}
"""Namespaces of "Strict Open XML" to the usual ones (transitional)."""


class PackageParts:
    """The XML parts of the package, by name and by their relations to each other."""

    def __init__(self, archive: Archive, source: str) -> None:
        self._archive = archive
        self._source = source

    def xml(self, name: str) -> Element:
        """Return the root of a part; raises UnreadableDocumentError."""
        data = self._archive.read(name)
        for strict, transitional in _TRANSITIONAL.items():
            data = data.replace(strict, transitional)
        return parse_xml(data, self._source)

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part that ``part`` ("" for the package) relates to by ``kind``, None without one."""
        return next(iter(self.all_related(part, kind)), None)

    def all_related(self, part: str, kind: str) -> list[str]:
        """Return the names of all parts that ``part`` relates to by ``kind``."""
        targets = (relation.target for relation in self._relations(part) if relation.kind == kind)
        return [target for target in targets if target in self._archive.names]

    def linked(self, part: str, link: str | None) -> bytes:
        """Return the content of the part that ``part`` names by the id of a relation, b"" when there is none."""
        target = next((relation.target for relation in self._relations(part) if relation.id == link), "")
        return self._archive.read(target) if target in self._archive.names else b""

    def _relations(self, part: str) -> Iterator[Relation]:
        return relations_of(self._archive, part, self._source)
