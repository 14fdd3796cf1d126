"""The bytes of a file, and its name as text."""

import os
from pathlib import Path

from dutygraph.ingest.characters import without_controls
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.limits import MEGABYTE, check, limits


def readable_name(path: Path) -> str:
    """Return a file's name as text, as ``readable`` does."""
    return readable(path.name)


def readable(name: str) -> str:
    """Return a name as text, without controls; on Linux, names in GBK (from archives made on Windows) are decoded."""
    try:
        name = name.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("gb18030", errors="replace")
    return without_controls(name)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableDocumentError if it cannot be opened or is larger than the limit."""
    source = readable_name(path)
    try:
        with path.open("rb") as file:
            data = file.read(limits().file_megabytes * MEGABYTE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableDocumentError(
            source, zh=f"无法打开文件（{reason}）", en=f"the file cannot be opened: {reason}"
        ) from error
    check(source, "file_megabytes", len(data) / MEGABYTE)
    return data
