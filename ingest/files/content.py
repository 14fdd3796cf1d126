"""What a file holds, and its name as text."""

import os
from pathlib import Path

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.limits import MEGABYTE, check, limits


def readable_name(path: Path) -> str:
    """Return a file's name as text; Linux keeps names in GBK, as archives from Windows bring them, as broken UTF-8."""
    try:
        return path.name.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode("gb18030", errors="replace")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; raises UnreadableDocumentError when it cannot be opened or is larger than the limit."""
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
