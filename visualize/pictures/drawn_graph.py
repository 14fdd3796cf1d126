"""What the lists say, drawn: a department, shared matters, all gaps, the network of departments, a region."""

from collections.abc import Mapping, Sequence
from typing import Any

from dutygraph.graph.analysis.metrics import By, project
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.lookup import department_named, region_code
from dutygraph.queries.catalogue.pictures import part_of_graph
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.explore.district import district
from dutygraph.queries.explore.models import ViewRequest
from dutygraph.queries.explore.node_findings import by_node, findings_on, short_by_node
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.visualize.explorer.places import places as district_places
from dutygraph.visualize.explorer.scene import GAPS, scene
from dutygraph.visualize.pictures import layout
from dutygraph.visualize.pictures.columns import columns, hanging, lines_between, nearest
from dutygraph.visualize.pictures.drawing import Drawing, drawn_edge, drawn_nodes, group_node, placed
from dutygraph.visualize.pictures.network import draw_network
from dutygraph.visualize.texts import LANGUAGES, Language, text

_MOST_BODIES = 1000
"""To tell the hubs among more takes minutes, and a picture of several regions shows nothing."""
_MOST_OF_REGION = 2000
_STEPS = ("toggle", "remove", "pinned")
"""What nodes of the explorer have for its steps."""


class NothingToDrawError(ArgumentError):
    """A picture that can be asked for, of which the graph holds nothing."""


def department_graph(store: GraphStore, name: str, lang: Language, most: int) -> Drawing:
    """Draw a department and all of its statements by kind, to be read like a page; raises UnknownDepartmentError."""
    department = department_named(store, name)
    part = part_of_graph(store, "department", {"department": department.id})
    title = text("graph_of", lang, name=department.name)
    nodes = drawn_nodes(part, findings_on(store, (node.id for node in part.nodes)), lang)
    every = hanging([department.id], [node["id"] for node in nodes], _edges(part, lang))
    groups, below = _grouped(department.id, {node["id"]: node for node in nodes}, nearest(every, most), lang)
    return _page(title, [*nodes, *groups], ([department.id], below), len(every))


def gaps_graph(store: GraphStore, lang: Language, most: int) -> Drawing:
    """Draw what findings call an orphan, a gap or an unclear boundary, below departments; of too many the worst.

    Raises NothingToDrawError when they call nothing so.
    """
    findings = stored_findings(store, Selection(classes=GAPS)).findings
    about = by_node(findings)
    chosen = _worst(about, most)
    part = part_of_graph(store, "gaps", {"ids": sorted(chosen)})
    if not part.nodes:
        zh, en = (text("no_gaps", to) for to in LANGUAGES)
        raise NothingToDrawError(zh=zh, en=en)
    nodes = drawn_nodes(part, short_by_node(findings), lang)
    roots = [node["id"] for node in nodes if node["kind"] == "Department"]
    every = hanging(roots, [node["id"] for node in nodes], _edges(part, lang))
    below = nearest(every, most)
    total = len(every) + len(about) - len(chosen)
    return _page(text("graph_of_gaps", lang), nodes, (list(filter(below.__contains__, roots)), below), total)


def matter_graph(store: GraphStore, name: str, lang: Language, most: int) -> Drawing:
    """Draw the matters whose name contains a text, with their parties; raises ArgumentError when there is none."""
    part = part_of_graph(store, "matter", {"matter": name})
    if not part.nodes:
        raise ArgumentError(
            zh=f"没有名称含“{name}”的管理事项", en=f"there is no shared matter whose name contains {name!r}"
        )
    nodes = drawn_nodes(part, findings_on(store, (node.id for node in part.nodes)), lang)
    edges = _edges(part, lang)
    roots = [node["id"] for node in nodes if node["kind"] == "SharedMatter"]
    every = hanging(roots, [node["id"] for node in nodes], edges)
    below = nearest(every, most)
    shown = placed(nodes, layout.tree(filter(below.__contains__, roots), below, wide=long_labelled(nodes)))
    return Drawing(text("graph_of_matter", lang, name=name), shown, among(edges, shown), len(every))


def network_graph(store: GraphStore, by: By, lang: Language, most: int) -> Drawing:
    """Draw the network of departments; raises NothingToDrawError when nothing ties any two of them, or for too many."""
    known = bodies(store)
    if len(known) > _MOST_BODIES:
        zh, en = (text("too_many_bodies", to, bodies=len(known), most=_MOST_BODIES) for to in LANGUAGES)
        raise NothingToDrawError(zh=zh, en=en)
    network = project(store, by)
    if not network.edges:
        zh, en = (text("no_ties", to, bodies=len(network), by=text(f"by_{by}", to)) for to in LANGUAGES)
        raise NothingToDrawError(zh=zh, en=en)
    names = {id_: body.short for id_, body in known.items()}
    return draw_network(network, by, names, lang, most)


def region_graph(store: GraphStore, name: str, lang: Language) -> Drawing:
    """Draw a region at a glance: departments, the matters they share, and topics; raises UnknownRegionError."""
    view = district(store, region_code(store, name), _MOST_OF_REGION)
    drawn = scene(view, district_places(view, ViewRequest()), ViewRequest(), lang)
    nodes = [{key: value for key, value in node.items() if key not in _STEPS} for node in drawn["nodes"]]
    return Drawing(text("graph_of_region", lang, name=name), nodes, drawn["edges"], view.total, whole=True)


def concerned(findings: Sequence[Finding]) -> list[str]:
    """Return the ids of what findings are about, without what they only show beside it."""
    return sorted(by_node(findings))


def _worst(about: Mapping[str, Sequence[Finding]], most: int) -> list[str]:
    """Return the first nodes (ids) that, with the departments to which they belong, are no more than ``most``."""
    chosen, shown = [], set[str]()
    for id_, findings in about.items():
        shown |= {id_, *(node.department_id for node in findings[0].nodes if node.id == id_)}
        if len(shown) > most:
            break
        chosen.append(id_)
    return chosen


def long_labelled(nodes: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the ids of what has a text for its label, and not the name of a body or office."""
    return {node["id"] for node in nodes if node["kind"] not in ("Department", "Office")}


def among(edges: Sequence[dict[str, Any]], nodes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the lines between nodes that are drawn."""
    drawn = {node["id"] for node in nodes}
    return [edge for edge in edges if edge["from"] in drawn and edge["to"] in drawn]


def _edges(part: Subgraph, lang: Language) -> list[dict[str, Any]]:
    return [drawn_edge(edge, lang) for edge in part.edges if edge.type != "EXTRACTED_FROM"]


def _page(
    title: str,
    nodes: Sequence[dict[str, Any]],
    tree: tuple[Sequence[str], Mapping[str, list[str]]],
    total: int,
) -> Drawing:
    places = columns(*tree)
    return Drawing(
        title, [{**one, "side": 1} for one in placed(nodes, places)], lines_between(tree[1], places), total
    )


def _grouped(
    root: str, nodes: Mapping[str, dict[str, Any]], below: Mapping[str, list[str]], lang: Language
) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """Put a node for each kind between a department and what hangs on it."""
    kinds: dict[str, list[str]] = {}
    for child in below[root]:
        kinds.setdefault(nodes[child]["kind"], []).append(child)
    groups, found = [], dict(below)
    found[root] = []
    for kind, members in kinds.items():
        first = nodes[members[0]]
        title = f"{first['kindName']} {len(members)}"
        group = group_node(f"{root}|{kind}", kind, title, lang)
        groups.append(group)
        found[root].append(group["id"])
        found[group["id"]] = members
    return groups, found
