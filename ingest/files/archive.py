"""Packed documents (Office files), read within the limits and without unpacking anything to disk.

``open_archive`` returns the members of a packed document, ``parse_xml`` the tree of a member.
"""

import lzma
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PureWindowsPath
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from dutygraph.ingest.errors import UnreadableDocumentError, damaged, encrypted
from dutygraph.ingest.files.limits import MEGABYTE, check, limits, over_limit

_CHUNK = 1 << 16
_GRACE = 10 * MEGABYTE
"""Bytes up to which a member is no bomb, whatever its ratio: a table of 3,000 equal rows packs to 1/180."""
_ENCRYPTED = 0x1
"""The bit for encryption in a member's flags (PKWARE APPNOTE, 4.4.4)."""
_XML = (".xml", ".rels", ".vml")
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error, lzma.LZMAError)
"""Errors that zipfile raises for broken or unknown content."""


def open_archive(data: bytes, source: str) -> "Archive":
    """Open a packed document. Raises UnreadableDocumentError if it is broken, or has too many members or unsafe names."""
    try:
        archive = Archive(ZipFile(BytesIO(data)), source)
    except _BROKEN as error:
        raise damaged(source) from error
    check(source, "archive_members", len(archive.names))
    if any(_leads_out(name) for name in archive.names):
        raise UnreadableDocumentError(
            source,
            zh="压缩包内的文件名指向包外，拒绝读取；请向来源单位重新索取文件",
            en="names inside the packed file lead out of it; ask the sender for a sound copy",
        )
    return archive


class Archive:
    """The members of a packed document. The limit for unpacked size counts all reads together."""

    def __init__(self, packed: ZipFile, source: str) -> None:
        self._packed = packed
        self._source = source
        self._inflated = 0
        self.names = frozenset(packed.namelist())

    def read(self, name: str) -> bytes:
        """Return a member's content. Raises UnreadableDocumentError if it is missing, broken, encrypted or too large."""
        if name not in self.names:
            raise damaged(self._source)
        return b"".join(self._inflate(self._packed.getinfo(name)))

    def check_all(self) -> None:
        """Unpack every member once without keeping it, before a library opens the file by itself.

        Raises UnreadableDocumentError as ``read`` does, and for XML with a DTD.
        """
        for info in self._packed.infolist():
            chunks = self._inflate(info)
            if info.filename.lower().endswith(_XML):
                refuse_dtd(chunks, self._source)
            for _ in chunks:
                pass

    def _inflate(self, info: ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & _ENCRYPTED:
            raise encrypted(self._source)
        most = max(_GRACE, info.compress_size * limits().inflation_ratio)
        size = 0
        try:
            with self._packed.open(info) as member:
                while chunk := member.read(_CHUNK):
                    size += len(chunk)
                    self._inflated += len(chunk)
                    if size > most:
                        raise over_limit(self._source, "inflation_ratio")
                    check(self._source, "inflated_megabytes", self._inflated / MEGABYTE)
                    yield chunk
        except _BROKEN as error:
            raise damaged(self._source) from error


def parse_xml(data: bytes, source: str) -> etree._Element:
    """Return the root of an XML part. Raises UnreadableDocumentError if it is broken or has a DTD."""
    refuse_dtd([data], source)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(source) from error


def refuse_dtd(chunks: Iterable[bytes], source: str) -> None:
    """Raise UnreadableDocumentError if an XML part has a DTD, which could define entities and which Office never writes.

    Chunks are read only up to the root element; a DTD cannot stand behind its start.
    """

    def stop_at_dtd(*_: object) -> None:
        raise UnreadableDocumentError(
            source,
            zh="文件内的 XML 带有 DTD（实体定义），可能是恶意文件，拒绝读取",
            en="XML inside the file has a DTD (entity definitions), as in an attack; the file is not read",
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = stop_at_dtd
    parser.StartElementHandler = _stop_at_root
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _RootReachedError:
        return
    except (expat.ExpatError, ValueError) as error:
        raise damaged(source) from error


def _leads_out(name: str) -> bool:
    """Return whether a member's name points out of the package, by Windows' rules, which cover those of other systems."""
    path = PureWindowsPath(name)
    return bool(path.anchor) or ".." in path.parts


class _RootReachedError(Exception):
    """Stops expat at the root element, behind a prolog without DTD."""


def _stop_at_root(*_: object) -> None:
    raise _RootReachedError
