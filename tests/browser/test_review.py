"""The review of a department's worst topics in a real browser: by mouse, and by keys alone."""

from playwright.sync_api import Page, expect

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import Topic
from dutygraph.queries.findings.read.selection import Selection
from tests.browser.conftest import Watched
from tests.queries.topics import list_topics

CIVIL = "云溪市澜江区民政局"
LIST_ALL = ".note a[href*=on_demand]"
"""The way to what is listed on demand."""


def _worst(store: GraphStore) -> list[Topic]:
    return list_topics(store, Selection(department=CIVIL))[:3]


def _decided(store: GraphStore, topics: list[Topic]) -> list[tuple[str, str | None]]:
    now = {topic.id: topic for topic in list_topics(store)}
    return [(now[topic.id].status, now[topic.id].verdict.by) for topic in topics]  # type: ignore[union-attr]


def _stands_at(page: Page, topic: Topic, number: int) -> None:
    """Wait until the page of a topic is there, and its keys."""
    expect(page.locator(".story")).to_have_text(topic.sentence.zh)
    expect(page.locator(".steps strong")).to_contain_text(f"{number} / ")
    page.wait_for_load_state()


def _tab_to(page: Page, selector: str) -> None:
    """Go on with the tabulator until something has the focus."""
    focused = page.locator(f"{selector}:focus")
    for _ in range(150):
        page.keyboard.press("Tab")
        if focused.count():
            return
    raise AssertionError(selector)


def _press(page: Page, selector: str) -> None:
    _tab_to(page, selector)
    page.keyboard.press("Enter")


def test_what_is_written_stays_while_one_looks_at_others(
    browser: Watched, own: tuple[GraphStore, str]
) -> None:
    (_, address), page = own, browser.page
    page.goto(f"{address}/review")
    page.wait_for_load_state()
    first = page.locator("h1").inner_text()
    page.keyboard.press("3")
    page.fill("textarea[name=note]", "先问清楚")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("h1")).not_to_have_text(first)
    page.wait_for_load_state()
    expect(page.locator("textarea[name=note]")).to_have_value("")
    page.keyboard.press("k")
    expect(page.locator("h1")).to_have_text(first)
    page.wait_for_load_state()
    expect(page.locator("textarea[name=note]")).to_have_value("先问清楚")
    expect(page.locator("input[value=dismissed]")).to_be_checked()
    page.fill("input[name=by]", "王五")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text(first)


def test_three_topics_are_decided_by_mouse(browser: Watched, own: tuple[GraphStore, str]) -> None:
    (store, address), page = own, browser.page
    worst = _worst(store)
    page.goto(address)
    page.click(".desk a:has-text('全部议题')")
    page.select_option(
        "select[name=department]", label=page.locator(f"option:has-text('{CIVIL}')").first.inner_text()
    )
    page.click(".facet-form button >> nth=0")
    page.click(LIST_ALL)
    expect(page.locator(".rows > li").first).to_contain_text(worst[0].sentence.zh)
    page.click("a:has-text('逐个核查')")
    for number, (topic, word) in enumerate(
        zip(worst, ("属实", "有合理原因", "不成立"), strict=True), start=1
    ):
        _stands_at(page, topic, number)
        page.click(f".judge label:has-text('{word}')")
        if number == 1:
            page.select_option("select[name=option]", "clarify_boundary")
            page.fill("input[name=responsible]", CIVIL)
            page.fill("input[name=due]", "2027-03-31")
            page.fill("textarea[name=note]", "两家都写了")
            page.fill("input[name=by]", "李明")
        page.click(".judge button")
    expect(page.locator(".judged")).to_contain_text("已核查 3")
    assert _decided(store, worst) == [("confirmed", "李明"), ("justified", "李明"), ("dismissed", "李明")]
    page.goto(address)
    page.click(".state a:has-text('属实') >> nth=0")
    expect(page.locator(".rows > li").first).to_contain_text("属实")


def test_three_topics_are_decided_by_keys_alone(browser: Watched, own: tuple[GraphStore, str]) -> None:
    (store, address), page = own, browser.page
    worst = _worst(store)
    page.goto(address)
    _press(page, ".desk a[href='/topics']")
    page.wait_for_url("**/topics")
    _tab_to(page, "select[name=department]")
    names = page.locator("select[name=department] option").all_inner_texts()
    for _ in range(next(n for n, name in enumerate(names) if name.startswith(CIVIL))):
        page.keyboard.press("ArrowDown")
    _press(page, ".facet-form button")
    page.wait_for_url("**/topics?**department=**")
    _press(page, LIST_ALL)
    page.wait_for_url("**/topics?**on_demand=1**")
    _press(page, ".listing .total a.button")
    _stands_at(page, worst[0], 1)
    page.keyboard.press("?")
    expect(page.locator("#keys dl")).to_be_visible()
    page.keyboard.press("j")
    _stands_at(page, worst[1], 2)
    page.keyboard.press("k")
    _stands_at(page, worst[0], 1)
    page.keyboard.press("n")
    page.keyboard.type("1234 n j k 已核对")
    page.keyboard.press("Tab")
    page.keyboard.type("王芳")
    page.keyboard.press("Escape")
    for number, topic in enumerate(worst, start=1):
        _stands_at(page, topic, number)
        page.keyboard.press(str(number))
        page.keyboard.press("Enter")
    expect(page.locator(".judged")).to_contain_text("已核查 3")
    assert _decided(store, worst) == [("confirmed", "王芳"), ("justified", "王芳"), ("dismissed", "王芳")]
    note = next(topic for topic in list_topics(store) if topic.id == worst[0].id).verdict
    assert note is not None
    assert note.note == "1234 n j k 已核对"


def test_texts_stand_side_by_side_and_in_rows_on_a_narrow_screen(browser: Watched, service: str) -> None:
    page = browser.page
    lefts = (
        "[...document.querySelectorAll('.columns.two > *')].map((one) => one.getBoundingClientRect().left)"
    )
    for width, columns in ((1440, 3), (690, 1), (390, 1)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{service}/review?of=findings&kind=overlap.duty")
        assert len(set(page.evaluate(lefts))) == columns, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".act").count() >= 2
    assert page.locator(".object").count() >= 2


def test_fifty_rows_take_less_than_three_thousand_pixels(browser: Watched, service: str) -> None:
    page = browser.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{service}/findings")
    assert page.locator(".rows > li").count() == 50
    assert page.evaluate("document.documentElement.scrollHeight") < 3000
    page.click(".rows > li:first-child .who")
    expect(page.locator(".rows > li:first-child blockquote").first).to_be_visible()
