"""The command that answers a question."""

from typing import Annotated

import typer

from dutygraph.commands.session import Shape, open_store, session


def search(
    question: Annotated[str, typer.Argument(help="问题或要找的文字，如 谁管食品 / a question or a text")],
    kind: Annotated[str | None, typer.Option(help="只要此类，如 Duty / only this label")] = None,
    department: Annotated[str | None, typer.Option(help="只在此部门的清单中 / only this department")] = None,
    region: Annotated[str | None, typer.Option(help="行政区划 / region")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="最多条数 / most entries")] = 20,
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """谁管什么，写在哪里 / Who answers for what, and where it says so."""
    from dutygraph.commands.terminal.search import show_search
    from dutygraph.queries.search.answer import SearchFilters
    from dutygraph.queries.search.answer import search as answer_of

    with open_store() as store:
        narrowed = SearchFilters(kind=kind, department=department, region=region)
        answer = answer_of(store, question, narrowed, limit=limit)
    show_search(answer, shape, session.lang)
