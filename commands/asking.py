"""Commands that ask the graph."""

from typing import Annotated

import typer

from commands.shared import Shape, fail, open_store, pairs_of, session


def status() -> None:
    """图谱概况 / What the graph holds."""
    from graph.health import count_kinds
    from visualize.terminal import show_status

    with open_store() as store:
        show_status(store.engine, count_kinds(store), session.lang)


def doctor() -> None:
    """检查图谱是否完整 / Check the graph: counts against documents, provenance, dangling edges."""
    from graph.health import examine
    from visualize.terminal import show_examination

    with open_store() as store:
        complaints = examine(store)
    show_examination(complaints, session.lang)
    raise typer.Exit(1 if complaints else 0)


def query(
    name: Annotated[
        str | None, typer.Argument(help="查询名称，不填则列出全部 / without it, all are listed")
    ] = None,
    param: Annotated[list[str], typer.Option(help="参数 k=v / a parameter")] = [],  # noqa: B006 - typer copies it
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """运行命名查询 / Run a named query."""
    from queries.catalogue import catalogue, run_query
    from visualize.terminal import show_answer, show_catalogue

    if name is None:
        show_catalogue(catalogue(), session.lang)
        return
    with open_store() as store:
        answer = run_query(store, name, pairs_of(param))
    show_answer(answer, shape.value, session.lang)


def explain(
    what: Annotated[str, typer.Argument(help="department")],
    name: Annotated[str, typer.Argument(help="名称，如 区住建局 / a name as printed")],
    region: Annotated[str | None, typer.Option(help="所在行政区划 / its region")] = None,
) -> None:
    """说明一个名称指哪个部门、为什么 / Say which body a name stands for, and why."""
    from graph.linking import explain_department
    from visualize.terminal import show_explanations

    if what != "department":
        fail(f"无法解释“{what}”，可用：department / cannot explain {what!r}; known: department")
    with open_store() as store:
        show_explanations(explain_department(store, name, region), name, session.lang)
