"""What the commands share: the options of a run, the store, and the output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from dutygraph.visible import visible, visible_json

if TYPE_CHECKING:
    from dutygraph.graph.store.graph_store import GraphStore
    from dutygraph.graph.store.settings import StoreSettings

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
    """What the options of this run say."""

    data: Path | None = None
    uri: str | None = None
    lang: Literal["zh", "en"] = "zh"
    _language: Language | None = None

    def begin(self, data: Path | None, uri: str | None, lang: Language | None) -> None:
        """Begin a run with the options that stand before the command."""
        self.data, self.uri, self._language = data, uri, lang

    def use(self, data: Path | None, uri: str | None, lang: Language | None) -> None:
        """Take the options after the command: they win over those before it, and both over the environment.

        Raises SettingError for a language that the environment names and that does not exist.
        """
        from dutygraph.commands.language import LanguageSettings

        if data or uri:
            self.data, self.uri = data, uri
        language = lang or self._language
        self.lang = language.value if language else LanguageSettings().lang

    def settings(self) -> "StoreSettings":
        """The store's settings: the environment, and the options over it. Raises SettingError."""
        from dutygraph.graph.store.settings import StoreSettings

        stated: dict[str, Any] = {"data": self.data, "uri": None} if self.data else {}
        if self.uri:
            stated["uri"] = self.uri
        return StoreSettings(**stated)


session = Session()


@contextmanager
def open_store(*, new: bool = False) -> "Iterator[GraphStore]":
    """The store of this session; where there is none yet, a ``new`` one is made only for a command that fills it.

    Any other ends there, and says so of a graph without lists. Raises NoGraphError.
    """
    from dutygraph.commands.data_folder import require_graph, tell_if_empty
    from dutygraph.graph.store.graph_store import GraphStore

    settings = session.settings()
    if not new:
        require_graph(settings)
    with GraphStore.open(settings) as store:
        warn_of_open_folder(settings)
        if not new:
            tell_if_empty(store, settings, session.lang)
        yield store


def warn_of_open_folder(settings: "StoreSettings") -> None:
    """Tell on the error stream when other users of this machine may look into the data folder."""
    from dutygraph.commands.terminal.printing import open_console, pick, print_line
    from dutygraph.graph.store.folder import readable_by_others

    folder = settings.data.expanduser()
    if settings.uri is None and readable_by_others(folder):
        zh = f"数据文件夹 {folder} 对本机其他用户可读，建议运行 chmod 700 {folder}"
        en = f"other users of this machine may look into the data folder {folder}; close it with chmod 700 {folder}"
        print_line(open_console(error=True), pick(session.lang, zh, en), "yellow")


def write_line(text: str) -> None:
    """Print a line; what would steer a terminal is shown."""
    sys.stdout.write(f"{visible(text)}\n")


def write_csv(text: str) -> None:
    """Print a table as CSV; what would steer a terminal is shown."""
    sys.stdout.write(f"\ufeff{visible(text)}")  # without the mark Excel garbles Chinese


def write_json(text: str) -> None:
    """Print a JSON text; what would steer a terminal stands in it as escapes, so nothing is lost."""
    sys.stdout.write(f"{visible_json(text)}\n")


def fail(message: str) -> NoReturn:
    """End the command with a message and exit code 2; what it quotes steers no terminal."""
    from dutygraph.commands.terminal.printing import open_console, print_line

    print_line(open_console(error=True), message)
    raise typer.Exit(2)


def pairs_of(pairs: list[str]) -> dict[str, str]:
    """Read ``name=value`` pairs; one without = ends the command."""
    for pair in pairs:
        if "=" not in pair:
            fail(f"应写作 名称=值：{pair} / write name=value: {pair}")
    return {pair.split("=", 1)[0]: pair.split("=", 1)[1] for pair in pairs}
