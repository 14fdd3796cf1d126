"""What the command line prints about verdicts."""

from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.findings import show_finding, verdict_lines
from dutygraph.commands.terminal.printing import open_console, print_line
from dutygraph.commands.terminal.topics import show_topic
from dutygraph.queries.findings.read.findings import finding_card
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.graph.store.graph_store import GraphStore
    from dutygraph.queries.findings.review.verdicts import Judged
    from dutygraph.queries.verdicts.report import VerdictReport


def show_judged(store: "GraphStore", judged: "Judged", lang: Language) -> None:
    """Print what was judged as it stands now, and how many findings stand by it."""
    if judged.record.finding.startswith("topic-"):
        show_topic(topic_card(store, judged.record.finding), lang)
    else:
        show_finding(finding_card(store, judged.record.finding), lang)
    print_line(open_console(), text("verdict_reaches", lang, count=len(judged.reached)))


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
        sentence = in_language(contradiction.sentence, lang) if contradiction.sentence else ""
        print_line(
            console,
            f"{text(f'conflict_{contradiction.conflict}', lang)}{text('colon', lang)}{sentence}",
            "bold",
        )
        print_line(console, f"    {contradiction.finding}", "dim")
        for verdict in contradiction.verdicts:
            for line in verdict_lines(verdict, lang):
                print_line(console, f"    {line}")
        for one in contradiction.now:
            print_line(
                console, f"    {text('texts_now', lang)}{text('colon', lang)}{one.department} {one.text}"
            )
    print_line(console, text("contradictions", lang, count=len(report.contradictions)))
