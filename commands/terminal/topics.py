"""What the command line prints about topics."""

from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.findings import standing_line, verdict_lines
from dutygraph.commands.terminal.printing import open_console, paged, print_line
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.findings.models import Topic, TopicCard, Topics


def show_topics(output: "Topics", total: int, lang: Language) -> None:
    """Print topics in rank order; ``total`` counts those that a limit has cut off too."""
    console = open_console()
    with paged(console):
        for topic in output.topics:
            print_line(console, in_language(topic.sentence, lang), "bold")
            print_line(console, f"    {_standing(topic, lang)}", "dim")
        print_line(console, text("topics_found", lang, total=total))
    if output.stale:
        print_line(open_console(error=True), text("stale", lang), "yellow")


def show_topic(card: "TopicCard", lang: Language) -> None:
    """Print a topic with its findings, and what people have said about it."""
    console = open_console()
    (topic,) = card.topics
    print_line(console, in_language(topic.sentence, lang), "bold")
    print_line(console, _standing(topic, lang))
    if not card.found:
        print_line(console, text("no_longer_found", lang), "yellow")
    for member in card.members:
        print_line(console, f"  [{member.kind}] {in_language(member.sentence, lang)}")
        print_line(console, f"    {standing_line(member, lang)}", "dim")
    for verdict in card.history:
        for line in verdict_lines(verdict, lang):
            print_line(console, f"    {line}")


def _standing(topic: "Topic", lang: Language) -> str:
    severity, status = text(f"severity_{topic.severity}", lang), text(f"status_{topic.status}", lang)
    return f"{topic.id} · {severity} · {text('members', lang, count=len(topic.findings))} · {status}"
