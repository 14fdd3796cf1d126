"""Pictures of the graph: of a department, of a shared matter, of all gaps. Each becomes one file that needs no network."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from dutygraph.graph.analysis.metrics import By, project
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_named
from dutygraph.queries.catalogue.pictures import part_of_graph
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.models import BESIDE
from dutygraph.queries.findings.read import stored_findings
from dutygraph.visualize.drawing import Drawing, draw
from dutygraph.visualize.finding_groups import by_node
from dutygraph.visualize.network import draw_network
from dutygraph.visualize.rendering import environment, words
from dutygraph.visualize.texts import LANGUAGES, Language, text
from dutygraph.whole_files import whole_file

DRAWING_LIBRARY = "vendor/vis-network-10.1.5/vis-network.min.js"
"""vis-network 10.1.5 (Apache-2.0 or MIT), the bundle ``dist/vis-network.min.js`` of the npm package, unchanged; its licences
lie beside it."""
MOST_NODES = 300
"""A picture with more is neither readable nor quickly drawn."""
_GAP_CLASSES = ("orphan", "gap", "boundary")


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What a picture is to show: exactly one of the four, or it is refused when drawn."""

    department: str | None = None
    """Its name, another name, or its id."""
    matter: str | None = None
    """A part of the name of shared matters."""
    kind: str | None = None
    """``gaps``: all gaps."""
    metrics: By | None = None
    """The network of departments, and what ties them."""


def picture(
    store: GraphStore, request: PictureRequest, lang: Language = "zh", most: int = MOST_NODES
) -> Drawing:
    """Draw what is asked for, at most ``most`` nodes of it.

    Raises ArgumentError unless exactly one thing is asked for, or when there is nothing to draw; UnknownDepartmentError
    for an unknown name.
    """
    chosen = (request.department, request.matter, request.kind, request.metrics)
    if sum(map(bool, chosen)) != 1 or request.kind not in (None, "", "gaps"):
        raise ArgumentError(
            zh="请在部门、管理事项、gaps（全部缺口）和部门关系（metrics）中选一个",
            en="choose one of a department, a matter, the kind gaps, or metrics",
        )
    if request.metrics:
        return network_graph(store, request.metrics, lang, most)
    if request.department:
        return department_graph(store, request.department, lang, most)
    return (
        matter_graph(store, request.matter, lang, most) if request.matter else gaps_graph(store, lang, most)
    )


def department_graph(store: GraphStore, name: str, lang: Language, most: int = MOST_NODES) -> Drawing:
    """Draw a department, all of its statements, and whom it shares matters with; raises UnknownDepartmentError."""
    department = department_named(store, name)
    part = part_of_graph(store, "department", {"department": department.id})
    return _drawn(store, part, text("graph_of", lang, name=department.name), lang, most)


def matter_graph(store: GraphStore, name: str, lang: Language, most: int = MOST_NODES) -> Drawing:
    """Draw the matters whose name contains a text, with their parties; raises ArgumentError when there is none."""
    part = part_of_graph(store, "matter", {"matter": name})
    if not part.nodes:
        raise ArgumentError(
            zh=f"没有名称含“{name}”的管理事项", en=f"there is no shared matter whose name contains {name!r}"
        )
    return _drawn(store, part, text("graph_of_matter", lang, name=name), lang, most)


def gaps_graph(store: GraphStore, lang: Language, most: int = MOST_NODES) -> Drawing:
    """Draw what findings call an orphan, a gap or an unclear boundary, with the departments it belongs to."""
    findings = [finding for finding in stored_findings(store).findings if finding.class_ in _GAP_CLASSES]
    ids = sorted({node.id for finding in findings for node in finding.nodes if node.role not in BESIDE})
    part = part_of_graph(store, "gaps", {"ids": ids})
    return draw(part, text("graph_of_gaps", lang), by_node(findings), lang, most)


def network_graph(store: GraphStore, by: By, lang: Language, most: int = MOST_NODES) -> Drawing:
    """Draw the network of departments; raises ArgumentError when nothing ties any two of them."""
    network = project(store, by)
    if not network.edges:
        zh, en = (text("no_ties", to, bodies=len(network), by=text(f"by_{by}", to)) for to in LANGUAGES)
        raise ArgumentError(zh=zh, en=en)
    return draw_network(network, by, lang, most)


def picture_html(drawing: Drawing, lang: Language) -> str:
    """Return a drawing as one HTML file: library, style and data inside, nothing loaded from anywhere."""
    return (
        environment()
        .get_template("picture.html")
        .render(
            **words(lang),
            drawing=drawing,
            library=_inline(DRAWING_LIBRARY),
            script=_inline("static/graph.js"),
            style=_inline("static/graph.css"),
        )
    )


def write_graph(
    store: GraphStore, path: Path, request: PictureRequest, lang: Language = "zh", most: int = MOST_NODES
) -> Drawing:
    """Draw as ``picture`` does and write the file, complete or not at all; return what was drawn.

    Raises UnwritableFileError, and what ``picture`` raises.
    """
    with whole_file(path) as file:
        drawing = picture(store, request, lang, most)
        file.write(picture_html(drawing, lang).encode())
    return drawing


def _drawn(store: GraphStore, part: Subgraph, title: str, lang: Language, most: int) -> Drawing:
    return draw(part, title, by_node(stored_findings(store).findings), lang, most)


@cache
def _inline(file: str) -> Markup:
    """A file of ours or of the library, to stand in a page as it is."""
    return Markup(resources.files("dutygraph.visualize").joinpath(file).read_text(encoding="utf-8"))  # noqa: S704 - no input
