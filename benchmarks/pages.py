"""How soon the pages can be read and used, in headless Chromium on this machine.

usage: python -m benchmarks.pages FOLDER [--runs N] [--only PART]

FOLDER is a data folder, as ``dutygraph --data FOLDER ingest`` makes it. "first answer" is the server's, when nobody
has asked for the page before, to the last byte; the rest is the median of the later openings, each in a browser context
without anything kept, in a window of 1440 by 900: "painted" is when the browser first shows something of the page
(first contentful paint), "in use" when all of it is there and answers to clicks (the load event; where a picture is drawn,
the picture), "kB" what the page itself weighs, and "high" the pixels from its top to its end.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.explorer import ARGUMENTS
from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.search.contents import keep_current
from tests.components import chromium
from tests.running import running

_TIMES = """() => new Promise((done) => {
    const surface = document.querySelector("#canvas, #graph");
    const told = () => {
        const [page] = performance.getEntriesByType("navigation");
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        if (!page.loadEventEnd || !paint || (surface && !surface.dataset.drawn)) { setTimeout(told, 10); return; }
        const drawn = surface ? Number(surface.dataset.first) || performance.now() : 0;
        done([paint.startTime, Math.max(page.loadEventEnd, paint.startTime, drawn), document.documentElement.scrollHeight]);
    };
    told();
})"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a page has taken: seconds, and its size."""

    first: float
    painted: float
    usable: float
    size: int
    height: int


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the service over a data folder."""
    with GraphStore.open(StoreSettings(data=folder)) as store:
        keep_current(store)
        app = create_app(nullcontext(store), ServiceSettings(timeout=120))
        with running(app) as port:
            yield f"http://127.0.0.1:{port}"


def addresses(base: str) -> Mapping[str, str]:
    """Return each kind of page with the address of one, that of most content where there is a choice."""

    def rows(name: str, among: str = "rows", **asked: Any) -> list[dict[str, Any]]:
        answer = httpx.get(f"{base}/{name}", params={"limit": 50, **asked}, timeout=300)
        found: list[dict[str, Any]] = answer.raise_for_status().json()[among]
        return found

    bodies = sorted(rows("departments", limit=1000), key=lambda row: -row["tasks"])
    body, other = bodies[0]["id"], bodies[1]["id"]
    findings, topics = rows("findings", "findings"), rows("topics", "topics")
    longest = max(topics, key=lambda one: len(one["findings"]))
    return {
        "start": "/",
        "topics": "/topics",
        "topic": f"/topics/{longest['id']}",
        "findings": "/findings",
        "findings, filtered": f"/findings?department={body}&on_demand=1",
        "finding": f"/findings/{findings[0]['id']}",
        "review": "/review",
        "departments": "/departments",
        "department": f"/departments/{body}",
        "duties": "/duties",
        "tasks": "/tasks",
        "matter": f"/matters/{rows('matters')[0]['id']}",
        "law": f"/laws/{rows('laws')[0]['id']}",
        "document, its source": f"/documents/{rows('documents')[0]['source']}/source",
        "search": "/search?q=谁管食品",
        "paths": f"/paths?source={body}&target={other}",
        "picture of a department": f"/graph?department={body}",
        "picture of gaps": "/graph?kind=gaps",
        "explorer, district": "/explore",
        "explorer, department": f"/explore?node={body}&open={body}",
        "read": "/read",
        "queries": "/queries",
    }


def opened(browser: Browser, address: str, runs: int) -> Opened:
    """Open a page several times, and return what it took."""
    began = time.perf_counter()
    httpx.get(address, headers={"accept": "text/html"}, timeout=300).raise_for_status()
    first = time.perf_counter() - began
    painted, usable, size, height = [], [], 0, 0
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        answer = page.goto(address, timeout=300_000)
        shown, used, height = page.evaluate(_TIMES)
        size = len(answer.body()) if answer else 0
        painted.append(shown / 1000)
        usable.append(used / 1000)
        page.close()
    return Opened(first, statistics.median(painted), statistics.median(usable), size, height)


def main() -> None:
    """Open every kind of page, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="part of the name of a page")
    asked = parser.parse_args()
    table = Table("page", "first answer s", "painted s", "in use s", "kB", "high px")
    with served(asked.folder) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for name, address in addresses(base).items():
            if asked.only in name:
                took = opened(browser, base + address, asked.runs)
                times = (f"{one:.2f}" for one in (took.first, took.painted, took.usable))
                table.add_row(name, *times, f"{took.size / 1000:.0f}", f"{took.height:,}")
        browser.close()
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
