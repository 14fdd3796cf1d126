"""Every page that a reader can reach over a hostile list: it opens, nothing planted runs, nothing loads from elsewhere."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from dutygraph.graph.store.graph_store import GraphStore
from tests.hostile import TEXTS
from tests.visualize.conftest import browser
from tests.visualize.markup import Page, dangers, parse

SCRIPTS = {
    "/vendor/vis-network-10.1.5/vis-network.min.js",
    "/static/graph.js",
    "/static/explorer/main.js",
    "/static/docs.js",
    "/static/list.js",
    "/static/review.js",
    "/static/read.js",
    "/swagger/swagger-ui-bundle.js",
}
NOT_PAGES = ("format=", "/graph.html")
STARTS = [
    "/",
    "/docs",
    "/search?q=script",
    "/queries/search?text=script",
    "/graph?kind=gaps",
    "/findings?status=confirmed",
    "/findings?severity=high&status=open&min_score=0.5",
]


def _goes_round(address: str, target: str) -> bool:
    """Whether a link leads from a view of the explorer to the next: there is no end of views."""
    return address.startswith("/explore") and target.startswith("/explore")


def _crawl(client: TestClient) -> Iterator[tuple[str, int, Page]]:
    waiting, seen = list(STARTS), set(STARTS)
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        page = parse(response.text)
        yield address, response.status_code, page
        for link in page.links:
            target = str(response.url.join(link)).removeprefix("http://127.0.0.1:8000").split("#")[0]
            if _goes_round(address, target):
                continue
            if target not in seen and "lang=" not in target and not any(part in target for part in NOT_PAGES):
                seen.add(target)
                waiting.append(target)


@pytest.fixture(scope="module", params=["zh", "en"])
def pages(request: pytest.FixtureRequest, hostile: GraphStore) -> list[tuple[str, int, Page]]:
    with browser(hostile) as client:
        client.get(f"/?lang={request.param}")
        return list(_crawl(client))


def test_every_link_leads_somewhere(pages: list[tuple[str, int, Page]]) -> None:
    assert len(pages) > 50
    assert [address for address, status, _ in pages if status != 200] == []


def test_nothing_planted_runs_and_nothing_loads_from_elsewhere(pages: list[tuple[str, int, Page]]) -> None:
    assert [(address, dangers(page)) for address, _, page in pages if dangers(page)] == []
    for address, _, page in pages:
        for script in page.all("script"):
            assert script.get("src") in SCRIPTS or script.get("type") == "application/json", address
        assert page.all("style") == [], address


def test_hostile_texts_are_shown_as_they_are(pages: list[tuple[str, int, Page]]) -> None:
    shown = "".join(page.text for _, _, page in pages)
    for text in TEXTS:
        assert text in shown


def test_pages_can_be_read_with_a_keyboard_and_aloud(pages: list[tuple[str, int, Page]]) -> None:
    for address, _, page in pages:
        (root,) = page.all("html")
        assert root["lang"] in ("zh-CN", "en"), address
        assert page.all("title"), address
        if address == "/docs":
            continue
        assert len(page.all("h1")) == 1 or address.startswith(("/statements/", "/services/")), address
        assert len(page.all("main")) == 1, address
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), address


def test_the_data_of_a_picture_survives(pages: list[tuple[str, int, Page]], hostile: GraphStore) -> None:
    with browser(hostile) as client:
        html = client.get("/graph?kind=gaps").text
    data = html.split('id="graph-data">')[1].split("</script>")[0]
    texts = {node["text"] for node in json.loads(data)["scene"]["nodes"]}
    assert any(TEXTS[0] in text for text in texts)
    assert "<" not in data
