"""Take the README's screenshot anew: ``python -m tests.browser.screenshot data/start-page.png``.

Reads the sample district into a graph of its own, serves it on loopback, and photographs the start page in Chromium.
"""

import sys
import tempfile
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from playwright.sync_api import sync_playwright

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from tests.components import chromium
from tests.ingest.sources import SAMPLE

SIZE = {"width": 1200, "height": 860}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(out: Path) -> None:
    """Write the picture to ``out``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = StoreSettings(data=Path(folder) / "graph")
        with GraphStore.open(settings) as store:
            store.prepare()
            for path in SAMPLE:
                ingest_document(store, parse_file(path))
            collect_orphans(store)
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(GraphStore.open(settings), ServiceSettings()), port=0, log_level="error"
            )
        )
        thread = Thread(target=server.run)
        thread.start()
        while not server.started:
            sleep(0.1)
        port = server.servers[0].sockets[0].getsockname()[1]
        _photograph(f"http://127.0.0.1:{port}/", out)
        server.should_exit = True
        thread.join()


def _photograph(address: str, out: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]  # a TypedDict of the same keys
        page.goto(address)
        page.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
