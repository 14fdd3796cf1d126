"""Formats that only an office suite knows (.doc, .wps, .rtf): LibreOffice makes .docx of them, and that is read."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from dutygraph.ingest.document import Block
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.limits import limits, over_limit
from dutygraph.ingest.files.processes import end
from dutygraph.ingest.readers.docx.reader import read_docx

_PROFILE = Path(__file__).with_name("office_profile.xcu")
_RTF = b"{\\rtf"
_OPTIONS = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo")

_SHARE = 0.9
"""Of the seconds for the whole document; when those are over, nobody is left to clear the folder away."""


def read_office(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a document by way of LibreOffice; raises UnreadableDocumentError, also where there is none."""
    office = find_office()
    if office is None:
        raise UnreadableDocumentError(
            source,
            zh="读取 .doc、.wps、.rtf 需要 LibreOffice：请安装后重试，或用 Word、WPS 打开后另存为 .docx",
            en="reading .doc, .wps and .rtf needs LibreOffice: install it, or save the file as .docx",
        )
    with TemporaryDirectory(prefix="dutygraph-", ignore_cleanup_errors=True) as folder:
        return read_docx(_convert(office, data, source, Path(folder)), source)


def find_office() -> Path | None:
    """Return the program of LibreOffice: from the search path, else from where its installers put it."""
    for name in ("soffice.com", "soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if folder := os.environ.get(variable):
            yield Path(folder, "LibreOffice", "program", "soffice.com")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _convert(office: Path, data: bytes, source: str, folder: Path) -> bytes:
    """Convert in a folder of its own, with a profile that has no macros and no links, and under a name of our own.

    Documents of WPS are such of Word inside, and LibreOffice takes .wps for those of another program.
    """
    document = folder / ("document.rtf" if data.startswith(_RTF) else "document.doc")
    document.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    shutil.copy(_PROFILE, profile / "user" / "registrymodifications.xcu")
    own = f"-env:UserInstallation={profile.as_uri()}"
    command = [office, own, *_OPTIONS, "--convert-to", "docx", "--outdir", folder / "out", document]
    _run([str(part) for part in command], source)
    converted = folder / "out" / "document.docx"
    if not converted.is_file():
        raise UnreadableDocumentError(
            source,
            zh="LibreOffice 无法转换此文件，请用 Word、WPS 打开后另存为 .docx",
            en="LibreOffice cannot convert the file; open it and save it as .docx",
        )
    return converted.read_bytes()


def _run(command: list[str], source: str) -> None:
    """Run the conversion; when it takes too long it is ended with all that it started."""
    quiet = subprocess.DEVNULL
    process = psutil.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        process.wait(timeout=limits().seconds * _SHARE)
    except psutil.TimeoutExpired as error:
        raise over_limit(source, "seconds") from error
    finally:
        end(process)
        process.wait()
