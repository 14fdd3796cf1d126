"""A picture is drawn twice, by the server for files and by the browser as it is moved: both draw the same."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.visualize.pictures.files import picture_html
from dutygraph.visualize.pictures.pictures import PictureRequest, picture
from dutygraph.visualize.pictures.svg import svg_of
from tests.browser.conftest import Watched

TITLE = 30
"""Pixels that the title of a file takes above the picture."""
ALIKE = 0.95
"""Least share of labels that both show: widths of letters are measured in the browser and estimated by the server."""
APART = 12
"""Pixels between the middles of a label in both, for the same reason."""
_POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")

Parts = dict[str, Any]


@pytest.mark.parametrize(
    "chosen",
    [
        {"department": "区民政局"},
        {"matter": "养老服务机构监管"},
        {"kind": "overlaps"},
        {"path": ("区民政局", "区财政局")},
        {"region": "澜江区"},
        {"finding": "overlap.duty"},
    ],
)
def test_the_server_and_the_browser_draw_the_same(
    browser: Watched, sample: GraphStore, tmp_path: Path, chosen: dict[str, Any]
) -> None:
    if kind := chosen.get("finding"):
        chosen = {"finding": next(one.id for one in list_findings(sample) if kind in one.kinds)}
    drawing = picture(sample, PictureRequest(**chosen))
    path = tmp_path / "图.html"
    path.write_text(picture_html(drawing, "zh"), encoding="utf-8")
    browser.page.goto(path.as_uri())
    browser.page.wait_for_selector("#graph[data-drawn]")
    with browser.page.expect_download() as download:
        browser.page.click("#save-svg")
    moved = _parts(download.value.path().read_text(encoding="utf-8"), down=TITLE)
    printed = _parts(svg_of(drawing).text, down=0)
    assert moved["dots"] == printed["dots"]
    assert moved["lines"] == printed["lines"]
    assert len(printed["dots"]) == len(drawing.nodes)
    both = moved["labels"].keys() & printed["labels"].keys()
    assert {key for key in both if abs(moved["labels"][key] - printed["labels"][key]) > APART} == set()
    assert len(both) >= ALIKE * max(len(moved["labels"]), len(printed["labels"]))


def _parts(text: str, down: int) -> Parts:
    """The dots, lines and labels of a picture, moved down by so many pixels."""
    root = ElementTree.fromstring(text)
    named = [(one.tag.rpartition("}")[2], one) for one in root.iter()]
    dots = {
        (float(one.get("cx", 0)), float(one.get("cy", 0)) + down, float(one.get("r", 0)), one.get("fill"))
        for tag, one in named
        if tag == "circle"
    } | {
        (float(one.get("x", 0)), float(one.get("y", 0)) + down, float(one.get("width", 0)), one.get("fill"))
        for tag, one in named
        if tag == "rect" and one.get("rx") is None and one.get("x") is not None
    }
    return {
        "dots": {(round(x), round(y), round(size, 1), fill) for x, y, size, fill in dots},
        "lines": sorted(_line(one.get("d", ""), down) for tag, one in named if tag == "path"),
        "labels": {
            (one.text, round(float(one.get("y", 0)) + down)): float(one.get("x", 0))
            for tag, one in named
            if tag == "text" and one.get("font-size") == "13"
        },
    }


def _line(path: str, down: int) -> str:
    return _POINT.sub(lambda found: f"{float(found[1]):.0f} {float(found[2]) + down:.0f}", path)
