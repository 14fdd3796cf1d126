"""What is installed from this repository is whole, and what is pinned is what is asked for."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.source_tree import ROOMS, ROOT, read, written_here

LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files of the package as ``pip install .`` installs it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl"))).namelist()


def test_the_package_holds_every_file_of_the_rooms(wheel: list[str]) -> None:
    expected = {name for name in written_here() if Path(name).parts[0] in {*ROOMS, "data", "dutygraph.py"}}
    assert expected - set(wheel) == set()


def test_the_package_holds_nothing_else(wheel: list[str]) -> None:
    tops = {Path(name).parts[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {*ROOMS, "data", "dutygraph.py"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_names_no_host(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", read(lock))
    pins = [entry for entry in entries if not entry.startswith("#")]
    assert [
        pin for pin in pins if not re.match(r"[a-z0-9_.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", pin, re.S)
    ] == []
    assert "://" not in read(lock)


def test_everything_asked_for_is_pinned() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    asked = project["project"]["dependencies"]
    extras = [need for extra in project["project"]["optional-dependencies"].values() for need in extra]
    assert {_package(need) for need in asked} - _pinned("requirements.lock") == set()
    needs = [*asked, *extras, *project["dependency-groups"]["dev"]]
    assert {_package(need) for need in needs} - _pinned("requirements-dev.lock") == set()


def test_tests_run_on_the_versions_that_users_get() -> None:
    pins, more = (set(re.findall(r"^\S+==\S+", read(lock), re.MULTILINE)) for lock in LOCKS)
    assert pins - more == set()


def _package(need: str) -> str:
    """The name of a package as the locks spell it, out of a line of pyproject.toml."""
    found = re.match(r"[\w.-]+", need)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def _pinned(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", read(lock), re.MULTILINE))
