"""What files of a reading are called: by their paths below what was given, and never two the same."""

from pathlib import Path

import pytest

from dutygraph.ingest.namesakes import marked
from dutygraph.ingest.sources import find_files

FILES = ("甲.txt", "区/民政局/清单.txt", "区/档案局/清单.txt", "市/民政局/清单.txt")


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lists"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["lists"], FILES),
        (["./lists/"], FILES),
        (["lists/区"], ["民政局/清单.txt", "档案局/清单.txt"]),
        (["lists/甲.txt"], ["甲.txt"]),
        (["lists/区/民政局/清单.txt"], ["清单.txt"]),
        (["lists/区/*/清单.txt"], ["民政局/清单.txt", "档案局/清单.txt"]),
        (["lists/*/民政局", "lists/甲.txt"], ["区/民政局/清单.txt", "市/民政局/清单.txt", "甲.txt"]),
        (["lists/区/民政局", "lists/区/档案局"], ["民政局/清单.txt", "档案局/清单.txt"]),
        (["lists", "lists/甲.txt", "lists/../lists/甲.txt"], FILES),
    ],
)
def test_files_are_called_by_their_paths(given: list[str], names: list[str], lists: Path) -> None:
    given = [
        str(path) for name in given for path in (sorted(Path().glob(name)) if "/*/民" in name else [name])
    ]
    found = find_files(given)
    assert sorted(found.values()) == sorted(names)
    assert all(path.resolve().is_relative_to(lists) for path in found)
    assert all(path.as_posix().endswith(name) for path, name in found.items())


def test_a_name_in_gbk_is_text(lists: Path) -> None:
    folder = "民政局".encode("gbk").decode("utf-8", "surrogateescape")
    try:
        (lists / folder).mkdir()
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes no such names")
    (lists / folder / "清单.txt").touch()
    assert "民政局/清单.txt" in find_files(["lists"]).values()


def test_a_mark_stands_before_the_ending() -> None:
    assert marked("清单.txt", "3fa9c1d2") == "清单（3fa9c1）.txt"
    assert marked("民政局.v2/清单", "3fa9c1d2") == "民政局.v2/清单（3fa9c1）"
