"""Pictures as files that need nothing but themselves: HTML to move about in, SVG and PNG for a report."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import ArgumentError
from dutygraph.visualize.pictures.drawing import Drawing
from dutygraph.visualize.pictures.pictures import DRAWING_LIBRARY, PictureRequest, picture
from dutygraph.visualize.pictures.png import png_of
from dutygraph.visualize.pictures.pyvis_network import pyvis_page
from dutygraph.visualize.pictures.settings import MOST_NODES
from dutygraph.visualize.pictures.svg import svg_of
from dutygraph.visualize.rendering import environment, inlined, words
from dutygraph.visualize.texts import Language
from dutygraph.whole_files import whole_file

PICTURE_SHAPES = ("html", "svg", "png")
_SCRIPTS = (
    "explorer/labels.js",
    "explorer/canvas.js",
    "explorer/details.js",
    "explorer/keys.js",
    "explorer/picture.js",
    "graph.js",
)
"""Modules in the order in which each needs those before it."""
_IMPORT = re.compile(r"^import\b.*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)


def picture_html(drawing: Drawing, lang: Language) -> str:
    """Return a drawing as one HTML file: library, style and data inside, nothing loaded from anywhere."""
    page = environment().get_template("picture.html")
    inside = {
        "library": inlined(DRAWING_LIBRARY),
        "script": _script(),
        "style": inlined("static/graph.css"),
    }
    return pyvis_page(
        _leading_nowhere(drawing), lambda given: page.render(**words(lang), drawing=given, **inside)
    )


def write_graph(
    store: GraphStore, path: Path, request: PictureRequest, lang: Language = "zh", most: int = MOST_NODES
) -> Drawing:
    """Draw as ``picture`` does and write the file, in the form that its name ends in, complete or not at all.

    Returns what was drawn. Raises UnwritableFileError, PngError, and what ``picture`` raises.
    """
    shape = path.suffix.lower().removeprefix(".")
    if shape not in PICTURE_SHAPES:
        raise ArgumentError(
            zh=f"文件名应以 .html、.svg 或 .png 结尾：{path.name}",
            en=f"the file should end in .html, .svg or .png: {path.name}",
        )
    with whole_file(path) as file:
        drawing = picture(store, request, lang, most)
        if shape == "html":
            file.write(picture_html(drawing, lang).encode())
        else:
            drawn = svg_of(drawing)
            file.write(png_of(drawn) if shape == "png" else drawn.text.encode())
    return drawing


def _leading_nowhere(drawing: Drawing) -> Drawing:
    """The drawing without the addresses of pages, which a file has not."""
    return replace(
        drawing,
        nodes=[
            {
                **node,
                "page": "",
                "source": "",
                "findings": [{**finding, "page": ""} for finding in node["findings"]],
            }
            for node in drawing.nodes
        ],
    )


@cache
def _script() -> Markup:
    """The modules as one script, each in a block of its own, so that their names do not meet."""
    parts = []
    for name in _SCRIPTS:
        text = str(inlined(f"static/{name}"))
        exported = re.findall(r"^export (?:async )?(?:function|class|const) (\w+)", text, re.MULTILINE)
        body = _EXPORT.sub("", _IMPORT.sub("", text))
        names = ", ".join(exported)
        parts.append(
            f"const {{ {names} }} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"
            if names
            else f"(() => {{\n{body}\n}})();"
        )
    return Markup("\n".join(parts))  # noqa: S704 - no input
