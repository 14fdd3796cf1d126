"""Documents that LibreOffice has to convert, and what is said where it is not there or cannot."""

import sys
import time
from pathlib import Path

import psutil
import pytest

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files import conversion, processes
from dutygraph.ingest.files.limits import Limits
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.readers import office
from dutygraph.ingest.sandbox import Refused, parse_files
from tests.components import require
from tests.ingest.crafted import as_text
from tests.ingest.render.converted import converted
from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import differences
from tests.ingest.sources import SAMPLE

LISTS = parse_file(SAMPLE[-1]).lists
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
RTF = b"{\\rtf1 }"


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
    data = converted(LAYOUTS[".docx", layout].render(LISTS), suffix)
    assert list(differences(LISTS, parse_bytes(data, name).lists)) == []


def test_what_cannot_be_converted_is_said() -> None:
    require("libreoffice")
    with pytest.raises(UnreadableDocumentError, match=r"a\.doc: .*\.docx"):
        office.read_office(OLE + bytes(4096), "a.doc")


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "find_office", lambda: None)
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
    assert conversion.find_office() == program


ENDLESS = """
import subprocess, sys, time
if sys.argv[-1] != "child":
    subprocess.Popen([sys.executable, __file__, "child"])
time.sleep(60)
"""


def program(folder: Path, code: str) -> Path:
    """A program of this code that is found and started like LibreOffice."""
    script = folder / "script.py"
    script.write_text(code, encoding="utf-8")
    start = folder / ("soffice.cmd" if sys.platform == "win32" else "soffice")
    line = (
        f'@"{sys.executable}" "{script}"'
        if sys.platform == "win32"
        else f'#!/bin/sh\n"{sys.executable}" "{script}"'
    )
    start.write_text(line, encoding="utf-8")
    start.chmod(0o700)
    return start


def left_behind(folder: Path) -> list[str]:
    """The commands that run with a program of this folder."""
    lines = (" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"]))
    return [line for line in lines if str(folder) in line]


def test_a_conversion_that_takes_too_long_ends_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "find_office", lambda: program(tmp_path, ENDLESS))
    monkeypatch.setattr(conversion, "limits", lambda: Limits(seconds=1))
    with pytest.raises(UnreadableDocumentError, match="SECONDS"):
        office.read_office(OLE, "a.doc")
    assert not left_behind(tmp_path)


GREEDY = """
import subprocess, sys, time
if sys.argv[-1] != "child":
    for _ in range(2):
        subprocess.Popen([sys.executable, __file__, "child"])
else:
    taken = bytearray(150_000_000)
time.sleep(60)
"""


def test_the_memory_of_a_conversion_counts(tmp_path: Path, limit: pytest.MonkeyPatch) -> None:
    limit.setenv("PATH", str(program(tmp_path, GREEDY).parent))
    limit.setenv("DUTYGRAPH_LIMIT_MEMORY_MEGABYTES", "250")
    limit.setenv("DUTYGRAPH_LIMIT_SECONDS", "20")
    (tmp_path / "a.rtf").write_bytes(RTF)
    (refused,) = parse_files([tmp_path / "a.rtf"])
    assert isinstance(refused, Refused)
    assert "DUTYGRAPH_LIMIT_MEMORY_MEGABYTES" in refused.zh
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of another process")
def test_the_system_holds_a_conversion_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast it takes memory: between two looks of the reader's watcher it could take gigabytes."""
    code = (
        "import os, pathlib\n"
        "try:\n    taken = bytearray(300_000_000)\n"
        "except MemoryError:\n    os.abort()\n"
        "pathlib.Path(__file__).with_name('took').touch()\n"
    )
    monkeypatch.setattr(conversion, "find_office", lambda: program(tmp_path, code))
    limit = Limits(memory_megabytes=250)
    monkeypatch.setattr(processes, "limits", lambda: limit)
    with pytest.raises(UnreadableDocumentError, match="MEMORY_MEGABYTES"):
        office.read_office(OLE, "a.doc")
    assert not (tmp_path / "took").exists()


def test_whoever_stops_early_leaves_no_conversion_behind(tmp_path: Path, limit: pytest.MonkeyPatch) -> None:
    limit.setenv("PATH", str(program(tmp_path, ENDLESS).parent))
    names = ["a.txt", "b.rtf", "c.rtf"]
    for name in names:
        (tmp_path / name).write_bytes(as_text() if name == "a.txt" else RTF)
    reading = parse_files([tmp_path / name for name in names], workers=2)
    next(reading)
    while len(left_behind(tmp_path)) < 4:  # two conversions, each with a process of its own
        time.sleep(0.05)
    reading.close()  # type: ignore[attr-defined]
    assert left_behind(tmp_path) == []


def test_such_a_conversion_leaves_no_folder_behind(tmp_path: Path, limit: pytest.MonkeyPatch) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_SECONDS", "4")
    limit.setenv("PATH", str(program(tmp_path, ENDLESS).parent))
    for variable in ("TMPDIR", "TEMP", "TMP"):
        limit.setenv(variable, str(tmp_path))
    (tmp_path / "a.rtf").write_bytes(RTF)
    (refused,) = parse_files([tmp_path / "a.rtf"])
    assert isinstance(refused, Refused)
    assert "DUTYGRAPH_LIMIT_SECONDS" in refused.zh
    assert not list(tmp_path.glob("dutygraph-*"))
