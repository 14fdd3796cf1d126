"""Which files a command line names (files, folders and patterns), and what they are called."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import NoReturn

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.content import readable
from dutygraph.ingest.namesakes import distinct_names
from dutygraph.ingest.readers import READERS


def find_files(names: Iterable[str]) -> dict[Path, str]:
    """Return the files that the names stand for, each once, in order, with what each is called.

    A name is a file, a folder (all lists in it and below), or a pattern (``lists/*.txt``; Windows shells leave
    patterns to the program). A file of a folder is called by its path below it, another by its own name, namesakes with
    the folders above. Raises UnreadableDocumentError for a name that stands for nothing, and for a folder that cannot be
    listed.
    """
    found: dict[str, tuple[Path, int]] = {}
    for name in names:
        files = _files(name)
        if not files:
            raise _nothing(name)
        for path in files:
            below = path.relative_to(name).parts if Path(name).is_dir() else ()
            whole = os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links
            found.setdefault(whole, (path, len(below) or 1))
    return distinct_names({path: (_readable(whole), count) for whole, (path, count) in found.items()})


def _readable(path: str) -> tuple[str, ...]:
    return tuple(map(readable, PurePath(path).parts[1:]))


def _files(name: str) -> list[Path]:
    path = Path(name)
    if path.is_file():
        return [path]
    if path.is_dir():
        return sorted(_lists_below(path))
    if not has_magic(name):
        return []
    matches = glob(name, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(path for path in map(Path, matches) if path.is_file())


def _lists_below(folder: Path) -> Iterator[Path]:
    for inner, _, names in os.walk(folder, onerror=_refuse):
        for path in (Path(inner, name) for name in names):
            if is_list(path) and path.is_file():
                yield path


def _refuse(error: OSError) -> NoReturn:
    raise UnreadableDocumentError(
        str(error.filename),
        zh=f"无法打开文件夹（{error.strerror}）",
        en=f"the folder cannot be opened: {error.strerror}",
    ) from error


def _nothing(name: str) -> UnreadableDocumentError:
    if Path(name).is_dir():
        return UnreadableDocumentError(
            name,
            zh=f"文件夹里没有可读的清单（{'、'.join(READERS)}）",
            en=f"there is no list in the folder ({', '.join(READERS)})",
        )
    return UnreadableDocumentError(name, zh="找不到文件", en="no such file")


def is_list(path: PurePath) -> bool:
    """Return whether a file of a folder may be a list, by its name.

    Word and WPS leave files named ~$… beside a document that somebody has open; a README tells about the others.
    """
    return path.suffix.lower() in READERS and not path.name.lower().startswith(("~$", "readme"))
