"""Documents that LibreOffice has to convert, and what is said where it is not there or cannot."""

import sys
from pathlib import Path

import psutil
import pytest

from ingest import limits
from ingest.errors import UnreadableDocumentError
from ingest.parse import parse_bytes, parse_file
from ingest.readers import office
from tests.components import require
from tests.ingest.render.converted import converted
from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import differences
from tests.ingest.sources import SAMPLE

LISTS = parse_file(SAMPLE[-1]).lists
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("layout", "suffix", "name"),
    [
        ("merged cells", ".doc", "list.doc"),
        ("one table", ".doc", "list.wps"),
        ("numbers of own lists", ".doc", "list.doc"),
        ("merged cells", ".rtf", "list.rtf"),
        ("plain", ".rtf", "list.doc"),
    ],
)
def test_converted_documents_read_alike(layout: str, suffix: str, name: str) -> None:
    require("libreoffice")
    data = converted(LAYOUTS[".docx", layout](LISTS), suffix)
    assert list(differences(LISTS, parse_bytes(data, name).lists)) == []


def test_what_cannot_be_converted_is_said() -> None:
    require("libreoffice")
    with pytest.raises(UnreadableDocumentError, match=r"a\.doc: .*\.docx"):
        office.read_office(OLE + bytes(4096), "a.doc")


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(UnreadableDocumentError, match=r"a\.wps: .*LibreOffice.*\.docx"):
        office.read_office(OLE, "a.wps")


@pytest.mark.parametrize("folder", ["PROGRAMFILES", "PROGRAMW6432"])
def test_libreoffice_is_found_where_its_installer_puts_it(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(folder, str(tmp_path))
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.touch()
    assert office.find_office() == program


def test_a_conversion_that_takes_too_long_ends_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUTYGRAPH_LIMIT_SECONDS", "1")
    limits.limits.cache_clear()
    script = tmp_path / "sleeps.py"
    script.write_text(
        "import subprocess, sys, time\n"
        "if len(sys.argv) < 3:\n    subprocess.Popen([sys.executable, __file__, 'child', 'of it'])\ntime.sleep(60)\n",
        encoding="utf-8",
    )
    try:
        with pytest.raises(UnreadableDocumentError, match="SECONDS"):
            office._run([sys.executable, str(script)], "a.doc")
    finally:
        limits.limits.cache_clear()
    running = [process.cmdline() for process in psutil.Process().children(recursive=True)]
    assert not [command for command in running if str(script) in command]
