"""Commands that ask the graph."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dutygraph.commands.session import Shape, open_store, pairs_of, session, write_json


class Explained(StrEnum):
    """What can be explained."""

    department = "department"
    duty = "duty"
    clauses = "clauses"


def status() -> None:
    """图谱概况 / What the graph holds."""
    from dutygraph.commands.terminal.answers import show_status
    from dutygraph.graph.health import count_kinds
    from dutygraph.queries.catalogue.named_queries import run_query

    with open_store() as store:
        documents = run_query(store, "documents", {}).rows
        show_status(store.engine, count_kinds(store), documents, session.lang)


def doctor() -> None:
    """检查图谱，恢复核查意见和部门意见 / Check the graph and its files; restore verdicts and comments that are gone."""
    from dutygraph.commands.terminal.answers import show_examination
    from dutygraph.graph.health import examine
    from dutygraph.queries.findings.review.journals import reconcile_journals

    with open_store() as store:
        faults = [*reconcile_journals(store), *examine(store)]
    show_examination(faults, session.lang)
    raise typer.Exit(1 if faults else 0)


def query(
    name: Annotated[
        str | None, typer.Argument(help="查询名称，不填则列出全部 / without it, all are listed")
    ] = None,
    param: Annotated[list[str], typer.Option(help="参数 k=v / a parameter")] = [],  # noqa: B006 - typer copies it
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """运行命名查询 / Run a named query."""
    from dutygraph.commands.terminal.answers import show_answer, show_catalogue
    from dutygraph.queries.catalogue.named_queries import catalogue, run_query

    if name is None:
        show_catalogue(catalogue(), session.lang)
        return
    with open_store() as store:
        answer = run_query(store, name, pairs_of(param))
    show_answer(answer, shape.value, session.lang)


def explain(
    what: Annotated[Explained, typer.Argument(help="department | duty | clauses")],
    name: Annotated[
        str,
        typer.Argument(
            help="名称，如 区住建局；职责的编号或一段文字；写有条款的 JSONL 文件 / "
            "a name as printed; a duty's id or part of its text; a JSONL file of clauses"
        ),
    ],
    region: Annotated[str | None, typer.Option(help="所在行政区划（department） / its region")] = None,
) -> None:
    """说明名称指哪个部门、职责或条款如何理解 / Say which body a name stands for, or what is made of a duty or clauses."""
    from dutygraph.commands.terminal.answers import show_explanations
    from dutygraph.commands.terminal.clauses import framed_lines
    from dutygraph.commands.terminal.duty import show_duty
    from dutygraph.graph.analysis.overlap.explanation import explain_duty
    from dutygraph.graph.loading.linking import explain_department

    if what is Explained.clauses:
        for line in framed_lines(Path(name)):
            write_json(line)
        return
    with open_store() as store:
        if what is Explained.duty:
            show_duty(explain_duty(store, name), session.lang)
        else:
            show_explanations(explain_department(store, name, region), name, session.lang)
