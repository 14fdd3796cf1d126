"""Printing on the command line: tables and lines by rich. Text from documents is never markup, and steers no terminal."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dutygraph.visible import visible

_WIDTH_WITHOUT_TERMINAL = 120


def open_console(*, error: bool = False) -> Console:
    """Return the console on standard output or, with ``error``, on the error stream, as it is now."""
    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL, highlight=False)


@contextmanager
def paged(console: Console) -> Iterator[None]:
    """Show what is printed in the context in the pager of a terminal, which leaves at once what fits on the screen."""
    if not (console.is_terminal and sys.stdin.isatty()):
        yield
        return
    os.environ.setdefault("LESS", "FRX")  # as git does: colours, and no pager for a short answer
    own = "PAGER" not in os.environ and "MANPAGER" not in os.environ and shutil.which("less") is not None
    with console.pager(styles=own):
        yield


def pick(lang: str, zh: str, en: str) -> str:
    """Return the text of a language."""
    return en if lang == "en" else zh


def table_of(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Return a table; what is None is left blank."""
    table = Table(title=_plain(title), title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(_plain("" if value is None else str(value)) for value in row))
    return table


def print_line(console: Console, text: str, style: str = "") -> None:
    """Print a line that the terminal may wrap, but that stays one line in a file."""
    console.print(_plain(text, style), soft_wrap=True)


def _plain(text: str, style: str = "") -> Text:
    return Text(visible(text), style)
