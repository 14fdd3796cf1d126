"""What the command line prints of a reading: what became of each list, its entries that changed, and all warnings."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.visualize.entry_lines import counts_line, entry_line
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import where

if TYPE_CHECKING:
    from rich.console import Console

    from dutygraph.graph.loading.list_change import ListChange, State
    from dutygraph.ingest.records import ParseWarning
    from dutygraph.queries.findings.update.removing import RemovedList

_STATES: tuple["State", ...] = ("added", "replaced", "unchanged", "removed", "skipped")
_ENTRIES = 30
"""Changed entries of a list that are printed; ``/jobs`` of the service tells more."""


def show_changes(changes: Sequence["ListChange"], lang: Language) -> None:
    """Print what reading changed, list by list, the entries that changed, and every warning."""
    console = open_console()
    columns = pick(lang, "清单 状态 条目 已归入", "list state entries placed").split()
    rows = [
        (c.department, text(f"state_{c.state}", lang), counts_line(c.counts, lang), _share(c))
        for c in changes
    ]
    console.print(table_of(pick(lang, "读取结果", "What changed"), columns, rows))
    count = Counter(change.state for change in changes)
    words = ", ".join(f"{text(f'state_{state}', lang)} {count[state]}" for state in _STATES)
    print_line(console, pick(lang, f"共 {len(changes)} 份清单：{words}", f"{len(changes)} lists: {words}"))
    for change in changes:
        if change.reason:
            why = in_language(change.reason.text, lang)
            names = " ".join(dict.fromkeys((change.source, change.department)))
            print_line(console, f"{names}{text('colon', lang)}{why}", "bold")
        _put_entries(console, change, lang)
    for change in changes:
        for warning in (one for one in change.warnings if one != change.reason):
            put_warning(console, change.source, warning, lang, f" {change.department}")


def show_removed(lists: Sequence["RemovedList"], lang: str) -> None:
    """Print which lists were taken out."""
    columns = pick(lang, "清单 部门 文件", "list department file").split()
    rows = [(one.title, one.department, one.source) for one in lists]
    open_console().print(table_of(pick(lang, "已移出", "Taken out"), columns, rows))


def put_warning(
    console: "Console", source: str, warning: "ParseWarning", lang: Language, department: str = ""
) -> None:
    """Print a warning in a line; ``department`` stands behind its place."""
    place = f"{where(source, warning.locator.model_dump(), lang)}{department}"
    message = in_language(warning.text, lang)
    print_line(console, f"{place}{text('colon', lang)}{message} [{warning.code}]")


def _share(change: "ListChange") -> str:
    """Return what share of a list was placed; a dash for one that is not in the graph."""
    return "—" if change.placed is None else f"{change.placed:.1%}"


def _put_entries(console: "Console", change: "ListChange", lang: Language) -> None:
    if not change.entries:
        return
    print_line(console, f"{change.department}{text('colon', lang)}{counts_line(change.counts, lang)}", "bold")
    for entry in change.entries[:_ENTRIES]:
        line = entry_line(entry.model_dump(), lang)
        print_line(console, f"    {text(f'entry_{entry.change}', lang)} {line}")
    left = len(change.entries) - _ENTRIES
    if left > 0:
        print_line(console, f"    {text('more_entries', lang, count=left)}")
