"""Formats that only office suites read (.doc, .wps, .rtf): LibreOffice converts them to .docx, which is then read."""

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
"""Share of the seconds for the whole document; after those this process is ended and cannot remove its folder."""


def read_office(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a document converted by LibreOffice. Raises UnreadableDocumentError, also without LibreOffice."""
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


def _convert(office: Path, data: bytes, source: str, folder: Path) -> bytes:
    """Return a document as .docx, converted in ``folder`` with a profile that has no macros and no links.

    WPS writes Word's format, but LibreOffice takes the suffix .wps for another program's; so the copy is named .doc.
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
    """Run the conversion. Raises UnreadableDocumentError when it takes too long; it is ended with all its children."""
    quiet = subprocess.DEVNULL
    process = psutil.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        process.wait(timeout=limits().seconds * _SHARE)
    except psutil.TimeoutExpired as error:
        raise over_limit(source, "seconds") from error
    finally:
        end(process)
        process.wait()
