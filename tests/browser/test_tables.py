"""Tables on a narrow screen and on paper, bars beside texts, and grey that can be read, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched

PAGES = ("/", "/departments/区民政局", "/documents", "/tasks", "/targets", "/metrics", "/schema", "/findings",
         "/queries/duties?department=区民政局", "/paths?source=区民政局&target=区财政局")  # fmt: skip
FAINT = """() => {
  const light = color => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number).slice(0, 3)
      .map(c => c / 255).map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = element => {
    for (; element; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (!/, 0\\)$/.test(color)) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const own = element => [...element.childNodes].some(n => n.nodeType == 3 && n.data.trim());
  return [...document.querySelectorAll('body *')].filter(e => own(e) && e.offsetParent).filter(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
  }).map(e => e.outerHTML.slice(0, 80));
}"""
"""Elements with text whose contrast is under that of WCAG 2.2, AA."""


@pytest.fixture
def narrow(browser: Watched) -> Page:
    browser.page.set_viewport_size({"width": 390, "height": 844})
    return browser.page


@pytest.mark.parametrize("address", PAGES)
def test_a_narrow_screen_shows_rows_as_cards_and_no_text_is_faint(
    address: str, narrow: Page, service: str
) -> None:
    narrow.goto(service + address)
    assert narrow.evaluate("document.documentElement.scrollWidth") == 390
    cells = narrow.locator("table.labelled td[data-label]:visible")
    if cells.count():
        assert cells.first.evaluate("e => getComputedStyle(e, '::before').content").strip('"')
    assert narrow.evaluate(FAINT) == []


def test_the_bar_of_a_finding_stands_before_the_text(browser: Watched, service: str) -> None:
    page = browser.page
    page.goto(f"{service}/departments/区民政局")
    room = page.locator("li.marked").first.evaluate("e => parseFloat(getComputedStyle(e).paddingLeft)")
    assert room > 3


def test_paper_carries_title_and_date_and_the_whole_table(browser: Watched, service: str) -> None:
    page = browser.page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    page.goto(f"{service}/documents")
    assert "已读文件 · 打印日期 20" in page.inner_text(".printed-on")
    table = page.locator("table.answer").bounding_box()
    assert table
    assert table["x"] + table["width"] <= 680
