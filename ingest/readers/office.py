"""Formats that only office suites read (.doc, .wps, .rtf): LibreOffice converts them to .docx, which is then read."""

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files import conversion
from dutygraph.ingest.readers.docx.reader import read_docx

_RTF = b"{\\rtf"


def read_office(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a document converted by LibreOffice; raises what ``as_docx`` raises."""
    return read_docx(as_docx(data, source), source)


def as_docx(data: bytes, source: str) -> bytes:
    """Return a document as LibreOffice converts it to .docx. Raises UnreadableDocumentError, also without LibreOffice.

    WPS writes Word's format, but LibreOffice takes the suffix .wps for another program's; so the copy is named .doc.
    """
    office = conversion.find_office()
    if office is None:
        raise UnreadableDocumentError(
            source,
            zh="读取 .doc、.wps、.rtf 需要 LibreOffice：请安装后重试，或用 Word、WPS 打开后另存为 .docx",
            en="reading .doc, .wps and .rtf needs LibreOffice: install it, or save the file as .docx",
        )
    suffix = ".rtf" if data.startswith(_RTF) else ".doc"
    converted = conversion.convert(office, data, (suffix, ".docx"), source)
    if converted is None:
        raise UnreadableDocumentError(
            source,
            zh="LibreOffice 无法转换此文件，请用 Word、WPS 打开后另存为 .docx",
            en="LibreOffice cannot convert the file; open it and save it as .docx",
        )
    return converted
