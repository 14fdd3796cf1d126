"""What the commands share: the options before a command, the store, and how errors are told."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from graph.settings import StoreSettings
    from graph.store import GraphStore

Paths = Annotated[list[str], typer.Argument(help="文件、文件夹或通配符 / files, folders or patterns")]


class Shape(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


class ParseShape(StrEnum):
    """How the parse output and findings are printed."""

    table = "table"
    json = "json"


class Language(StrEnum):
    """In which language the answers come."""

    zh = "zh"
    en = "en"


class Session:
    """What the options before the command say."""

    data: Path | None = None
    uri: str | None = None
    lang: Literal["zh", "en"] = "zh"

    def settings(self) -> "StoreSettings":
        """The store's settings: the environment, and the options over it."""
        from graph.settings import StoreSettings

        settings = StoreSettings()
        given = {"data": self.data, "uri": self.uri}
        return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


session = Session()


@contextmanager
def open_store() -> "Iterator[GraphStore]":
    """The store of this session; what goes wrong with it or with a document is told in one line."""
    from graph.store import GraphStore

    with told(), GraphStore.open(session.settings()) as store:
        yield store


@contextmanager
def told() -> Iterator[None]:
    """Errors meant for the user end the command with their message."""
    from ingest.bilingual import DutygraphError

    try:
        yield
    except DutygraphError as error:
        fail(str(error))


def put(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")


def fail(message: str) -> NoReturn:
    """End the command with a message and exit code 2."""
    sys.stderr.write(message + "\n")
    raise typer.Exit(2)


def pairs_of(pairs: list[str]) -> dict[str, str]:
    """Read ``name=value`` pairs; one without = ends the command."""
    for pair in pairs:
        if "=" not in pair:
            fail(f"应写作 名称=值：{pair} / write name=value: {pair}")
    return {pair.split("=", 1)[0]: pair.split("=", 1)[1] for pair in pairs}
