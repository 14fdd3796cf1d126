"""Cypher files with a header: the ``//`` lines at the top of a file are YAML, what follows is one statement."""

import re
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dutygraph.graph.store.cypher_files import filled
from dutygraph.ingest.word_files import parse_yaml
from dutygraph.queries.errors import CatalogueError

USED = re.compile(r"\$(\w+)")
"""The parameters that a statement uses."""

_COMMENT = "//"
_SUFFIX = ".cypher"


class QueryFile(BaseModel):
    """What a file says: its name without the ending, its statement, and what a subclass adds for the header."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    cypher: str
    comment: str
    """What the header says behind ``#``."""


T = TypeVar("T", bound=QueryFile)


def load(folder: str, model: type[T]) -> dict[str, T]:
    """Return the files of a folder of this room by name, in order.

    Raises CatalogueError that names every mistake in every file.
    """
    found: dict[str, T] = {}
    mistakes: list[str] = []
    for file in _files(resources.files("dutygraph.queries").joinpath(folder)):
        try:
            entry = parse(file.name.removesuffix(_SUFFIX), file.read_text(encoding="utf-8"), model)
            found[entry.name] = entry
        except CatalogueError as error:
            mistakes.append(f"{file.name}: {error.text.en}")
    if mistakes:
        raise _error("\n".join(mistakes))
    return found


def parse(name: str, text: str, model: type[T]) -> T:
    """Return the file ``name`` with this text. Raises CatalogueError that names every mistake of its header."""
    header, statement = _split(text)
    try:
        raw: Any = parse_yaml(header)
        if not isinstance(raw, dict):
            raise _error("the file has no header of `// name: value` lines")
        return model.model_validate(
            {**raw, "name": name, "cypher": filled(statement), "comment": _comment(header)}
        )
    except yaml.YAMLError as error:
        raise _error(f"the header is no YAML: {error}") from error
    except ValidationError as error:
        raise _error("; ".join(_mistakes(error))) from error


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(_SUFFIX)), key=lambda file: file.name)


def _split(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith(_COMMENT)), len(lines))
    header = "\n".join(line.removeprefix(_COMMENT).removeprefix(" ") for line in lines[:end])
    return header, "\n".join(lines[end:]).strip()


def _comment(header: str) -> str:
    lines = (line for line in header.splitlines() if line.startswith("#"))
    return "\n".join(line.removeprefix("#").strip() for line in lines)


def _mistakes(error: ValidationError) -> Iterator[str]:
    for mistake in error.errors():
        where = ".".join(str(part) for part in mistake["loc"])
        yield f"{where}: {mistake['msg']}" if where else mistake["msg"]


def _error(mistakes: str) -> CatalogueError:
    return CatalogueError(zh=f"查询或规则文件有误：\n{mistakes}", en=mistakes)
