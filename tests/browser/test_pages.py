"""A reader's way through the pages, and a picture file opened by itself, in a real browser without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.catalogue.bodies import short_names
from dutygraph.queries.search.answer import search
from dutygraph.visualize.pictures.files import write_graph
from dutygraph.visualize.pictures.pictures import PictureRequest
from dutygraph.visualize.wording import in_short
from tests.browser.conftest import Watched
from tests.hostile import MARKUP, load_hostile
from tests.queries.found import find

CIVIL = "云溪市澜江区民政局"
DRAWN = "#graph[data-drawn]"


def test_from_the_start_page_to_the_source_of_a_finding(
    browser: Watched, service: str, sample: GraphStore
) -> None:
    finding = next(f for f in find(sample, department=CIVIL).findings if f.kind == "boundary.one_sided")
    page = browser.page
    page.goto(service)
    assert "职责图谱" in page.title()
    page.click(f"#departments ~ * >> text={CIVIL}")
    assert page.inner_text("h1") == CIVIL
    page.click(f"text={in_short(finding.sentence.zh, short_names(sample))}")
    assert page.inner_text("h1") == finding.sentence.zh
    node = finding.nodes[0]
    page.click(".evidence a.source >> nth=0")
    assert node.text in page.inner_text("tr#here")
    expect(page.locator("tr#here")).to_be_in_viewport()
    page.click("tr#here a.kind")
    assert page.inner_text("blockquote.printed") == node.text
    assert node.source in page.inner_text(".statement")
    assert f"第{node.locator['line']}行" in page.inner_text(".statement")
    assert page.locator("tr.here").count() == 1


def test_the_graph_of_a_department_answers_a_click(browser: Watched, service: str) -> None:
    page = browser.page
    page.goto(f"{service}/departments/区民政局")
    page.click("text=看图谱")
    page.wait_for_selector(DRAWN)
    assert page.locator("#graph canvas").count() == 1
    _click_a_duty(browser)
    assert page.inner_text("#details h2") == "主要职责"
    page.click("#details .text a")
    assert "/statements/duty-" in page.url


@pytest.mark.parametrize("address", ["/paths", "/graph", "/queries/duties", "/laws"])
def test_fields_of_a_row_stand_level(browser: Watched, service: str, address: str) -> None:
    page = browser.page
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto(service + address)
    for form in page.locator("main form.filters").all():
        fields = form.locator("input:visible:not([type=checkbox]), select:visible").all()
        boxes = [field.bounding_box() for field in fields]
        assert len({(box["y"], box["height"]) for box in boxes if box}) == 1


def test_a_graph_file_draws_by_itself(browser: Watched, sample: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "图.html"
    drawing = write_graph(sample, path, PictureRequest(CIVIL))
    page = browser.page
    page.goto(path.as_uri())
    page.wait_for_selector(DRAWN)
    assert page.get_attribute("#graph", "data-drawn") == str(len(drawing.nodes))
    assert int(page.get_attribute("#graph", "data-labels") or 0) > len(drawing.nodes) / 2
    assert _coloured_pixels(browser) > 1000
    _click_a_duty(browser)
    assert "第" in page.inner_text("#details .source")
    assert page.locator("#details a").count() == 0


def test_a_graph_file_is_searched_and_thinned_out(
    browser: Watched, sample: GraphStore, tmp_path: Path
) -> None:
    path = tmp_path / "图.html"
    drawing = write_graph(sample, path, PictureRequest(CIVIL))
    duty = next(node for node in drawing.nodes if node["kind"] == "Duty" and node["place"])
    page = browser.page
    page.goto(path.as_uri())
    page.fill("#seek input", duty["text"][:12])
    page.press("#seek input", "Enter")
    expect(page.locator("#details .text")).to_have_text(duty["text"])
    offices = sum(node["kind"] == "Office" for node in drawing.nodes)
    page.uncheck(".legend input[value='责任股室']")
    expect(page.locator("#graph")).to_have_attribute("data-drawn", str(len(drawing.nodes) - offices))
    with page.expect_download() as download:
        page.click("#save-svg")
    assert "<svg" in download.value.path().read_text(encoding="utf-8")


def test_a_hostile_list_breaks_nothing(browser: Watched, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        load_hostile(store)
        write_graph(store, path, PictureRequest(kind="gaps"))
    page = browser.page
    page.goto(path.as_uri())
    page.wait_for_selector(DRAWN)
    page.click(".as-text summary")
    assert page.locator(".as-text", has_text=MARKUP).count() == 1
    assert page.evaluate("window.broken") is None
    assert page.locator("img").count() == 0


def test_pages_work_without_scripts(browser: Watched, service: str, sample: GraphStore) -> None:
    page = browser.page
    page.route("**/*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{service}/findings")
    page.check("input[value='orphan.no_task']")
    page.click(".facet-form button >> nth=0")
    page.wait_for_url("**kind=orphan.no_task**")
    assert page.locator(".rows > li").count() == len(find(sample, kinds=["orphan.no_task"]).findings)
    page.fill("#find", "档案")
    page.press("#find", "Enter")
    page.wait_for_url("**/search**")
    assert page.locator(".hits li").count() == search(sample, "档案").total
    assert page.locator(".answering a").first.inner_text() == search(sample, "档案").answering[0].department


def test_the_description_of_the_api_draws(browser: Watched, service: str) -> None:
    browser.page.goto(f"{service}/docs")
    browser.page.get_by_text("/queries/duties", exact=True).wait_for()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(browser: Watched, service: str, width: int) -> None:
    page = browser.page
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/",
        "/departments/区民政局",
        "/findings",
        "/graph",
        "/queries/duties?department=区民政局",
        "/schema",
    ):
        page.goto(service + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        menu = page.locator(".top nav")
        assert menu.evaluate("menu => menu.scrollWidth <= menu.clientWidth"), address


def _click_a_duty(browser: Watched) -> None:
    """Click where the canvas shows the first duty."""
    browser.page.evaluate("document.getElementById('graph').scrollIntoView()")
    where = browser.page.evaluate(
        """() => {
            const data = JSON.parse(document.getElementById("graph-data").textContent);
            const duty = data.scene.nodes.find((node) => node.kind === "Duty" && node.shape === "node");
            const graph = document.getElementById("graph");
            const position = graph.network.getPosition(duty.id);
            graph.network.moveTo({ position });
            const at = graph.network.canvasToDOM(position);
            const box = graph.getBoundingClientRect();
            return { x: box.x + at.x, y: box.y + at.y };
        }"""
    )
    browser.page.mouse.click(where["x"], where["y"])
    browser.page.wait_for_selector("#details h2")


def _coloured_pixels(browser: Watched) -> int:
    """Count pixels of the canvas that are not blank."""
    return int(
        browser.page.evaluate(
            """() => {
                const canvas = document.querySelector("#graph canvas");
                const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                let coloured = 0;
                for (let at = 3; at < data.length; at += 4) if (data[at]) coloured++;
                return coloured;
            }"""
        )
    )
