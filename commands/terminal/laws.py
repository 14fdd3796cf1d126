"""What the command line prints about registers of instruments."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.printing import open_console, print_line, table_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import moment

if TYPE_CHECKING:
    from dutygraph.graph.loading.registers import RegisterVersion
    from dutygraph.ingest.laws.register import Doubt


def show_import(version: "RegisterVersion", doubts: Sequence["Doubt"], lang: Language) -> None:
    """Print the version that was imported, and the values that were left out as implausible."""
    console = open_console()
    for doubt in doubts:
        print_line(console, in_language(doubt.text, lang), "yellow")
    print_line(
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
            text("builtin_table", lang) if version.builtin else version.source,
            version.version[:8],
            moment(version.imported) if version.imported else None,
            version.entries,
            version.titles,
            text("in_force" if version.current else "replaced", lang),
        )
        for version in versions
    ]
    console = open_console()
    console.print(table_of(text("registers", lang), columns, rows))
    if not any(version.current and not version.builtin for version in versions):
        print_line(console, text("no_register", lang))
