"""What the files of a reading are called: no two the same, for a file is known by its name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TypeVar

from dutygraph.ingest.records import Document

File = TypeVar("File")

_MARK = 6
"""Characters of a checksum that tell two files of one name apart."""


def distinct_names(paths: Mapping[File, tuple[tuple[str, ...], int]]) -> dict[File, str]:
    """Return what each file is called, by the parts of its path and how many of them, from the last, its name has.

    Where several would be called the same, each takes the folder above as well, until they differ or there is none.
    """
    shown = {file: count for file, (_, count) in paths.items()}
    while True:
        names = {file: "/".join(parts[-shown[file] :]) for file, (parts, _) in paths.items()}
        often = Counter(names.values())
        alike = [
            file for file, name in names.items() if often[name] > 1 and shown[file] < len(paths[file][0])
        ]
        if not alike:
            return names
        for file in alike:
            shown[file] += 1


def marked(name: str, sha256: str) -> str:
    """Return the name of a file that nothing but its content tells from another: 清单（3fa9c1）.txt."""
    path = PurePath(name)
    return f"{name.removesuffix(path.suffix)}（{sha256[:_MARK]}）{path.suffix}"


def without_namesakes(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents of a reading; one with the name of an earlier one and other content has its name marked."""
    first: dict[str, str] = {}
    for document in documents:
        if first.setdefault(document.source, document.sha256) == document.sha256:
            yield document
        else:
            yield document.model_copy(update={"source": marked(document.source, document.sha256)})
