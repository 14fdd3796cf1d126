"""Commands about findings."""

from typing import Annotated

import typer

from commands.shared import ParseShape, open_store, put, session


def findings(
    kind: Annotated[list[str], typer.Option(help="只看此类 / only this kind")] = [],  # noqa: B006
    department: Annotated[str | None, typer.Option(help="只看此部门 / only this department")] = None,
    limit: Annotated[int | None, typer.Option(min=1)] = None,
    shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table,
) -> None:
    """列出问题线索 / List the findings."""
    from queries.findings import find
    from visualize.terminal_findings import show_findings

    with open_store() as store:
        found = find(store, kinds=kind or None, department=department)
    found = found.model_copy(update={"findings": found.findings[:limit]})
    if shape is ParseShape.json:
        put(found.model_dump_json(indent=1, by_alias=True))
    else:
        show_findings(found, session.lang)


def recompute() -> None:
    """重新计算问题线索 / Compute the findings anew, after rules, settings or registers have changed."""
    from queries.recompute import recompute as run
    from visualize.terminal_findings import show_news

    with open_store() as store:
        store.prepare()
        show_news(run(store), session.lang)
