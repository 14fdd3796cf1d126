"""A plain file of JSON lines that is only ever added to: what it holds cannot be computed again."""

import errno
import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from filelock import FileLock

from dutygraph.errors import UnwritableFileError
from dutygraph.whole_files import reason_of, whole_file

Line = dict[str, Any]

log = logging.getLogger("dutygraph.journal")


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal at a path, which several threads and processes may add to at once.

    Only its owner may read it, where the system has such rights.
    """

    path: Path

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Add lines, all or none; when this returns they are on the disk.

        Raises UnwritableFileError. A line that was cut off before, as by a loss of power, stays apart from them.
        """
        text = _text(lines)
        if text:
            with self._alone():
                self._add(text)

    def rewrite(self, change: Callable[[list[Line]], list[Line]]) -> list[Line]:
        """Put other lines in the place of all, whole, and return them; nothing is written when they are the same.

        Lines that are no JSON objects go. Raises UnwritableFileError, and then the journal stays as it was.
        """
        if not self.path.exists() and not change([]):
            return []
        with self._alone():
            lines, damaged = self.read()
            wanted = change(lines)
            if wanted != lines or damaged:
                with whole_file(self.path) as file:
                    Path(file.name).chmod(0o600)
                    file.write(_text(wanted))
                    file.flush()
                    os.fsync(file.fileno())
        return wanted

    def read(self, fits: Callable[[Line], bool] | None = None) -> tuple[list[Line], list[int]]:
        """Return the lines in their order, and the numbers (from 1) of those that are no JSON object, or do not fit.

        A journal that nobody has written to is empty. Raises OSError.
        """
        lines: list[Line] = []
        damaged: list[int] = []
        content = self.path.read_bytes() if self.path.exists() else b""
        for number, text in enumerate(content.split(b"\n"), start=1):
            line = _object(text)
            if line is not None and (fits is None or fits(line)):
                lines.append(line)
            elif text.strip():
                damaged.append(number)
        return lines, damaged

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other thread or process write meanwhile, and say in words why nobody can."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self.path.with_name(f"{self.path.name}.lock")):
                yield
        except OSError as error:
            reason = reason_of(error)
            raise UnwritableFileError(self.path, zh=reason.zh, en=reason.en) from error

    def _add(self, text: bytes) -> None:
        new = not self.path.exists()
        flags = os.O_CREAT | os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)
        file = os.open(self.path, flags, 0o600)
        try:
            size = os.fstat(file).st_size
            cut_off = size > 0 and _last_byte(file, size) != b"\n"
            _write_or_restore(file, b"\n" + text if cut_off else text, size)
            os.fsync(file)
        finally:
            os.close(file)
        if new:
            _sync_folder(self.path.parent)


class PatientJournal:
    """A journal that also takes lines about what has happened already: those wait until the disk can hold them."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._waiting: list[Mapping[str, Any]] = []
        self._lock = Lock()

    def append(self, *lines: Mapping[str, Any]) -> None:
        """Add lines, and before them those that wait, all or none. Raises UnwritableFileError.

        Without lines it tells whether the journal can be written to, as far as that is known.
        """
        with self._lock:
            self.journal.append([*self._waiting, *lines])
            self._waiting.clear()

    def keep(self, line: Mapping[str, Any]) -> None:
        """Add a line; when that cannot be, it is logged and waits for the next time."""
        try:
            self.append(line)
        except UnwritableFileError:
            log.exception("not written yet: %s", json.dumps(line, ensure_ascii=False))
            with self._lock:
                self._waiting.append(line)


def _text(lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Half of a surrogate pair, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode(
        errors="backslashreplace"
    )


def _write_or_restore(file: int, text: bytes, size: int) -> None:
    """Write all of it; when the disk is full, cut the file back to its former size in bytes."""
    try:
        written = os.write(file, text)
        if written < len(text):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError:
        os.ftruncate(file, size)
        raise


def _last_byte(file: int, size: int) -> bytes:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1)


def _object(text: bytes) -> Line | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _sync_folder(folder: Path) -> None:
    """Let a file that was just created keep its name through a loss of power; Windows cannot, and needs not."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
