"""One reader per file format: bytes in, the neutral document of ``ingest.document`` out."""

from collections.abc import Callable

from ingest.document import Block
from ingest.errors import UnreadableDocumentError
from ingest.readers.csv import read_csv
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.office import read_office
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text
from ingest.readers.workbook import read_packed_workbook, read_workbook
from ingest.sniff import true_suffix

Reader = Callable[[bytes, str], list[Block]]
"""Takes the bytes of a file and its name; raises UnreadableDocumentError."""

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".docx": read_docx,
    ".html": read_html,
    ".htm": read_html,
    ".doc": read_office,
    ".wps": read_office,
    ".rtf": read_office,
    ".xlsx": read_packed_workbook,
    ".xls": read_workbook,
    ".pdf": read_pdf,
    ".csv": read_csv,
    ".tsv": read_csv,
}
"""File name suffix (lower case) to its reader."""


def reader_for(data: bytes, source: str) -> Reader:
    """Return the reader for the bytes of a file; its name ``source`` counts only where the bytes leave it open.

    Raises UnreadableDocumentError when the format is not known, and for a file that is empty, encrypted or damaged.
    """
    suffix = true_suffix(data, source)
    if suffix not in READERS:
        known = "、".join(READERS)
        raise UnreadableDocumentError(
            source,
            zh=f"暂不支持 {suffix or '无扩展名'} 文件，可读格式：{known}",
            en=f"files of type {suffix or 'no suffix'} are not read; known: {', '.join(READERS)}",
        )
    return READERS[suffix]
