"""Files written whole: what a failure leaves, what is replaced, and what is refused."""

import errno
import os
import sys
from pathlib import Path

import pytest

from dutygraph.errors import UnwritableFileError
from dutygraph.whole_files import whole_file, whole_folder

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
FULL_DEVICE = Path(os.sep, "dev", "full")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_half(path: Path, failure: BaseException) -> None:
    with whole_file(path) as file:
        file.write(b"new")
        raise failure


def write_half_of_a_folder(path: Path) -> None:
    with whole_folder(path, lambda _: True) as folder:
        (folder / "b.csv").touch()
        raise FULL


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'图' * 80}.html"  # as long as a name may be
    with whole_file(path) as file:
        file.write(b"one, ")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"one, two"
    assert names(tmp_path) == [path.name]


def test_two_files_of_a_folder_are_written_at_once(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a") as one, whole_file(tmp_path / "b") as other:
        one.write(b"aaaa")
        other.write(b"bb")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"aaaa", "b": b"bb"}


@pytest.mark.parametrize("failure", [FULL, ValueError("of the writer"), KeyboardInterrupt()])
@pytest.mark.parametrize("before", [[], ["a.csv"]])
def test_a_failure_leaves_nothing_and_what_was_there(
    failure: BaseException, before: list[str], tmp_path: Path
) -> None:
    for name in before:
        (tmp_path / name).write_text("old", encoding="utf-8")
    with pytest.raises((UnwritableFileError, ValueError, KeyboardInterrupt)):
        write_half(tmp_path / "a.csv", failure)
    assert names(tmp_path) == before
    assert all((tmp_path / name).read_text(encoding="utf-8") == "old" for name in before)


def test_the_reason_is_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, zh, en in (
        (tmp_path / "missing" / "a", "文件夹不存在", "does not exist"),
        (tmp_path, "这是一个文件夹", "is a folder"),
        (tmp_path / "file" / "a", "不是文件夹", "needs a folder"),
        (tmp_path / ("a" * 300), "太长", "too long"),
    ):
        with pytest.raises(UnwritableFileError) as caught, whole_file(path):
            pass
        assert (zh in caught.value.text.zh, en in caught.value.text.en, str(path) in str(caught.value)) == (
            True,
        ) * 3
    assert names(tmp_path) == ["file"]


@on_linux
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    device = tmp_path / "full"
    device.symlink_to(FULL_DEVICE)  # a fault would replace the link and not the device
    with (
        pytest.raises(UnwritableFileError, match=r"磁盘已满.*the disk is full"),
        whole_file(device) as file,
    ):
        file.write(b"text")
    assert device.is_char_device()
    assert names(tmp_path) == ["full"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "link"
    try:
        link.symlink_to(tmp_path / "there" / "file")
    except OSError:
        pytest.skip("this system lets nobody make links")
    with whole_file(link) as file:
        file.write(b"text")
    assert link.is_symlink()
    assert (tmp_path / "there" / "file").read_bytes() == b"text"


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    for content in ("a", "b"):
        with whole_folder(tmp_path / "new" / "out", lambda name: name.endswith(".csv")) as folder:
            (folder / f"{content}.csv").write_text(content, encoding="utf-8")
    assert names(tmp_path / "new") == ["out"]
    assert names(tmp_path / "new" / "out") == ["b.csv"]


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.csv").touch()
    with pytest.raises(UnwritableFileError):
        write_half_of_a_folder(out)
    assert (names(tmp_path), names(out)) == (["out"], ["a.csv"])


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "信.docx").touch()
    with pytest.raises(UnwritableFileError, match=r"信\.docx"), whole_folder(tmp_path, lambda _: False):
        pass
    assert names(tmp_path) == ["信.docx"]


def test_a_folder_needs_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(UnwritableFileError, match="不是文件夹"),
        whole_folder(tmp_path / "file", lambda _: True),
    ):
        pass
    assert names(tmp_path) == ["file"]
