"""What is installed from this repository is whole, and what is pinned is what is asked for."""

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.source_tree import ROOMS, ROOT, modules, product, read, syntax, written_here

LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as ``pip install .`` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_package_holds_every_file_of_the_rooms(wheel: Path) -> None:
    names = {name for name in written_here() if Path(name).parts[0] in {*ROOMS, "data", "dutygraph"}}
    expected = {name if name.startswith("dutygraph/") else f"dutygraph/{name}" for name in names}
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_package_is_one(wheel: Path) -> None:
    """Names as general as ``queries`` belong to whoever installs last."""
    tops = {Path(name).parts[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"dutygraph"}


def test_an_installed_package_reads_the_sample(wheel: Path, tmp_path: Path) -> None:
    """Outside the checkout, with reading processes and the data that came with the package."""
    installed, outside = tmp_path / "installed", tmp_path / "outside"
    zipfile.ZipFile(wheel).extractall(installed)
    outside.mkdir()
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    where = [sys.executable, "-c", "import dutygraph.graph.ontology as m; print(m.__file__)"]
    demo = [sys.executable, "-m", "dutygraph", "demo", "--no-serve"]
    told = [
        subprocess.run(
            command, cwd=outside, env=environment, check=True, capture_output=True, encoding="utf-8"
        )
        for command in (where, demo)
    ]
    assert Path(told[0].stdout.strip()).is_relative_to(installed)
    assert "云溪市澜江区民政局" in told[1].stdout


def test_the_image_is_built_of_what_the_package_holds() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    folders = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    assert [folder for folder in folders if f"!{folder}\n" not in read(".dockerignore")] == []


def test_the_image_installs_nothing_without_a_hash() -> None:
    installs = re.findall(r"\bpip (?:install|wheel) .*", read("Dockerfile"))
    assert len(installs) == 4
    assert [line for line in installs if "--require-hashes" not in line and "--no-deps" not in line] == []
    assert [line for line in installs if " wheel " in line and "--no-build-isolation" not in line] == []
    backend = tomllib.loads(read("pyproject.toml"))["build-system"]["requires"]
    assert set(backend) - _pinned("requirements-build.lock") == set()
    assert set(re.findall(r"^COPY (requirements\S+)", read("Dockerfile"), re.MULTILINE)) <= set(
        read(".dockerignore").replace("!", "").split()
    )


def test_the_source_archive_leaves_out_the_annotated_lists(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "dutygraph/__main__.py", "graph/ontology.yaml", "tests/test_house.py"} <= names
    assert [name for name in names if name.startswith("tests/ingest/gold")] == []


def test_every_dependency_has_a_floor_below_its_pin() -> None:
    pins = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", read("requirements.lock"), re.MULTILINE))
    for need in map(Requirement, tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]):
        assert {part.operator for part in need.specifier} <= {">=", "=="}, need
        assert need.specifier, need
        assert need.specifier.contains(pins[_package(need.name)], prereleases=True), need


def test_the_package_tells_that_it_is_typed(wheel: Path) -> None:
    assert "dutygraph/py.typed" in zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_names_no_host(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", read(lock))
    pins = [entry for entry in entries if not entry.startswith("#")]
    assert [
        pin for pin in pins if not re.match(r"[a-z0-9_.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", pin, re.S)
    ] == []
    assert "://" not in read(lock)


def test_everything_asked_for_is_pinned() -> None:
    assert _asked(extras=False) - _pinned("requirements.lock") == set()
    assert (_asked(extras=True) | _asked_for_tests()) - _pinned("requirements-dev.lock") == set()


def test_everything_imported_is_asked_for() -> None:
    assert _imported(product()) - _asked(extras=True) == set()
    assert _imported(modules()) - _asked(extras=True) - _asked_for_tests() == set()


def test_tests_run_on_the_versions_that_users_get() -> None:
    *some, most = (set(re.findall(r"^\S+==\S+", read(lock), re.MULTILINE)) for lock in LOCKS)
    assert [pins - most for pins in some] == [set(), set()]


def _asked(*, extras: bool) -> set[str]:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    more = [need for extra in project["optional-dependencies"].values() for need in extra]
    return {_package(need) for need in (*project["dependencies"], *(more if extras else ()))}


def _asked_for_tests() -> set[str]:
    return {_package(need) for need in tomllib.loads(read("pyproject.toml"))["dependency-groups"]["dev"]}


def _imported(importing: list[str]) -> set[str]:
    """The packages of others that these modules import."""
    nodes = [node for name in importing for node in ast.walk(syntax(name))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    installed = packages_distributions()
    tops = {name.split(".")[0] for name in names} - {"dutygraph", "tests", "benchmarks"}
    return {_package(package) for top in tops for package in installed.get(top, ())}


def _package(need: str) -> str:
    """The name of a package as the locks spell it, out of a line of pyproject.toml."""
    found = re.match(r"[\w.-]+", need)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def _pinned(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", read(lock), re.MULTILINE))
