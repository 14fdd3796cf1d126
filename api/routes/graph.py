"""The graph itself: paths between any two nodes, a node with what is tied to it, and what is affected without it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Path, Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, FormChoice, Listed, PageChoice, send
from dutygraph.api.route_policy import CACHED, DEAR
from dutygraph.graph.analysis.neighbourhood import Direction, PathLimits
from dutygraph.graph.analysis.paths import Which
from dutygraph.graph.ontology import ontology
from dutygraph.queries.catalogue.neighbours import (
    DependentsAnswer,
    Neighbours,
    NodeCard,
    dependents,
    neighbours,
    node_card,
)
from dutygraph.queries.catalogue.paths import PathsAnswer, paths_between
from dutygraph.visualize.node_tables import dependents_table, neighbours_table, paths_table

_paths = data_routes(DEAR, "/paths", "依存路径 / dependency paths")
_nodes = data_routes(CACHED, "/nodes", "节点 / nodes")
ROUTERS = (_paths, _nodes)

MOST_HOPS = 8


def _choices(name: str, values: Iterable[str]) -> Any:
    """Return the values that a parameter may have, which are only known here."""
    return StrEnum(name, [(value, value) for value in values])


PathEdgeType: Any = _choices("PathEdgeType", (edge.name for edge in ontology().dependencies()))
"""The edges that paths follow."""
EdgeType: Any = _choices("EdgeType", ontology().edges)
Label: Any = _choices("Label", ontology().nodes)

NodeName = Annotated[
    str,
    Path(
        description="编号，或名称（不能有歧义） / id, or a name that means one thing", examples=["区民政局"]
    ),
]


class PathsRequest(FormChoice):
    """Between what paths are looked for, and which."""

    source: str = Field(
        min_length=1, description="起点，编号或名称 / from: id or name", examples=["区民政局"]
    )
    target: str = Field(min_length=1, description="终点，编号或名称 / to: id or name", examples=["区财政局"])
    edge: list[PathEdgeType] = Field(
        [], description="只走这些关系，可多选；默认全部 / only these types of edges; else all"
    )
    direction: Direction = Field(
        "any",
        description="边的方向：任意、顺向、逆向 / edges point either way, along the path, or against it",
    )
    which: Which = Field(
        "simple",
        description="shortest 所有步数最少的；simple 最好的几条；apart 互不经过同一处的几条"
        " / all of the fewest steps; the best ones; the best ones that share no node",
    )
    hops: int = Field(6, ge=1, le=MOST_HOPS, description="每条最多几步 / most steps of a path")
    paths: int = Field(5, ge=1, le=50, description="最多几条 / most paths")
    shared: int = Field(
        10,
        ge=2,
        le=1000,
        description="依据或监管对象最多由多少份清单共用，再多不算联系"
        " / most lists that have a basis or target in common; beyond it ties nothing",
    )

    @property
    def limits(self) -> PathLimits:
        """What paths are looked for."""
        edges = tuple(edge.value for edge in self.edge)
        return PathLimits(self.hops, self.paths, self.shared, edges, self.direction)


class NeighboursRequest(PageChoice):
    """Which neighbours are asked for."""

    edge: EdgeType | None = Field(None, description="关系 / type of edge")
    kind: Label | None = Field(None, description="类别 / label")


class DependentsRequest(PageChoice):
    """How far is looked."""

    depth: int = Field(3, ge=1, le=6, description="几层 / steps away at most")


@_paths.get(
    "",
    summary="两处之间的依存路径 / Dependency paths between any two nodes",
    response_model=PathsAnswer,
    responses=TABLE_RESPONSES,
)
def paths(request: Request, store: Store, params: Annotated[PathsRequest, Query()]) -> Response:
    """Dependency paths between any two nodes, each in a sentence, and step by step with texts and places."""
    answer = paths_between(store, params.source, params.target, params.limits, params.which)
    page = Listed("paths", answer, lambda lang: paths_table(answer, lang), params.paths, 0, more=False)
    return send(request, page, params)


@_nodes.get(
    "/{node:path}/neighbours",
    summary="与一处相连的内容 / What is tied to a node",
    response_model=Neighbours,
    responses=TABLE_RESPONSES,
)
def neighbours_of(
    request: Request,
    store: Store,
    settings: Settings,
    node: NodeName,
    params: Annotated[NeighboursRequest, Query()],
) -> Response:
    """What is tied to a node, page by page, with counts by edge and kind of all that there is."""
    offset, limit = params.slice(settings.max_rows)
    answer = neighbours(store, node, params.edge, params.kind, (offset, limit))
    page = Listed(
        "neighbours",
        answer,
        lambda lang: neighbours_table(answer, lang),
        limit,
        offset,
        answer.more,
    )
    return send(request, page, params)


@_nodes.get(
    "/{node:path}/dependents",
    summary="撤销一处会影响什么 / What is affected when a node goes away",
    response_model=DependentsAnswer,
    responses=TABLE_RESPONSES,
)
def dependents_of(
    request: Request,
    store: Store,
    settings: Settings,
    node: NodeName,
    params: Annotated[DependentsRequest, Query()],
) -> Response:
    """What is affected when a body, an office, a matter or a legal basis goes away, by steps.

    Which edges carry that says ``depends`` in ``/schema``.
    """
    offset, limit = params.slice(settings.max_rows)
    answer = dependents(store, node, params.depth, (offset, limit))
    page = Listed(
        "dependents",
        answer,
        lambda lang: dependents_table(answer, lang),
        limit,
        offset,
        answer.more,
    )
    return send(request, page, params)


@_nodes.get("/{node:path}", summary="一处的全部属性 / All of one node")
def node(store: Store, node: NodeName) -> NodeCard:
    """A node with its properties, and how much is tied to it by which edges."""
    return node_card(store, node)
