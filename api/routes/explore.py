"""The explorer: what stands on its canvas, and where."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, Field

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.route_policy import CACHED
from dutygraph.api.routes.graph import Label
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import region_code
from dutygraph.queries.explore.district import district
from dutygraph.queries.explore.models import Focus, View, ViewRequest
from dutygraph.queries.explore.view import explored
from dutygraph.visualize.explorer.places import places

router = data_routes(CACHED, "/explore", "探索 / explore")
_MANY = 500


def _several(zh: str, en: str) -> Any:
    return Field([], max_length=_MANY, description=f"{zh} / {en}")


class ExploreRequest(BaseModel):
    """What is to be on the canvas; without nodes and ends of a path, the whole district."""

    node: list[str] = _several("放在画布上的节点，编号或名称", "nodes on the canvas: ids or names")
    open: list[str] = _several(
        "展开的节点（编号）和分组（个数|分组）", "what is opened: ids of nodes; of groups, number|key"
    )
    source: str = Field("", description="路径起点 / from where a path is shown")
    target: str = Field("", description="路径终点 / to where")
    hide: list[Label] = _several("不显示的类别", "kinds that are left out")
    pin: list[str] = _several("固定的位置：x,y|编号", "nodes that were put somewhere: x,y|id")
    focus: Focus = Field("", description="突出重叠或缺口 / what is brought out")
    region: str = Field("", description="行政区划代码或名称 / a region: code or name")
    on_demand: bool = Field(
        False,
        description="全区一览是否也列常规交叉、可能重叠的议题 / whether topics of interplay and possible overlaps are shown",
    )

    @property
    def wanted(self) -> ViewRequest:
        """What the view is to show."""
        hide = tuple(label.value for label in self.hide)
        values = self.model_dump(include={"source", "target", "focus", "region", "on_demand"})
        return ViewRequest(
            node=tuple(self.node), open=tuple(self.open), hide=hide, pin=tuple(self.pin), **values
        )


class PlacedView(View):
    """A view, and where its nodes and groups stand."""

    positions: dict[str, tuple[float, float]]


def placed(store: GraphStore, wanted: ViewRequest, most: int, whole: int) -> PlacedView:
    """Return a view with places: ``most`` nodes of what was picked, or a district, grouped beyond ``whole`` nodes.

    A district is laid out once for each state of the graph.
    """
    if not wanted.whole:
        return _placed(explored(store, wanted, most), wanted)
    code = region_code(store, wanted.region) if wanted.region else None
    view = store.cached(
        f"district {code} {whole} {wanted.on_demand}",
        lambda: _placed(district(store, code, whole, on_demand=wanted.on_demand), ViewRequest()),
    )
    shown = [node for node in view.nodes if node.kind.name not in wanted.hide]
    groups = [group for group in view.groups if group.kind.name not in wanted.hide]
    ids = {node.id for node in shown} | {group.key for group in groups}
    edges = [edge for edge in view.edges if edge.start in ids and edge.end in ids]
    return view.model_copy(update={"nodes": shown, "groups": groups, "edges": edges})


def _placed(view: View, wanted: ViewRequest) -> PlacedView:
    return PlacedView(
        **{name: getattr(view, name) for name in View.model_fields}, positions=places(view, wanted)
    )


@router.get("", summary="画布上的内容和位置 / What stands on the canvas, and where")
def explore(store: Store, settings: Settings, params: Annotated[ExploreRequest, Query()]) -> PlacedView:
    """Nodes, groups of neighbours with their numbers, and edges: of what is picked and opened, or of a whole district."""
    return placed(store, params.wanted, settings.picture_nodes, settings.district_nodes)
