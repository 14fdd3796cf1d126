"""What the command line prints about regions that were read on a cluster."""

from typing import TYPE_CHECKING

from dutygraph.commands.terminal.printing import open_console, pick, print_line

if TYPE_CHECKING:
    from dutygraph.queries.regions.spark import RegionsRead


def show_regions(read: "RegionsRead", out: str, lang: str) -> None:
    """Print how much was read and where it lies, and on the error stream what was left out and why."""
    zh = f"{read.regions} 个地区，{read.lists} 份清单，{read.findings} 条问题线索，已写入 {out}"
    en = f"{read.regions} regions, {read.lists} lists, {read.findings} findings, written to {out}"
    print_line(open_console(), pick(lang, zh, en))
    errors = open_console(error=True)
    for file in read.refused:
        print_line(errors, str(file))
