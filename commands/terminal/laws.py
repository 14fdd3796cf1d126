"""What the command line prints about registers of instruments."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutygraph.commands.terminal.printing import open_console, pick, put_line, table_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import moment

if TYPE_CHECKING:
    from dutygraph.graph.loading.registers import RegisterVersion
    from dutygraph.ingest.laws.register import Doubt


def show_import(version: "RegisterVersion", doubts: Sequence["Doubt"], lang: Language) -> None:
    """Print the version that was imported, and the values that were left out as implausible."""
    console = open_console()
    for doubt in doubts:
        put_line(console, pick(lang, doubt.text.zh, doubt.text.en), "yellow")
    put_line(
        console,
        text(
            "register_imported", lang, source=version.source, entries=version.entries, titles=version.titles
        ),
    )


def show_registers(versions: Sequence["RegisterVersion"], lang: Language) -> None:
    """Print a row per version: file, version, time, rows, instruments, whether it is in force."""
    columns = [
        text(key, lang) for key in ("file", "version", "time", "entries", "instruments", "register_state")
    ]
    rows = [
        (
            text("builtin_table", lang) if one.builtin else one.source,
            one.version[:8],
            moment(one.imported) if one.imported else None,
            one.entries,
            one.titles,
            text("in_force" if one.current else "replaced", lang),
        )
        for one in versions
    ]
    console = open_console()
    console.print(table_of(text("registers", lang), columns, rows))
    if not any(one.current and not one.builtin for one in versions):
        put_line(console, text("no_register", lang))
