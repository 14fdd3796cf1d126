"""Take the README's screenshot anew: ``python -m tests.browser.screenshot data/start-page.png``.

Reads the sample district into a graph of its own, serves it on loopback, and photographs the start page in Chromium.
"""

import sys
import tempfile
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.components import chromium
from tests.running import running
from tests.sample import load_sample

SIZE = {"width": 1200, "height": 860}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(out: Path) -> None:
    """Write the picture to ``out``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = StoreSettings(data=Path(folder) / "graph")
        with GraphStore.open(settings) as store:
            load_sample(store)
        app = create_app(GraphStore.open(settings), ServiceSettings())
        with running(uvicorn.Config(app, log_level="error")) as port:
            _photograph(f"http://127.0.0.1:{port}/", out)


def _photograph(address: str, out: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]  # a TypedDict of the same keys
        page.goto(address)
        page.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
