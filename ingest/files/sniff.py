"""The format of a file by its bytes: senders rename files, and portals save HTML under names of Office files."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import PurePath

from dutygraph.ingest.errors import damaged, empty, encrypted, picture
from dutygraph.ingest.files.archive import open_archive

_MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS = {
    "word/": ".docx",
    "xl/workbook.bin": ".xlsb",
    "xl/": ".xlsx",
    "ppt/": ".pptx",
    "OFD.xml": ".ofd",
    "content.xml": ".odt",
}
"""Beginning of a member's name to the format of the package; the first that fits counts."""

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of Office files before 2007, and of encrypted ones of today ([MS-CFB], 2.2)."""
_STREAMS = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls", "PowerPoint Document": ".ppt"}
_ENTRY = 128
_NAME = 64
"""Bytes of a directory entry in such a file, and of the name at its beginning ([MS-CFB], 2.6.1)."""
_FIB = 512
"""Offset of Word's file information block in bytes, right behind the header of the file."""

_PICTURE = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|BM....\0\0\0\0|....ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|avif)",
    re.DOTALL,
)
"""How photos and scans begin: JPEG, PNG, GIF, TIFF, WebP, BMP, and HEIF of telephones."""

_PDF_HEAD = 1024
"""Bytes within which a PDF's header stands (ISO 32000-1, annex H.3.4.1 of the implementation notes)."""
_HTML_HEAD = 4096
_HTML = re.compile(
    rb"(?>\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?.*?\?>|<!--.*?-->)*+"
    rb"<(?:!doctype\s+html|html|head|meta|title|body|div|table)\b",
    re.DOTALL | re.IGNORECASE,
)
"""Possessive, as many comments would otherwise take exponential time."""
_ARCHIVE_HEAD = re.compile(rb"(?:\A|\n)(MIME-Version|Content-Type):", re.IGNORECASE)
"""Two fields that the header of a web archive has, in whatever order (RFC 2557)."""
_MARKDOWN = re.compile(
    rb"^[ \t]*+\|?+[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-{2,}+:?[ \t]*+)++\|?[ \t]*+\r?$"
    rb"|<table\b[^<>]{0,400}>\s*+(?:<t(?:head|body)\b[^<>]{0,400}>\s*+)?<tr\b",
    re.MULTILINE | re.IGNORECASE,
)
"""The line below the header of a table in Markdown, or a table in HTML, which may stand in it."""
_LINE_BREAK = re.compile(rb"[\r\n]")
_FIELD = re.compile(rb"[A-Za-z-]{1,40}:")
_TEXT_UNDER = {
    **dict.fromkeys((".xls", ".xlsx", ".et"), ".csv"),
    **dict.fromkeys((".doc", ".docx", ".wps", ".rtf", ".pdf"), ".txt"),
}
"""Suffix of another format to the one that a plain text under it is read by."""


def true_suffix(data: bytes, source: str) -> str:
    """Return the suffix of a file's format (".docx"), whatever suffix its name ``source`` has.

    Text formats, whose bytes do not differ, keep the suffix of the name, but for a text with tables of Markdown. Raises
    UnreadableDocumentError for a file that is empty, encrypted, damaged, or a picture.
    """
    if data in _MARKS or not data.strip(b"\0\t\n\r "):
        raise empty(source)
    if _PICTURE.match(data):
        raise picture(source)
    if data.startswith(_PACKED):
        return _packed(data, source)
    if data.startswith(_COMPOUND):
        return _compound(data, source)
    if b"%PDF-" in data[:_PDF_HEAD]:
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if _HTML.match(data[:_HTML_HEAD].replace(b"\0", b"")):
        return ".html"
    if _is_web_archive(data[:_HTML_HEAD].removeprefix(BOM_UTF8).lstrip()):
        return ".mht"
    return _text(data, source)


def _is_web_archive(head: bytes) -> bool:
    """Return whether a text begins with the header of a mail, as web archives do; it ends at the first blank line."""
    header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    fields = {name.lower() for name in _ARCHIVE_HEAD.findall(header)}
    return bool(_FIELD.match(header)) and len(fields) == 2


def _packed(data: bytes, source: str) -> str:
    names = open_archive(data, source).names
    suffixes = (suffix for part, suffix in _PARTS.items() if any(name.startswith(part) for name in names))
    return next(suffixes, ".zip")


def _compound(data: bytes, source: str) -> str:
    if _has_entry(data, "EncryptedPackage") or _is_encrypted_word(data):
        raise encrypted(source)
    for stream, suffix in _STREAMS.items():
        if _has_entry(data, stream):
            return suffix
    raise damaged(source)


def _has_entry(data: bytes, name: str) -> bool:
    """Return whether ``name`` stands at the place of a directory entry; the rest of the file may be broken."""
    entry = name.encode("utf-16-le").ljust(_NAME, b"\0")
    at = data.find(entry)
    while at >= 0 and at % _ENTRY:
        at = data.find(entry, at + 1)
    return at >= 0


def _is_encrypted_word(data: bytes) -> bool:
    """Return the ninth bit of the flags in Word's file information block ([MS-DOC], 2.5.2, fEncrypted)."""
    fib = data[_FIB : _FIB + 12]
    return fib.startswith(b"\xec\xa5") and len(fib) == 12 and bool(fib[11] & 1)


def _text(data: bytes, source: str) -> str:
    """Return the suffix of a text: its own unless that is another format's.

    Zero bytes under such a suffix are damage, and so is a single line: a list has many, what is left of a file has one.
    """
    suffix = PurePath(source).suffix.lower()
    if suffix in _TEXT_UNDER:
        is_line = not _LINE_BREAK.search(data.strip())
        if is_line or (b"\0" in data and not data.startswith(_MARKS)):
            raise damaged(source)
        suffix = _TEXT_UNDER[suffix]
    may_be_markdown = suffix == ".txt" and (b"|" in data or b"<" in data)
    return ".md" if may_be_markdown and _MARKDOWN.search(data.replace(b"\0", b"")) else suffix
