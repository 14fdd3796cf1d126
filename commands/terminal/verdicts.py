"""What the command line prints about verdicts."""

from typing import TYPE_CHECKING

from dutygraph.commands.terminal.findings import verdict_line
from dutygraph.commands.terminal.printing import open_console, pick, put_line
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.verdicts.report import VerdictReport


def show_exported(count: int, path: str, lang: Language) -> None:
    """Print how many verdicts were written where."""
    put_line(open_console(), text("verdicts_exported", lang, count=count, path=path))


def show_imported(new: int, known: int, lang: Language) -> None:
    """Print how many verdicts were added, and how many were there already."""
    put_line(open_console(), text("verdicts_imported", lang, new=new, known=known))


def show_report(report: "VerdictReport", lang: Language) -> None:
    """Print each contradiction with the verdicts that it is about."""
    console = open_console()
    for one in report.contradictions:
        sentence = pick(lang, one.sentence.zh, one.sentence.en) if one.sentence else ""
        put_line(console, f"{text(f'conflict_{one.conflict}', lang)}{text('colon', lang)}{sentence}", "bold")
        put_line(console, f"    {one.finding}", "dim")
        for verdict in one.verdicts:
            put_line(console, f"    {verdict_line(verdict, lang)}")
    put_line(console, text("contradictions", lang, count=len(report.contradictions)))
