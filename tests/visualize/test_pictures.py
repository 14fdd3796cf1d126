"""Pictures: what they show, what they leave out, and that a file needs nothing but itself."""

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image, ImageColor

from dutygraph.graph.analysis.metrics import measure, project
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import ArgumentError, UnknownDepartmentError
from dutygraph.queries.findings.models import BESIDE
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.visualize.explorer.scene import GAPS
from dutygraph.visualize.pictures import png as picture_png
from dutygraph.visualize.pictures.drawing import Drawing
from dutygraph.visualize.pictures.drawn_graph import NothingToDrawError
from dutygraph.visualize.pictures.files import picture_html, write_graph
from dutygraph.visualize.pictures.pictures import PictureRequest, picture
from dutygraph.visualize.pictures.png import PngError, png_of
from dutygraph.visualize.pictures.pyvis_network import pyvis_network
from dutygraph.visualize.pictures.svg import Svg, svg_of
from tests.components import require
from tests.hostile import STEERING, TEXTS, load_hostile
from tests.queries.found import find
from tests.queries.short import load
from tests.queries.topics import list_topics
from tests.visualize.conftest import browser
from tests.visualize.markup import dangers, parse

CIVIL = "云溪市澜江区民政局"


def department_graph(store: GraphStore, name: str, lang: Any, most: int = 300) -> Drawing:
    return picture(store, PictureRequest(department=name), lang, most)


def gaps_graph(store: GraphStore, lang: Any) -> Drawing:
    return picture(store, PictureRequest(kind="gaps"), lang)


def matter_graph(store: GraphStore, name: str, lang: Any) -> Drawing:
    return picture(store, PictureRequest(matter=name), lang)


def _data(html: str) -> Any:
    return json.loads(html.split('id="graph-data">')[1].split("</script>", maxsplit=1)[0])["scene"]


def test_a_department_is_drawn_with_all_that_is_its_own(sample: GraphStore) -> None:
    drawing = department_graph(sample, "区民政局", "zh")
    kinds = {node["kind"] for node in drawing.nodes}
    assert {"Department", "Duty", "Task", "Office", "SharedMatter", "Division", "SupervisionRegime"} <= kinds
    assert "Document" not in kinds
    assert drawing.title == f"{CIVIL}：职责图谱"
    ids = {node["id"] for node in drawing.nodes}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in drawing.edges)


def test_nodes_carry_colour_text_and_place(sample: GraphStore) -> None:
    for node in department_graph(sample, CIVIL, "zh").nodes:
        assert node["color"] == ontology().node(node["kind"]).color
        assert len(node["label"]) <= 16
        if node["kind"] in ("Duty", "Task") and node["shape"] == "node":
            assert re.fullmatch(r"01-civil-education-health\.txt · 第\d+行", node["place"])


def test_a_list_is_called_one_and_a_part_is_called_by_what_is_printed(folder_store: GraphStore) -> None:
    parts = [{"department": "区教育局", "division": ""}, {"department": "", "division": "负责巡查"}]
    store = folder_store
    sections = ["职责边界"]
    matters = [{"matter": "巡河", "parties": parts}]
    load(store, [{"department": CIVIL, "sections_present": sections, "boundaries": matters}])
    recompute(store)
    drawn = [*gaps_graph(store, "zh").nodes, *matter_graph(store, "巡河", "zh").nodes]
    labels = {(node["kind"], node["label"]) for node in drawn}
    assert {one for one in labels if one[0] in ("DutyList", "Division")} == {
        ("DutyList", "责任清单"), ("Division", "区教育局"), ("Division", "负责巡查"),
    }  # fmt: skip


def test_what_has_a_finding_is_marked(sample: GraphStore) -> None:
    orphans = {f.nodes[0].id for f in find(sample, kinds=["orphan.no_task"], department=CIVIL).findings}
    drawing = department_graph(sample, CIVIL, "zh")
    assert orphans
    assert orphans <= {node["id"] for node in drawing.nodes if node["hollow"]}
    for node in drawing.nodes:
        assert node["gap"] == bool(node["findings"])


def test_of_too_many_gaps_the_worst_are_drawn_with_their_departments(sample: GraphStore) -> None:
    whole, few = (picture(sample, PictureRequest(kind="gaps"), "zh", most) for most in (10_000, 12))
    worst = next(one for one in find(sample).findings if one.class_ in GAPS)
    assert few.shown <= 12 < few.total <= whole.total
    drawn = {node["kind"] for node in few.nodes}
    assert {"Department"} < drawn
    assert {node.id for node in worst.nodes if node.role not in BESIDE} <= {node["id"] for node in few.nodes}
    tied = {edge["to"] for edge in few.edges}
    assert all(node["kind"] == "Department" or node["id"] in tied for node in few.nodes)


def test_gaps_show_every_orphan_and_the_department_it_belongs_to(sample: GraphStore) -> None:
    drawing = gaps_graph(sample, "zh")
    ids = {node["id"] for node in drawing.nodes}
    found = [f for f in find(sample).findings if f.class_ in ("orphan", "gap")]
    wanted = {node.id for f in found for node in f.nodes if node.role not in BESIDE}
    assert wanted <= ids
    rows = [node for node in drawing.nodes if node["kind"] == "Department"]
    assert len({(node["x"], node["y"]) for node in drawing.nodes}) == len(ids)
    assert len(rows) > 10


def test_a_matter_is_drawn_with_its_parties(sample: GraphStore) -> None:
    drawing = matter_graph(sample, "养老服务机构监管", "en")
    assert {"SharedMatter", "Division", "Department"} <= {node["kind"] for node in drawing.nodes}
    assert drawing.title == "养老服务机构监管: graph of the matter"


def test_a_network_is_drawn_with_its_groups_and_closest_ties(sample: GraphStore) -> None:
    drawing = picture(sample, PictureRequest(metrics="matters"), "en")
    found = measure(project(sample, "matters"))
    tied = [body for body in found.bodies if body.ties]
    assert [node["id"] for node in drawing.nodes] == [body.id for body in tied]
    groups = {body.community for body in tied}
    assert {name for _, name in drawing.legend} == {f"Group {group}" for group in groups}
    assert len({node["color"] for node in drawing.nodes}) == len(groups)
    hollow = {node["id"] for node in drawing.nodes if node["hollow"]}
    assert hollow == {body.id for body in tied if not body.listed}
    ends = {end for edge in drawing.edges for end in (edge["from"], edge["to"])}
    assert ends == {body.id for body in tied}
    assert len(picture(sample, PictureRequest(metrics="matters"), most=5).nodes) == 5
    page = parse(picture_html(drawing, "en"))
    assert dangers(page) == []
    assert "Group 1" in page.text
    assert "orphan" not in page.text


def test_a_network_without_ties_is_not_drawn(folder_store: GraphStore) -> None:
    with pytest.raises(ArgumentError, match=r"0 个部门两两之间没有共同管理事项.*no shared matters"):
        picture(folder_store, PictureRequest(metrics="matters"))


def test_a_picture_too_large_says_so_and_keeps_what_matters(sample: GraphStore) -> None:
    whole = department_graph(sample, CIVIL, "zh")
    part = department_graph(sample, CIVIL, "zh", most=30)
    assert (part.shown, part.total) == (30, whole.total)
    assert "Task" not in {node["kind"] for node in part.nodes}
    assert f"只显示 30 个，共 {whole.total} 个" in picture_html(part, "zh")
    assert "只显示" not in picture_html(whole, "zh")


def test_drawing_twice_gives_the_same(sample: GraphStore) -> None:
    first, second = (picture_html(department_graph(sample, CIVIL, "zh"), "zh") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "chosen",
    [
        {"department": CIVIL},
        {"matter": "监管"},
        {"kind": "gaps"},
        {"kind": "overlaps"},
        {"metrics": "all"},
        {"path": ("区民政局", "区财政局")},
        {"region": "澜江区"},
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_needs_nothing_but_itself(
    sample: GraphStore, tmp_path: Path, chosen: dict[str, Any], lang: Any
) -> None:
    path = tmp_path / "图.html"
    drawing = write_graph(sample, path, PictureRequest(**chosen), lang)
    html = path.read_text(encoding="utf-8")
    page = parse(html)
    assert dangers(page) == []
    assert page.all("link") == []
    assert [script for script in page.all("script") if "src" in script] == []
    assert len(_data(html)["nodes"]) == len(drawing.nodes)
    assert [p.name for p in tmp_path.iterdir()] == ["图.html"]


def test_hostile_texts_stay_texts(hostile: GraphStore) -> None:
    html = picture_html(gaps_graph(hostile, "zh"), "zh")
    page = parse(html)
    assert dangers(page) == []
    assert len(page.all("script")) == 4
    texts = {node["text"] for node in _data(html)["nodes"]}
    for text in TEXTS:
        assert any(text in shown for shown in texts)


def test_pyvis_takes_a_drawing(sample: GraphStore) -> None:
    for request in (PictureRequest(CIVIL), PictureRequest(metrics="matters")):
        drawing = picture(sample, request)
        network = pyvis_network(drawing)
        assert [node["of"] for node in network.nodes] == drawing.nodes
        assert [edge["of"] for edge in network.edges] == drawing.edges
        assert [(node["x"], node["y"]) for node in network.nodes] == [(n["x"], n["y"]) for n in drawing.nodes]


def test_a_finding_and_a_topic_are_drawn_between_their_departments(sample: GraphStore) -> None:
    topic = next(one for one in list_topics(sample) if len(one.departments) > 1)
    finding = next(
        one for one in list_findings(sample) if "overlap.duty" in one.kinds and len(one.department_ids) == 2
    )
    for request, bodies in (
        (PictureRequest(topic=topic.id[:16]), set(topic.departments)),
        (PictureRequest(finding=finding.id), set(finding.departments)),
    ):
        drawing = picture(sample, request)
        assert bodies <= {node["text"] for node in drawing.nodes if node["kind"] == "Department"}
        assert {node["side"] for node in drawing.nodes} == {-1, 1}
        (root,) = [node for node in drawing.nodes if node["kind"] in ("Finding", "Topic")]
        assert {edge["to"] for edge in drawing.edges if edge["from"] == root["id"]} == {
            node["id"] for node in drawing.nodes if node["kind"] == "Department"
        }


def test_a_path_is_drawn_from_one_end_to_the_other(sample: GraphStore) -> None:
    drawing = picture(sample, PictureRequest(path=("区民政局", "区财政局")))
    ends = {node["label"]: node["x"] for node in drawing.nodes if node["label"] in ("民政局", "财政局")}
    assert ends["民政局"] == min(node["x"] for node in drawing.nodes)
    assert ends["财政局"] == max(node["x"] for node in drawing.nodes)


@pytest.mark.parametrize("chosen", [{"department": CIVIL}, {"kind": "overlaps"}, {"region": "澜江区"}])
def test_labels_of_a_picture_for_print_do_not_meet(sample: GraphStore, chosen: dict[str, Any]) -> None:
    drawing = picture(sample, PictureRequest(**chosen))
    root = etree.fromstring(svg_of(drawing).text.encode())
    labels = root.findall("{*}text")[1:]
    assert len(labels) > len(drawing.nodes) / 3
    places = [(float(one.get("x", "")), float(one.get("y", ""))) for one in labels]
    assert len(set(places)) == len(places)
    assert {one.get("font-size") for one in labels} == {"13"}


def test_hostile_texts_stay_texts_in_print(hostile: GraphStore) -> None:
    text = svg_of(gaps_graph(hostile, "zh")).text
    root = etree.fromstring(text.encode())
    assert {etree.QName(one).localname for one in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "text",
        "path",
        "circle",
    }
    assert not STEERING.search(text)


def test_png_is_made_by_a_browser(sample: GraphStore, tmp_path: Path) -> None:
    require("chromium")
    write_graph(sample, tmp_path / "图.png", PictureRequest(kind="overlaps"))
    with Image.open(tmp_path / "图.png") as made:
        drawn = svg_of(picture(sample, PictureRequest(kind="overlaps")))
        assert made.size == (2 * drawn.width, 2 * drawn.height)
        assert len(made.getcolors(1 << 24) or []) > 10


def test_a_flat_picture_is_whole_as_png(sample: GraphStore) -> None:
    require("chromium")
    drawing = department_graph(sample, "区民政局", "zh")
    nodes = [
        {**node, "x": 320.0 * at, "y": 0.0, "shape": "node"} for at, node in enumerate(drawing.nodes[:4])
    ]
    svg = svg_of(replace(drawing, nodes=nodes, edges=[]))
    dots = etree.fromstring(svg.text.encode()).findall("{*}circle")
    assert len(dots) == 4
    with Image.open(BytesIO(png_of(svg))) as made:
        pixels = made.convert("RGB")
        for dot in dots:
            color = pixels.getpixel((2 * int(float(dot.get("cx", ""))), 2 * int(float(dot.get("cy", "")))))
            assert color == ImageColor.getrgb(dot.get("fill", ""))


def test_without_a_browser_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_png, "find_browser", lambda: None)
    with pytest.raises(PngError, match=r"Chrome.*\.svg"):
        png_of(Svg("", 1, 1))


def test_a_file_of_another_kind_is_refused(sample: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"\.svg"):
        write_graph(sample, tmp_path / "图.gif", PictureRequest(CIVIL))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "chosen",
    [{}, {"department": CIVIL, "matter": "监管"}, {"kind": "everything"}, {"matter": "没有的事项"}],
)
def test_one_thing_has_to_be_chosen(sample: GraphStore, chosen: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        picture(sample, PictureRequest(**chosen))


def test_an_unknown_department_writes_nothing(sample: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownDepartmentError):
        write_graph(sample, tmp_path / "graph.html", PictureRequest("区没有局"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shape", ["html", "svg", "png"])
def test_without_gaps_there_is_nothing_to_draw(folder_store: GraphStore, tmp_path: Path, shape: str) -> None:
    with pytest.raises(NothingToDrawError, match="没有可画的"):
        write_graph(folder_store, tmp_path / f"gaps.{shape}", PictureRequest(kind="gaps"))
    assert not (tmp_path / f"gaps.{shape}").exists()
    with browser(folder_store) as client:
        shown = client.get("/graph?kind=gaps")
        assert (shown.status_code, "没有可画的" in shown.text) == (200, True)


def test_both_engines_draw_the_same(store: GraphStore, hostile: GraphStore) -> None:
    load_hostile(store)
    for drawn in (gaps_graph, _first_department):
        here, there = drawn(store, "zh"), drawn(hostile, "zh")
        assert {node["id"]: node["text"] for node in here.nodes} == {
            node["id"]: node["text"] for node in there.nodes
        }
        assert sorted((e["from"], e["to"]) for e in here.edges) == sorted(
            (e["from"], e["to"]) for e in there.edges
        )


def _first_department(store: GraphStore, lang: Any) -> Drawing:
    return department_graph(store, run_query(store, "departments", {}).rows[0]["id"], lang)


def test_more_bodies_than_a_picture_tells_apart_are_not_drawn(
    sample: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutygraph.visualize.pictures.drawn_graph._MOST_BODIES", 5)
    with pytest.raises(NothingToDrawError, match="超过 5 个"):
        picture(sample, PictureRequest(metrics="all"))
    with browser(sample) as client:
        shown = client.get("/graph?kind=metrics")
        assert (shown.status_code, "部门关系" in shown.text) == (200, True)
