"""A document is dropped on the page, read while the reader looks on, and taken out again, in a real browser."""

from playwright.sync_api import Page, expect

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.read.findings import list_findings
from tests.api.writes.asking import ANOTHER, BODY
from tests.browser.conftest import Watched

DROPPED = """text => {
    const data = new DataTransfer();
    data.items.add(new File([text], "志办.txt", { type: "text/plain" }));
    return data;
}"""
PATIENCE = 300_000
"""Milliseconds that a reading may take on a busy machine."""


def _findings(store: GraphStore) -> list[str]:
    return [one.id for one in list_findings(store) if BODY in one.departments]


def _done(page: Page) -> None:
    expect(page.locator("h1 .outcome")).to_have_text("完成", timeout=PATIENCE)


def test_a_document_is_dropped_read_and_taken_out_again(
    browser: Watched, own: tuple[GraphStore, str]
) -> None:
    (store, address), page = own, browser.page
    page.goto(address)
    page.click("nav a:has-text('读取清单')")
    page.wait_for_load_state()  # its script takes what is dropped
    page.dispatch_event(".drop", "drop", {"dataTransfer": page.evaluate_handle(DROPPED, ANOTHER)})
    expect(page.locator(".chosen li")).to_have_text("志办.txt")
    page.click(".send-files button")
    _done(page)
    expect(page.locator(".lists-of-news")).to_contain_text(BODY)
    assert _findings(store)
    page.goto(address)
    page.click(".last-news summary")
    expect(page.locator(".findings-of-news a").first).to_be_visible()
    expect(page.locator(".last-news")).to_contain_text("新增问题线索")
    page.goto(f"{address}/read")
    page.locator("tr", has_text="地方志办公室").locator(".take-out").click()
    expect(page.locator("h1")).to_contain_text("要移出这 1 份清单吗")
    page.click(".confirm button")
    _done(page)
    assert not _findings(store)


def test_a_job_shows_how_far_it_is_without_scripts(browser: Watched, own: tuple[GraphStore, str]) -> None:
    page = browser.page
    page.route("**/*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{own[1]}/read")
    page.set_input_files(
        "input[type=file]", {"name": "志办.txt", "mimeType": "text/plain", "buffer": ANOTHER.encode()}
    )
    page.click(".send-files button")
    expect(page.locator(".job-steps li")).to_have_count(5)
    while page.locator("#going-on").count():
        page.reload()
    _done(page)
