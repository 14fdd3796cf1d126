"""LibreOffice, where it is installed: one document into another format, within the limits, without macros or links."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from dutygraph.ingest.files.limits import limits, over_limit
from dutygraph.ingest.files.processes import end, within_memory

_PROFILE = Path(__file__).with_name("office_profile.xcu")
_OPTIONS = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo")

_SHARE = 0.9
"""Share of the seconds for the whole document; after those this process is ended and cannot remove its folder."""


_ABORTED = (-signal.SIGABRT, 128 + signal.SIGABRT)
"""How it ends, itself or as its starting script tells, when the system gives it no more memory."""


def find_office() -> Path | None:
    """Return LibreOffice's program, from the search path or where its installers put it; None without LibreOffice."""
    for name in ("soffice.com", "soffice", "libreoffice"):
        if program := shutil.which(name):
            return Path(program)
    return next((path for path in _usual_paths() if path.is_file()), None)


def _usual_paths() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if folder := os.environ.get(variable):
            yield Path(folder, "LibreOffice", "program", "soffice.com")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def convert(office: Path, data: bytes, suffixes: tuple[str, str], source: str) -> bytes | None:
    """Return a document that LibreOffice's program has converted, or None when it cannot; in a profile of its own.

    ``suffixes`` are those of the document and of what it becomes, as ``.doc`` and ``.docx``. Raises
    UnreadableDocumentError about ``source`` when it takes too long or too much memory.
    """
    before, after = suffixes
    with TemporaryDirectory(prefix="dutygraph-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        document = folder / f"document{before}"
        document.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        shutil.copy(_PROFILE, profile / "user" / "registrymodifications.xcu")
        own = f"-env:UserInstallation={profile.as_uri()}"
        target = after.removeprefix(".")
        command = [office, own, *_OPTIONS, "--convert-to", target, "--outdir", folder / "out", document]
        _run([str(part) for part in command], source)
        converted = folder / "out" / f"document{after}"
        return converted.read_bytes() if converted.is_file() else None


def _run(command: list[str], source: str) -> None:
    """Run the conversion. Raises UnreadableDocumentError when it takes too long or too much memory.

    It is ended with all its children.
    """
    quiet = subprocess.DEVNULL
    process = psutil.Popen(within_memory(command), stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        code = process.wait(timeout=limits().seconds * _SHARE)
    except psutil.TimeoutExpired as error:
        raise over_limit(source, "seconds") from error
    finally:
        end(process)
        process.wait()
    if code in _ABORTED:
        raise over_limit(source, "memory_megabytes")
