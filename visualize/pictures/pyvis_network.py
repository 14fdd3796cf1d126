"""A drawing as one HTML file, made by pyvis. pyvis brings IPython with it, so it is loaded only here.

Its own page sets texts as HTML and loads from elsewhere; so it is given ours, which escapes everything and has all inside.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dutygraph.visualize.pictures.drawing import Drawing

if TYPE_CHECKING:
    from pyvis.network import Network

_ATTRIBUTE = "of"
"""All that a node is, whole: pyvis would turn what it takes for a label, a title or a colour."""


@dataclass(frozen=True, slots=True)
class _OwnPage:
    """Stands where pyvis looks for its templates, and renders what it has gathered by ``render``."""

    drawing: Drawing
    page: Callable[[Drawing], str]

    def get_template(self, _: str) -> "_OwnPage":
        return self

    def render(self, *, nodes: list[dict[str, Any]], edges: list[dict[str, Any]], **_: object) -> str:
        lines = [edge[_ATTRIBUTE] for edge in edges]
        return self.page(replace(self.drawing, nodes=[node[_ATTRIBUTE] for node in nodes], edges=lines))


def pyvis_network(drawing: Drawing) -> "Network":
    """Return a pyvis network with the nodes and edges of a drawing, at their places and without physics."""
    from pyvis.network import Network

    # directed, or pyvis would leave out a second edge between two nodes
    network = Network(directed=True, cdn_resources="in_line")
    for node in drawing.nodes:
        network.add_node(
            node["id"], label=node["label"], x=node["x"], y=node["y"], color=node["color"], size=node["size"],
            shape="dot" if node["shape"] == "node" else "square", **{_ATTRIBUTE: node},
        )  # fmt: skip
    for edge in drawing.edges:
        network.add_edge(edge["from"], edge["to"], arrows="", **{_ATTRIBUTE: edge})
    network.toggle_physics(False)
    return network


def pyvis_page(drawing: Drawing, page: Callable[[Drawing], str]) -> str:
    """Return the HTML that pyvis makes of a drawing by a page of ours."""
    network = pyvis_network(drawing)
    network.templateEnv = _OwnPage(drawing, page)
    html: str = network.generate_html()
    return html
