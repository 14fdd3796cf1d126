"""Files written whole: complete under their name, or not there at all."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from dutygraph.bilingual import Bilingual
from dutygraph.errors import UnwritableFileError

_NEEDS_FOLDER = Bilingual("路径上有一个文件，不是文件夹", "a file stands where the path needs a folder")
_FORBIDDEN = Bilingual("没有写入权限，请换一个位置", "it may not be written; choose another place")
_REASONS = {
    errno.ENOENT: Bilingual("文件夹不存在，请先建立", "its folder does not exist; make it first"),
    errno.EISDIR: Bilingual("这是一个文件夹，请写明文件名", "it is a folder; name a file"),
    errno.ENOSPC: Bilingual("磁盘已满，请腾出空间", "the disk is full; make room on it"),
    errno.ENAMETOOLONG: Bilingual("文件名太长，请改短", "the name is too long; choose a shorter one"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), _NEEDS_FOLDER),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _FORBIDDEN),
}


def reason_of(error: OSError) -> Bilingual:
    """Return why the system refused to write, with what to do; in the system's own words where none are known here."""
    own = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, Bilingual(own, own))


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write the content of ``path`` to, which takes that name when the block ends.

    When the block fails nothing is left of it, and a file that was there before stays. A device or a pipe is written
    to directly. Raises UnwritableFileError.
    """
    with _explained(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        with _draft(path) as (draft, target):
            with draft.open("wb") as file:
                yield file
            draft.replace(target)


@contextmanager
def whole_folder(folder: Path, replaceable: Callable[[str], bool]) -> Iterator[Path]:
    """Give an empty folder to write files to, which takes the place of ``folder`` when the block ends.

    All of its files appear, or none. ``replaceable`` tells by the name which files of a folder that is there already may
    go; with any other in it the folder is refused. Raises UnwritableFileError.
    """
    with _explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(folder):
            _check_replaceable(folder, replaceable)
        with _draft(folder) as (draft, target):
            draft.mkdir()
            yield draft
            _exchange(draft, target)


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it lies in, where they are not there yet. Raises UnwritableFileError."""
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _draft(path: Path) -> Iterator[tuple[Path, Path]]:
    """Give a path beside the target that ``path`` links to, and the target; remove what is left under the former."""
    target = Path(os.path.realpath(path))
    # Short, so that it fits wherever the name fits; drawn by lot, since threads share a process and containers its number.
    draft = target.with_name(f"dutygraph-{token_hex(4)}.part")
    try:
        yield draft, target
    finally:
        if draft.is_dir():
            shutil.rmtree(draft)
        elif draft.exists():
            draft.unlink()


def _check_replaceable(folder: Path, replaceable: Callable[[str], bool]) -> None:
    if others := sorted(path.name for path in folder.iterdir() if not replaceable(path.name)):
        raise UnwritableFileError(
            folder,
            zh=f"文件夹中有其他文件（{others[0]} 等 {len(others)} 个），请另选一个空文件夹或新文件夹",
            en=f"the folder holds other files ({len(others)}, {others[0]} among them); name an empty or a new folder",
        )


def _exchange(draft: Path, target: Path) -> None:
    """Put a folder in the place of another; when that is not possible, the other stays."""
    if not target.exists():
        draft.rename(target)
        return
    former = draft.with_suffix(".old")
    target.rename(former)
    try:
        draft.rename(target)
    except OSError:
        former.rename(target)
        raise
    shutil.rmtree(former)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says about writing ``path`` into words; a pipe whose reader has gone is no fault of it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = reason_of(error)
        raise UnwritableFileError(path, zh=reason.zh, en=reason.en) from error
