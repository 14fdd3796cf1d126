"""The files of this repository, for tests that keep watch over the source itself."""

import ast
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("graph", "ingest", "queries", "api", "visualize", "commands")


@cache
def tracked() -> tuple[str, ...]:
    """Every file under version control, as git names it (relative, with slashes)."""
    return tuple(git("ls-files", "-z").rstrip("\0").split("\0"))


def git(*arguments: str) -> str:
    """Return what a git command prints about this repository."""
    done = subprocess.run(
        ["git", "-C", str(ROOT), *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def written_here() -> list[str]:
    """The tracked files that are still there and were written for this project, not vendored or generated."""
    return [
        name
        for name in tracked()
        if "/vendor/" not in name and not name.endswith((".lock", ".map")) and (ROOT / name).is_file()
    ]


def modules(*rooms: str) -> list[str]:
    """The Python files of these rooms (all files, without any)."""
    names = [name for name in written_here() if name.endswith(".py")]
    return [name for name in names if not rooms or name.split("/")[0] in rooms]


def product() -> list[str]:
    """The Python files of the product, without tests and benchmarks."""
    return modules(*ROOMS, "dutygraph")


def read(name: str) -> str:
    """Return the text of a tracked file (a sample list may be in GB18030); of a file that is no text, nothing."""
    data = (ROOT / name).read_bytes()
    for encoding in () if b"\0" in data else ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return ""


@cache
def syntax(name: str) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(read(name), name)
