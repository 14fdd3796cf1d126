"""A drawing for pyvis, in a notebook say. pyvis brings IPython with it, so it is loaded only here."""

from typing import TYPE_CHECKING

from dutygraph.visualize.drawing import Drawing

if TYPE_CHECKING:
    from pyvis.network import Network


def pyvis_network(drawing: Drawing) -> "Network":
    """Return a pyvis network with the nodes, edges and options of a drawing.

    The HTML that pyvis makes of it loads style sheets from elsewhere; for a file that needs no network see
    ``dutygraph.visualize.pictures.write_graph``.
    """
    from pyvis.network import Network

    network = Network(directed=True)  # or pyvis would leave out a second edge between two nodes
    for node in drawing.nodes:
        network.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for edge in drawing.edges:
        rest = {name: value for name, value in edge.items() if name not in ("from", "to")}
        network.add_edge(edge["from"], edge["to"], **{"arrows": "", **rest})
    network.options = dict(drawing.options)
    return network
