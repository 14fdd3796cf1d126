"""What the command line prints about verdicts."""

from typing import TYPE_CHECKING

from dutygraph.commands.terminal.findings import verdict_line
from dutygraph.commands.terminal.printing import open_console, pick, print_line
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.verdicts.report import VerdictReport


def show_exported(count: int, path: str, lang: Language) -> None:
    """Print how many verdicts were written where."""
    print_line(open_console(), text("verdicts_exported", lang, count=count, path=path))


def show_imported(new: int, present: int, lang: Language) -> None:
    """Print how many verdicts were added, and how many were there already."""
    print_line(open_console(), text("verdicts_imported", lang, new=new, present=present))


def show_report(report: "VerdictReport", lang: Language) -> None:
    """Print each contradiction with the verdicts that it is about."""
    console = open_console()
    for contradiction in report.contradictions:
        sentence = (
            pick(lang, contradiction.sentence.zh, contradiction.sentence.en) if contradiction.sentence else ""
        )
        print_line(
            console,
            f"{text(f'conflict_{contradiction.conflict}', lang)}{text('colon', lang)}{sentence}",
            "bold",
        )
        print_line(console, f"    {contradiction.finding}", "dim")
        for verdict in contradiction.verdicts:
            print_line(console, f"    {verdict_line(verdict, lang)}")
    print_line(console, text("contradictions", lang, count=len(report.contradictions)))
