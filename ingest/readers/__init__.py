"""One reader per file format: bytes in, the neutral document of ``dutygraph.ingest.document`` out."""

from collections.abc import Callable
from pkgutil import resolve_name

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.sniff import true_suffix

Reader = Callable[[bytes, str], list[Block]]
"""Takes the bytes of a file and its name, returns its blocks; raises UnreadableDocumentError."""

READERS = {
    ".txt": "text.reader:read_text",
    ".docx": "docx.reader:read_docx",
    ".html": "html.reader:read_html",
    ".htm": "html.reader:read_html",
    ".mht": "web_archive:read_web_archive",
    ".mhtml": "web_archive:read_web_archive",
    ".md": "text.markdown:read_markdown",
    ".markdown": "text.markdown:read_markdown",
    ".doc": "office:read_office",
    ".wps": "office:read_office",
    ".rtf": "office:read_office",
    ".xlsx": "sheets.reader:read_packed_workbook",
    ".xls": "sheets.reader:read_workbook",
    ".pdf": "pdf.reader:read_pdf",
    ".csv": "sheets.csv:read_csv",
    ".tsv": "sheets.csv:read_csv",
}
"""File name suffix (lower case) to module and function of its reader, loaded when first needed: some are large."""


def reader_for(data: bytes, source: str) -> Reader:
    """Return the reader for the bytes of a file; its name ``source`` decides only where the bytes do not.

    Raises UnreadableDocumentError for a format without reader, and for a file that is empty, encrypted or damaged.
    """
    suffix = true_suffix(data, source)
    if suffix not in READERS:
        raise UnreadableDocumentError(
            source,
            zh=f"暂不支持 {suffix or '无扩展名'} 文件，可读格式：{'、'.join(READERS)}",
            en=f"files of type {suffix or 'no suffix'} are not read; known: {', '.join(READERS)}",
        )
    reader: Reader = resolve_name(f"{__name__}.{READERS[suffix]}")
    return reader
