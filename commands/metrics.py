"""Commands that measure the graph."""

from enum import StrEnum
from typing import Annotated

import typer

from dutygraph.commands.session import Shape, open_store, session, write_json


class By(StrEnum):
    """What ties two departments."""

    matters = "matters"
    overlaps = "overlaps"
    bases = "bases"
    all = "all"


def metrics(
    by: Annotated[
        By, typer.Option(help="按共同管理事项、职责重叠、共同依据或全部 / what ties departments")
    ] = By.all,
    region: Annotated[
        str | None,
        typer.Option(
            help="行政区划名称或代码，每个行政区划本级一张网；图中只有一个时可不写"
            " / the region whose bodies are the network; needed where there are lists of several"
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(min=1, help="只列前几个部门 / only the first departments")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """部门关系：枢纽、协作组、唯一衔接 / The network of departments: hubs, groups, sole links."""
    from dutygraph.commands.terminal.metrics import show_metrics
    from dutygraph.graph.analysis.metrics import measure, project
    from dutygraph.queries.catalogue.bodies import one_region

    with open_store() as store:
        measured = measure(project(store, by.value, one_region(store, region)))
    if shape is Shape.json:
        write_json(measured.model_copy(update={"bodies": measured.bodies[:top]}).model_dump_json(indent=1))
    else:
        show_metrics(measured, by.value, top, shape.value, session.lang)
