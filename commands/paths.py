"""Commands that follow edges: how two things depend on each other, and what is affected when one goes away."""

from enum import StrEnum
from typing import Annotated

import typer

from dutygraph.commands.session import Shape, open_store, session, write_json


class WhichPaths(StrEnum):
    """Which paths are looked for."""

    simple = "simple"
    shortest = "shortest"
    apart = "apart"


def path(  # noqa: PLR0913 - its parameters are the options of the command
    source: Annotated[str, typer.Argument(help="起点，编号或名称 / from: id or name")],
    target: Annotated[str, typer.Argument(help="终点，编号或名称 / to: id or name")],
    which: Annotated[
        WhichPaths,
        typer.Option(
            help="最好的几条、步数最少的全部、互不经过同一处的 / the best, all of the fewest steps, those that share no node"
        ),
    ] = WhichPaths.simple,
    hops: Annotated[int, typer.Option(min=1, max=8, help="每条最多几步 / most steps of a path")] = 6,
    paths: Annotated[int, typer.Option(min=1, max=50, help="最多几条 / most paths")] = 5,
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """两处之间的依存路径 / How any two things depend on each other: bodies, offices, duties, matters, laws."""
    from dutygraph.commands.terminal.paths import show_paths
    from dutygraph.graph.analysis.neighbourhood import PathLimits
    from dutygraph.queries.catalogue.paths import paths_between

    limits = PathLimits(hops=hops, paths=paths, shared=10)
    with open_store() as store:
        answer = paths_between(store, source, target, limits, which.value)
    if shape is Shape.json:
        write_json(answer.model_dump_json(indent=1))
    else:
        show_paths(answer, shape.value, session.lang)


def dependents(
    node: Annotated[
        str,
        typer.Argument(
            help="部门、股室、事项、依据等，编号或名称 / a body, an office, a matter, a law: id or name"
        ),
    ],
    depth: Annotated[int, typer.Option(min=1, max=6, help="几层 / steps away at most")] = 3,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="最多行数 / most rows")] = 200,
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """撤销一处会影响什么 / What is affected when a body, an office, a matter or a legal basis goes away."""
    from dutygraph.commands.terminal.paths import show_dependents
    from dutygraph.queries.catalogue.neighbours import dependents as ask

    with open_store() as store:
        answer = ask(store, node, depth, (0, limit))
    if shape is Shape.json:
        write_json(answer.model_dump_json(indent=1))
    else:
        show_dependents(answer, shape.value, session.lang)
