"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the repository."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dutygraph.graph.ontology import parse
from tests.source_tree import ROOMS, ROOT, read, tracked

THERE_ALREADY = "…"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"(?:#|//) (\S+)\n")


def recipe(title: str) -> tuple[dict[str, str], list[list[str]]]:
    """Return what a recipe writes into which file, and the commands it gives."""
    text = read("CONTRIBUTING.md").split(f"\n## {title}\n")[1].split("\n## ")[0]
    changes: dict[str, str] = {}
    commands: list[list[str]] = []
    for language, block in BLOCK.findall(text):
        if language == "sh":
            commands += [shlex.split(line) for line in block.splitlines()]
        else:
            named = FILE.match(block)
            assert named, f"a block of “{title}” names no file"
            changes[named[1]] = block[named.end() :]
    return changes, commands


@pytest.fixture
def copy(tmp_path: Path, sample_folder: Path) -> Path:
    """A copy of the repository to try a recipe in, with the sample district read into the folder that recipes use."""
    for name in (*tracked(), *_compiled()):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    shutil.copytree(sample_folder, tmp_path / "dutygraph-data" / "try")
    return tmp_path


def _compiled() -> Iterator[str]:
    """What Python and numba keep compiled beside the sources; it counts in a copy that keeps the times of the sources."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("__pycache__/*.*"))
    return (path.relative_to(ROOT).as_posix() for path in files)


@pytest.mark.parametrize("title", ["A header synonym", "A section", "A citation form", "A query", "A rule"])
def test_recipe_works(title: str, copy: Path) -> None:
    changes, commands = recipe(title)
    first, *others = changes
    for name in others:
        _apply(copy / name, changes[name])
    assert _run(copy, commands).returncode != 0, "it works before the recipe is followed: it shows nothing"
    _apply(copy / first, changes[first])
    done = _run(copy, commands)
    assert done.returncode == 0, done.stdout + done.stderr


def test_edge_type_is_in_the_ontology_once_it_is_stated() -> None:
    changes, _ = recipe("An edge type")
    before = yaml.safe_load(read("graph/ontology.yaml"))
    added = yaml.safe_load(changes["graph/ontology.yaml"])
    known = parse(yaml.safe_dump(_merged(before, added), allow_unicode=True))
    assert set(known.edges) - set(before["edges"]) == set(added["edges"])


def test_recipes_name_files_that_are_there() -> None:
    paths = set(re.findall(r"`((?:[a-z_]+/)+[\w.]*)`", read("CONTRIBUTING.md")))
    assert len(paths) > 8
    assert [path for path in paths if not (ROOT / path).exists()] == []


def _apply(path: Path, block: str) -> None:
    """Write a new file, or add a block of YAML to one that is there."""
    if not path.exists():
        path.write_text(block, encoding="utf-8")
    elif block.startswith(THERE_ALREADY):
        rest = block.removeprefix(THERE_ALREADY).lstrip("\n")
        path.write_text(path.read_text(encoding="utf-8") + rest, encoding="utf-8")
    else:
        whole = _merged(yaml.safe_load(path.read_text(encoding="utf-8")), yaml.safe_load(block))
        path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _merged(old: Any, new: Any) -> Any:
    """Put ``new`` into ``old``; in a list … stands for what ``old`` has."""
    if old is None:
        return new
    if isinstance(new, dict):
        return {**old, **{name: _merged(old.get(name), value) for name, value in new.items()}}
    first, *added = new
    assert first == THERE_ALREADY
    return [*old, *added]


def _run(folder: Path, commands: list[list[str]]) -> "subprocess.CompletedProcess[str]":
    """Run the commands until one fails, and return how the last one ended."""
    programs = {"python": [sys.executable], "dutygraph": [sys.executable, "-m", "dutygraph"]}
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    for program, *arguments in commands:
        done = subprocess.run(
            [*programs[program], *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            break
    return done
