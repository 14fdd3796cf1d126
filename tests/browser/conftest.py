"""A headless Chromium that reaches this machine only, and the service on a port of its own."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.components import chromium, require
from tests.queries.conftest import sample
from tests.running import running

__all__ = ["Watched", "browser", "own", "sample", "service", "serving"]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
LOCAL = re.compile(r"(https?://127\.0\.0\.1:\d+/|file:|data:|blob:|about:)")


class Watched:
    """A browser context that notes what must not happen: requests to elsewhere, errors of scripts."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.complaints: list[str] = []
        context.route("**/*", self._pass)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda line: self.complaints.append(line.text) if line.type in ("error", "warning") else None,
        )

    def leave(self) -> None:
        """Close the page before the service that it asks goes: what it still loads would be refused, a complaint."""
        self.page.close()

    def _pass(self, route: Route) -> None:
        if LOCAL.match(route.request.url):
            route.continue_()
        else:
            self.complaints.append(route.request.url)
            route.abort()


@pytest.fixture(scope="session")
def _chromium() -> Iterator[Browser]:
    require("chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def browser(_chromium: Browser) -> Iterator[Watched]:
    """A fresh browser; the test fails when a page asked for anything elsewhere or a script failed."""
    context = _chromium.new_context(locale="zh-CN")
    watched = Watched(context)
    yield watched
    context.close()
    assert watched.complaints == []


@contextmanager
def serving(store: GraphStore) -> Iterator[str]:
    """The address of a service over a store."""
    app = create_app(nullcontext(store), ServiceSettings())
    with running(app) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def own(browser: Watched, sample_folder: Path, tmp_path: Path) -> Iterator[tuple[GraphStore, str]]:
    """The sample district, to be changed, and the address of its service."""
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store, serving(store) as address:
        yield store, address
        browser.leave()


@pytest.fixture(scope="session")
def service(sample: GraphStore) -> Iterator[str]:
    """The address of the service over the sample district."""
    with serving(sample) as address:
        yield address
