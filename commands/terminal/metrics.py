"""What ``dutygraph metrics`` prints: a table, the groups, the sole ties, and what each word means."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dutygraph.commands.session import write_csv
from dutygraph.commands.terminal.printing import open_console, print_line, table_of
from dutygraph.visualize.tables import csv_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import as_text

if TYPE_CHECKING:
    from dutygraph.graph.analysis.metrics import BodyMetrics, By, Metrics

COLUMNS = ("department", "listed", "ties", "shared", "hub", "community", "sole_link")
"""Texts for headings; but for the department each has another that says what it means (``…_means``)."""


def show_metrics(metrics: "Metrics", by: "By", top: int | None, shape: str, lang: Language) -> None:
    """Print the first ``top`` bodies (or all) as CSV, or as a table with what else is known of the network."""
    headings = [text(name, lang) for name in COLUMNS]
    rows = [_row(body) for body in metrics.bodies[:top]]
    if shape == "csv":
        write_csv(csv_of((headings, rows), lang))
        return
    console = open_console()
    if not any(body.ties for body in metrics.bodies):
        print_line(console, _nothing(len(metrics.bodies), by, lang))
        return
    title = text("network_of", lang, by=text(f"by_{by}", lang))
    console.print(table_of(title, headings, ([as_text(value, lang) for value in row] for row in rows)))
    for line in (_size(metrics, lang), *_groups(metrics.bodies, lang), *_sole_ties(metrics, lang)):
        print_line(console, line)
    for name in (*COLUMNS[1:], "sole_tie"):
        print_line(console, f"{text(name, lang)}{text('colon', lang)}{text(f'{name}_means', lang)}", "dim")


def _nothing(bodies: int, by: "By", lang: Language) -> str:
    return (
        text("no_ties", lang, bodies=bodies, by=text(f"by_{by}", lang)) if bodies else text("no_bodies", lang)
    )


def _row(body: "BodyMetrics") -> tuple[object, ...]:
    return body.name, body.listed, body.ties, body.shared, body.hub, body.community, body.sole_link


def _size(metrics: "Metrics", lang: Language) -> str:
    bodies = metrics.bodies
    alone = sum(not body.ties for body in bodies)
    return text(
        "network_size",
        lang,
        bodies=len(bodies),
        unread=sum(not body.listed for body in bodies),
        alone=alone,
        parts=metrics.components - alone,
        density=f"{metrics.density:.0%}",
    )


def _groups(bodies: "Sequence[BodyMetrics]", lang: Language) -> Iterator[str]:
    """A line for each group; the members stand in the order of the table."""
    grouped = sorted((body.community, at) for at, body in enumerate(bodies) if body.community is not None)
    for number, members in groupby(grouped, key=lambda member: member[0]):
        names = [_marked(bodies[at], lang) for _, at in members]
        yield text("group_of", lang, number=number, names=as_text(names, lang))


def _sole_ties(metrics: "Metrics", lang: Language) -> Iterator[str]:
    marked = {body.name: _marked(body, lang) for body in metrics.bodies}
    if metrics.sole_ties:
        ties = [f"{marked[a]}—{marked[b]}" for a, b in metrics.sole_ties]
        yield f"{text('sole_tie', lang)}{text('colon', lang)}{as_text(ties, lang)}"


def _marked(body: "BodyMetrics", lang: Language) -> str:
    """The name, with a mark when its own list was not read."""
    return body.name if body.listed else text("unread_body", lang, name=body.name)
