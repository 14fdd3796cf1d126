"""The explorer in a real browser: by mouse and by keys, from a search to a path to a saved view and back by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.browser.conftest import Watched, serving
from tests.hostile import DEPARTMENT, MARKUP, SCRIPT_END, load_hostile

CIVIL = "x-云溪市澜江区:民政局"
HEALTH = "x-云溪市澜江区:卫生健康局"
DUTIES = f"12|{CIVIL}|HAS_DUTY|>|Duty"
LEAST = 11
"""Pixels."""
READ_LABELS = """(surface) => surface.explorer.labels.map((one) => {
    const { id, text, x, y, w, h, size } = one;
    return { id, text, x, y, w, h, size };
})"""
ZOOMED = """(surface, scale) => new Promise((done) => {
    const { network } = surface.explorer;
    network.once("afterDrawing", () => setTimeout(done));
    network.moveTo({ scale });
})"""


def test_from_a_search_to_a_path_to_a_saved_view(browser: Watched, service: str) -> None:
    page = _opened(browser, f"{service}/explore")
    page.fill("#seek-q", "民政局")
    page.locator("#hits a", has_text="云溪市澜江区民政局").first.click()
    _settled(page)
    assert page.inner_text("#details .text") == "云溪市澜江区民政局"
    counted = _label(page, "主要职责")
    _click(page, counted)
    expect(page.locator("#outline")).to_contain_text("其他")
    _click(page, _label(page, "其他"))
    expect(page.locator("#outline .depth-3").first).to_be_visible()

    _click(page, _label(page, "民政局"))
    page.click("#details button:has-text('设为路径起点')")
    expect(page.locator("#details")).to_contain_text("请选终点")
    page.fill("#seek-q", "卫生健康局")
    page.locator("#hits a", has_text="云溪市澜江区卫生健康局").first.click()
    _settled(page)
    page.click("#details button:has-text('找到这里的路径')")
    expect(page.locator("#steps")).to_contain_text("清除路径")
    _settled(page)
    shown, address = _names(page), page.url

    page.fill("#saved-name", "民政<b>到卫健")
    page.press("#saved-name", "Enter")
    page.click("#steps a:has-text('回到全区一览')")
    _settled(page)
    assert _names(page) != shown
    page.click("#saved li a:has-text('民政<b>到卫健')")
    _settled(page)
    assert (_names(page), page.url) == (shown, address)
    page.go_back()
    _settled(page)
    assert _names(page) != shown
    assert _names(_opened(browser, address)) == shown


def test_by_keys(browser: Watched, service: str) -> None:
    page = _opened(browser, f"{service}/explore?{urlencode({'node': CIVIL})}")
    page.focus("#canvas")
    page.keyboard.press("Enter")
    expect(page.locator("#outline")).to_contain_text("主要职责")
    _settled(page)
    page.keyboard.press("ArrowRight")
    chosen = page.inner_text("#details .text")
    assert chosen != "云溪市澜江区民政局"
    before = page.locator("#outline tbody tr").count()
    page.keyboard.press("Enter")
    expect(page.locator("#outline tbody tr")).not_to_have_count(before)
    _settled(page)
    page.keyboard.press("Enter")
    expect(page.locator("#outline tbody tr")).to_have_count(before)
    _settled(page)
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#details .text") == "云溪市澜江区民政局"
    page.keyboard.press("p")
    expect(page.locator("#details")).to_contain_text("取消固定")
    assert "pin=" in page.url
    page.keyboard.press("/")
    expect(page.locator("#seek-q")).to_be_focused()
    page.keyboard.type("卫生健康局")
    expect(page.locator("#hits a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _settled(page)
    expect(page.locator("#canvas")).to_be_focused()
    page.keyboard.press("Delete")
    _settled(page)
    assert page.inner_text("#outline tbody tr:first-child td:first-child") == "云溪市澜江区民政局"


@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0, 2.5])
@pytest.mark.parametrize("view", [{}, {"node": CIVIL, "open": [CIVIL, DUTIES, f"12|{CIVIL}|RELATED"]}])
def test_labels_are_read_at_every_zoom(
    browser: Watched, service: str, view: dict[str, Any], scale: float
) -> None:
    page = _opened(browser, f"{service}/explore?{urlencode(view, doseq=True)}")
    surface = page.locator("#canvas")
    surface.evaluate(ZOOMED, scale)
    labels = surface.evaluate(READ_LABELS)
    assert len(labels) > 3
    assert min(label["size"] for label in labels) >= LEAST
    for at, one in enumerate(labels):
        assert not [other["text"] for other in labels[at + 1 :] if _meet(one, other)], one["text"]
    names = {label["text"] for label in labels}
    assert "民政局" in names or scale > 1
    assert not any(name.startswith("云溪市澜江区") for name in names)


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_of_a_district_is_cut_off(browser: Watched, service: str, width: int) -> None:
    page = _opened(browser, f"{service}/explore?on_demand=1", width)
    surface = page.locator("#canvas")
    labels = surface.evaluate(READ_LABELS)
    assert len(labels) > 15
    wide = surface.evaluate("(surface) => surface.clientWidth")
    assert [one["text"] for one in labels if one["x"] < 0 or one["x"] + one["w"] > wide] == []


def test_topics_on_demand_are_shown_when_asked_for(browser: Watched, service: str) -> None:
    page = _opened(browser, f"{service}/explore")
    before = _names(page)
    page.click("#legend a:has-text('点此显示')")
    expect(page.locator("#legend")).to_contain_text("不显示常规交叉")
    _settled(page)
    more = _names(page)
    assert {id_ for id_, _, _ in before} < {id_ for id_, _, _ in more}
    page.click("#legend a:has-text('不显示常规交叉')")
    expect(page.locator("#legend")).to_contain_text("点此显示")
    _settled(page)
    assert _names(page) == before


def test_a_view_is_kept_as_a_picture(browser: Watched, service: str, tmp_path: Path) -> None:
    page = _opened(browser, f"{service}/explore?{urlencode({'node': CIVIL, 'open': CIVIL})}")
    for name, button in (("a.svg", "SVG"), ("a.png", "PNG")):
        with page.expect_download() as download:
            page.click(f"#tools button:has-text('{button}')")
        download.value.save_as(tmp_path / name)
    picture = ElementTree.parse(tmp_path / "a.svg").getroot()
    texts = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert "民政局" in texts
    assert any(text and text.startswith("主要职责") for text in texts)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "a.png").stat().st_size > 5000


def test_the_outline_serves_without_scripts(browser: Watched, service: str) -> None:
    page = browser.page
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{service}/explore?{urlencode({'node': CIVIL})}")
    expect(page.locator("#canvas")).to_be_hidden()
    page.click("#outline a:has-text('展开')")
    page.locator("#outline tr", has_text="责任股室").locator("a:has-text('展开')").click()
    expect(page.locator("#outline .depth-2")).to_have_count(12)
    page.fill("#seek-q", "卫生健康局")
    page.press("#seek-q", "Enter")
    page.locator("#hits a").first.click()
    expect(page.locator("#outline .depth-0")).to_have_count(2)


def test_the_legend_hides_a_kind_and_brings_it_back(browser: Watched, service: str) -> None:
    page = _opened(browser, f"{service}/explore")
    before = _names(page)
    page.click("#legend a:has-text('管理事项')")
    expect(page.locator("#legend a.off")).to_have_text("管理事项")
    _settled(page)
    assert 0 < len(_names(page)) < len(before)
    page.click("#legend a:has-text('管理事项')")
    expect(page.locator("#legend a.off")).to_have_count(0)
    _settled(page)
    assert _names(page) == before


def test_hostile_names_stay_texts(browser: Watched, tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store:
        load_hostile(store)
        (body,) = store.read(
            "MATCH (d:Department {listed: true})-[:HAS_DUTY]->(t:Duty) WHERE d.name CONTAINS $name"
            " RETURN d.id AS id, collect(t.id) AS duties",
            {"name": DEPARTMENT[:6]},
        )
        view = {"node": [body["id"], *body["duties"]], "open": [body["id"], *body["duties"]]}
        with serving(store) as address:
            page = _opened(browser, f"{address}/explore?{urlencode(view, doseq=True)}")
            texts = page.locator("#canvas").evaluate(
                "(surface) => surface.explorer.scene.nodes.map((node) => node.text)"
            )
            assert any(SCRIPT_END.split("\u2028")[0] in text for text in texts)
            assert MARKUP in texts
            for key in ("ArrowDown", "ArrowUp", "ArrowRight"):
                page.focus("#canvas")
                page.keyboard.press(key)
            with page.expect_download() as download:
                page.click("#tools button:has-text('SVG')")
            download.value.save_as(tmp_path / "a.svg")
            page.fill("#seek-q", "script")
            page.press("#seek-q", "Enter")
            expect(page.locator("#hits li").first).to_be_visible()
            assert page.evaluate("window.broken") is None
            assert page.locator("main img").count() == 0
            browser.leave()
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(tmp_path / "a.svg").iter()}
    assert tags <= {"svg", "rect", "path", "circle", "text"}


def _opened(browser: Watched, address: str, width: int = 1440) -> Page:
    page = browser.page
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_selector("#canvas[data-drawn]")
    return page


def _settled(page: Page) -> None:
    expect(page.locator("#canvas[aria-busy]")).to_have_count(0)


def _names(page: Page) -> list[tuple[str, int, int]]:
    """What stands on the canvas, and where."""
    nodes = page.locator("#canvas").evaluate(
        "(surface) => surface.explorer.scene.nodes.map(({ id, x, y }) => [id, x, y])"
    )
    return sorted((id_, x, y) for id_, x, y in nodes)


def _label(page: Page, beginning: str) -> dict[str, Any]:
    labels = page.locator("#canvas").evaluate(READ_LABELS)
    return next(label for label in labels if label["text"].startswith(beginning))


def _click(page: Page, label: dict[str, Any]) -> None:
    at = {"x": label["x"] + label["w"] / 2, "y": label["y"] + label["h"] / 2}
    page.locator("#canvas").click(position=at)  # type: ignore[arg-type]  # a TypedDict of the same keys
    page.wait_for_timeout(350)  # a second click within this time would be a double one
    _settled(page)


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(
        one["x"] < other["x"] + other["w"]
        and other["x"] < one["x"] + one["w"]
        and one["y"] < other["y"] + other["h"]
        and other["y"] < one["y"] + one["h"]
    )
