"""Every link of every page over the sample district, in both languages and filtered, leads somewhere: pages and data."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi.testclient import TestClient

from dutygraph.graph.store.graph_store import GraphStore
from tests.visualize.conftest import HERE, browser
from tests.visualize.markup import parse

STARTS = [
    "/",
    "/docs",
    "/regions",
    "/findings?class=overlap&class=boundary&severity=high&severity=medium&sort=score",
    "/findings?department=区民政局&other=区应急管理局&on_demand=1",
    "/findings?kind=gap.contact&status=open&min_score=0.2&page=1",
    "/topics?region=澜江区&severity=high&sort=department",
    "/review?of=findings&kind=overlap&severity=high",
    "/review?status=open&department=区民政局",
    "/departments?text=局",
    "/metrics?region=澜江",
    "/search?q=谁管食品",
    "/search?q=zzzz",
    "/queries/duties?department=区民政局&limit=5",
    "/graph?department=区民政局",
]
EACH = 2
"""So many addresses of one shape are asked for: all findings look alike."""
_OF_ONE = ("findings", "topics", "departments", "statements", "documents", "laws", "matters",
           "offices", "targets", "services", "regions")  # fmt: skip
_FILTERS = {
    "class",
    "kind",
    "severity",
    "status",
    "department",
    "other",
    "region",
    "min_score",
    "sort",
    "on_demand",
    "of",
}
"""How they are combined makes no difference to where links of a page lead."""


def _shape(address: str) -> str:
    """The address without what it is about: its kind of page, and the names of its parameters."""
    parts = urlsplit(address)
    path = re.sub(rf"^/({'|'.join(_OF_ONE)})/[^/]+", r"/\1/*", parts.path)
    values = dict(parse_qsl(parts.query, keep_blank_values=True))
    names = {name if name != "format" else f"format={value}" for name, value in values.items()}
    return f"{path}?{','.join(sorted(names - _FILTERS))}"


def _walk(client: TestClient) -> Iterator[tuple[str, int, str]]:
    """Every address that is reached, its status, and the page that leads there."""
    waiting, seen = [(start, "") for start in STARTS], Counter(map(_shape, STARTS))
    known = set(STARTS)
    while waiting:
        address, via = waiting.pop()
        response = client.get(address)
        yield address, response.status_code, via
        if not response.headers["content-type"].startswith("text/html"):
            continue
        for link in parse(response.text).links:
            target = re.sub("#.*", "", str(response.url.join(link)).removeprefix(HERE))
            fresh = target.startswith("/") and "lang=" not in target and target not in known
            if fresh and seen[_shape(target)] < EACH:
                known.add(target)
                seen[_shape(target)] += 1
                waiting.append((target, address))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_of_every_page_leads_somewhere(lang: str, sample: GraphStore) -> None:
    with browser(sample) as client:
        client.cookies.set("lang", lang)
        reached = list(_walk(client))
    # 503 says that the machine is busy, not that there is nothing.
    assert [one for one in reached if one[1] >= 400 and one[1] != 503] == []
    shapes = {_shape(address) for address, _, _ in reached}
    assert {
        "/findings/*?",
        "/topics/*?",
        "/statements/*?",
        "/documents/*/source?line",
        "/rules/basis.title?",
        "/services/*?",
        "/regions/*?",
        "/read?",
        "/read/remove?name",
    } <= shapes
    assert len(shapes) > 80
