"""Where uploads lie until they are read: beside the graph, in a folder that goes with the service that took them."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from secrets import token_hex

from fastapi import UploadFile
from filelock import FileLock, Timeout

from dutygraph.api.jobs.uploaded_names import uploaded_names
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.whole_files import reason_of

_FOLDER = "uploads"

log = logging.getLogger("dutygraph.api")


@dataclass(frozen=True, slots=True)
class Spooled:
    """Uploaded files in a folder of their own: where each lies, and the name it was sent under, which is only a text."""

    folder: Path
    files: Sequence[tuple[Path, str]]

    def remove(self) -> None:
        """Remove all of it; nothing happens when it is gone."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Spool:
    """The uploads of one run of the service, which ``service`` names.

    Its folder holds a lock that the system frees however the service ends. So another run can tell what a killed one
    has left, and never takes from one that goes on.
    """

    def __init__(self, store: GraphStore) -> None:
        self.service = token_hex(8)
        self.folder = store.beside(_FOLDER)
        self._own = self.folder / self.service
        self._lock = FileLock(self._own / "lock", thread_local=False)
        self._changing = FileLock(self.folder.with_name(f"{self.folder.name}.lock"), thread_local=False)

    def claim(self) -> None:
        """Let others see that this run goes on; it has to be called before anything is left to it.

        Raises UnwritableFileError.
        """
        if self._lock.is_locked:
            return
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._changing:
                self._own.mkdir(mode=0o700, exist_ok=True)
                self._lock.acquire(timeout=0)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def runs(self, service: str) -> bool:
        """Whether the run of a name goes on, in this process or another."""
        lock = self.folder / service / "lock"
        if service == self.service or not lock.exists():
            return service == self.service
        try:
            with FileLock(lock).acquire(timeout=0):
                return False
        except Timeout:
            return True

    def clear(self) -> None:
        """Remove what runs have left that were killed; what cannot be removed is logged."""
        if not self.folder.is_dir():
            return
        try:
            with self._changing:
                for left in self.folder.iterdir():
                    if not self.runs(left.name):
                        shutil.rmtree(left)
        except OSError:
            log.exception("left in %s", self.folder)

    def close(self) -> None:
        """Remove all that this run has left."""
        self._lock.release(force=True)  # first: Windows removes no file that is held
        shutil.rmtree(self._own, ignore_errors=True)

    def keep(self, files: Sequence[UploadFile]) -> Spooled:
        """Write uploaded files to a folder of their own, all or none, and return it. Raises UnwritableFileError."""
        self.claim()
        folder = self._own / token_hex(4)
        paths = [_path(folder, number, file) for number, file in enumerate(files, start=1)]
        spooled = Spooled(folder, list(zip(paths, uploaded_names(files), strict=True)))
        try:
            folder.mkdir(mode=0o700)
            for (path, _), file in zip(spooled.files, files, strict=True):
                with path.open("wb") as copy:
                    shutil.copyfileobj(file.file, copy)
        except OSError as error:
            spooled.remove()
            raise _unwritable(folder, error) from error
        return spooled


def _path(folder: Path, number: int, file: UploadFile) -> Path:
    """The name holds nothing of the printed one but an ordinary ending, by which readers are chosen."""
    ending = PurePath(file.filename or "").suffix.lower()
    plain = ending if ending[1:].isalnum() and ending.isascii() and len(ending) <= 8 else ""
    return folder / f"{number:04d}{plain}"


def _unwritable(path: Path, error: OSError) -> UnwritableFileError:
    reason = reason_of(error)
    return UnwritableFileError(path, zh=reason.zh, en=reason.en)
