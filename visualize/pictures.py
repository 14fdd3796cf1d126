"""Pictures of the graph: of a department, of a shared matter, of all gaps. Each becomes one file that needs no network."""

from functools import cache
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from graph.metrics import By, project
from graph.model import Subgraph
from graph.store import GraphStore
from queries.errors import ArgumentError
from queries.names import department_named
from queries.pictures import part_of_graph
from queries.stored import stored_findings
from visualize.drawing import Drawing, draw
from visualize.found import marked
from visualize.network import draw_network
from visualize.rendering import environment, words
from visualize.texts import LANGUAGES, Language, text
from visualize.vendored import DRAWING_LIBRARY

MOST_NODES = 300
"""A picture with more is neither readable nor quickly drawn."""
_GAP_CLASSES = ("orphan", "gap", "boundary")


def picture(
    store: GraphStore,
    *,
    department: str | None = None,
    matter: str | None = None,
    kind: str | None = None,
    metrics: By | None = None,
    lang: Language = "zh",
    most: int = MOST_NODES,
) -> Drawing:
    """Draw a department (by name or id), the matters whose name contains a text, ``kind="gaps"``, or a network.

    ``metrics`` says what ties the departments of the network. Raises ArgumentError unless exactly one of the four is
    given, or when there is nothing to draw; UnknownDepartmentError for an unknown name.
    """
    if sum(map(bool, (department, matter, kind, metrics))) != 1 or kind not in (None, "", "gaps"):
        raise ArgumentError(
            zh="请在部门、管理事项、gaps（全部缺口）和部门关系（metrics）中选一个",
            en="choose one of a department, a matter, the kind gaps, or metrics",
        )
    if metrics:
        return network_graph(store, metrics, lang, most)
    if department:
        return department_graph(store, department, lang, most)
    return matter_graph(store, matter, lang, most) if matter else gaps_graph(store, lang, most)


def department_graph(store: GraphStore, name: str, lang: Language, most: int = MOST_NODES) -> Drawing:
    """Draw a department, all of its statements, and whom it shares matters with; raises UnknownDepartmentError."""
    found = department_named(store, name)
    part = part_of_graph(store, "department", {"department": found.id})
    return _drawn(store, part, text("graph_of", lang, name=found.name), lang, most)


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
    ids = sorted({node.id for finding in findings for node in finding.nodes})
    part = part_of_graph(store, "gaps", {"ids": ids})
    return draw(part, text("graph_of_gaps", lang), marked(findings), lang, most)


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
    store: GraphStore,
    path: Path,
    *,
    department: str | None = None,
    matter: str | None = None,
    kind: str | None = None,
    metrics: By | None = None,
    lang: Language = "zh",
) -> Drawing:
    """Draw as ``picture`` does and write the file, complete or not at all; return what was drawn."""
    drawing = picture(store, department=department, matter=matter, kind=kind, metrics=metrics, lang=lang)
    partial = path.with_name(f"{path.name}.part")
    partial.write_text(picture_html(drawing, lang), encoding="utf-8")
    partial.replace(path)
    return drawing


def _drawn(store: GraphStore, part: Subgraph, title: str, lang: Language, most: int) -> Drawing:
    return draw(part, title, marked(stored_findings(store).findings), lang, most)


@cache
def _inline(file: str) -> Markup:
    """A file of ours or of the library, to stand in a page as it is."""
    return Markup(resources.files("visualize").joinpath(file).read_text(encoding="utf-8"))  # noqa: S704 - no input
