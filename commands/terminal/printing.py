"""Printing on the command line: tables and lines by rich. Text from documents is never markup, and steers no terminal."""

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH_WITHOUT_TERMINAL = 120
_ESCAPES = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\t"), ord("\n")}
_DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""They turn the order of what follows: a name can be made to look like another one (UAX #9)."""
_CONTROLS = dict.fromkeys(_ESCAPES | _DIRECTIONS, "\ufffd")
"""Characters that a terminal would obey: escape sequences begin with one."""


def open_console(*, error: bool = False) -> Console:
    """Return the console on standard output or, with ``error``, on the error stream, as it is now."""
    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL, highlight=False)


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
    return Text(text.translate(_CONTROLS), style)
