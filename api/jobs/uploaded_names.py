"""What uploaded files are called: as on the disk of whoever sent them, as texts and never as paths of this machine."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from fastapi import UploadFile

from dutygraph.ingest.files.limits import MEGABYTE
from dutygraph.ingest.namesakes import distinct_names, marked

_LONGEST_NAME = 200
_DEEPEST = 10
"""Most folders around a file that its name holds."""


def uploaded_names(files: Sequence[UploadFile]) -> list[str]:
    """Return what each file of an upload is called, those with different content differently.

    A file of a folder is called by its path below it, which browsers send; namesakes by the folders above as well, or, sent
    without folders, by their content.
    """
    paths = [_path(file.filename or "") for file in files]
    names = distinct_names({at: (path, max(1, len(path) - 1)) for at, path in enumerate(paths)})
    often = Counter(names.values())
    return [
        marked(names[at], _checksum(file)) if often[names[at]] > 1 else names[at]
        for at, file in enumerate(files)
    ]


def _path(name: str) -> tuple[str, ...]:
    """Return the folders and the name of a file as texts; of a path that leads out of its folder only the name."""
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or (path.parts[:1] and path.parts[0].endswith(":"))
    parts = (path.name,) if outside else path.parts[-_DEEPEST:]
    return tuple(_plain(part) or "document" for part in parts or ("",))


def _plain(text: str) -> str:
    """Return a text without what steers a terminal or turns the direction of writing."""
    return "".join(one for one in text if unicodedata.category(one)[0] != "C")[:_LONGEST_NAME]


def _checksum(file: UploadFile) -> str:
    checksum = hashlib.sha256()
    while piece := file.file.read(MEGABYTE):
        checksum.update(piece)
    file.file.seek(0)
    return checksum.hexdigest()
