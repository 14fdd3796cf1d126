"""Commands about findings."""

from typing import Annotated

import typer

from dutygraph.commands.filter_options import StatedFilters, with_filters
from dutygraph.commands.session import ParseShape, Shape, open_store, session, write_json

FindingId = Annotated[str, typer.Argument(help="编号或其开头几位 / the id, or a beginning that no other has")]


@with_filters
def findings(
    stated: StatedFilters,
    limit: Annotated[int | None, typer.Option(min=1, help="最多条数 / most findings")] = None,
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """列出问题线索，最该看的在前 / List the findings, most important first."""
    from dutygraph.commands.terminal.findings import show_findings
    from dutygraph.queries.findings.read.filters import FindingFilters
    from dutygraph.queries.findings.read.findings import list_findings, read_findings

    selection = FindingFilters.of(stated).selection
    with open_store() as store:
        entries = list_findings(store, selection)
        page = read_findings(store, entries[:limit])
    show_findings(page, len(entries), shape.value, session.lang)


def finding(
    id_: FindingId, shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table
) -> None:
    """一条问题线索的全部依据和核查意见 / One finding with all its evidence and verdicts."""
    from dutygraph.commands.terminal.findings import show_finding
    from dutygraph.queries.findings.read.findings import finding_card

    with open_store() as store:
        card = finding_card(store, id_)
    if shape is ParseShape.json:
        write_json(card.model_dump_json(indent=1))
    else:
        show_finding(card, session.lang)


@with_filters
def topics(
    stated: StatedFilters,
    limit: Annotated[int | None, typer.Option(min=1, help="最多个数 / most topics")] = None,
    shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table,
) -> None:
    """列出议题：说同一件事的线索归为一个 / List the topics: findings that tell one story are one topic."""
    from dutygraph.commands.terminal.topics import show_topics
    from dutygraph.queries.findings.read.filters import FindingFilters
    from dutygraph.queries.findings.read.topics import read_topics, topic_entries

    selection = FindingFilters.of(stated).selection
    with open_store() as store:
        found = topic_entries(store, selection)
        page = read_topics(store, found[:limit])
    if shape is ParseShape.json:
        write_json(page.model_dump_json(indent=1))
    else:
        show_topics(page, len(found), session.lang)


def topic(
    id_: Annotated[str, typer.Argument(help="编号或其开头几位 / the id, or a beginning that no other has")],
    shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table,
) -> None:
    """一个议题及其线索和核查意见 / One topic with its findings and verdicts."""
    from dutygraph.commands.terminal.topics import show_topic
    from dutygraph.queries.findings.read.topics import topic_card

    with open_store() as store:
        card = topic_card(store, id_)
    if shape is ParseShape.json:
        write_json(card.model_dump_json(indent=1))
    else:
        show_topic(card, session.lang)


def recompute() -> None:
    """重新计算全部问题线索 / Compute all findings anew, after rules, settings or registers have changed."""
    from dutygraph.commands.terminal.findings import show_news
    from dutygraph.queries.findings.update.recompute import recompute as run

    with open_store() as store:
        show_news(run(store), session.lang)
