"""Take the README's screenshots anew: ``python -m tests.browser.screenshot data [name …]``.

Reads the sample district into a graph of its own, serves it on loopback, and photographs its pages in Chromium.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.explore.models import ViewRequest
from dutygraph.visualize.explorer.addresses import address
from tests.components import chromium
from tests.running import running
from tests.sample import load_sample

CIVIL = "x-云溪市澜江区:民政局"
OPENED = (
    f"12|{CIVIL}|OVERLAPS",
    f"12|{CIVIL}|GAPS",
    f"12|{CIVIL}|HAS_DUTY|>|Duty",
    f"12|{CIVIL}|HAS_DUTY|>|Duty|社会救助",
)
PICTURES = {
    "start-page": ("/", 1200, 860),
    "explorer": (address(ViewRequest(node=(CIVIL,), open=(CIVIL, *OPENED))), 1440, 900),
    "district": ("/explore", 1440, 900),
}
"""Names with the address of a page, and width and height of the window."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(folder: Path, names: list[str]) -> None:
    """Write these pictures into a folder, or all."""
    with tempfile.TemporaryDirectory() as data:
        settings = StoreSettings(data=Path(data) / "graph")
        with GraphStore.open(settings) as store:
            load_sample(store)
        app = create_app(GraphStore.open(settings), ServiceSettings())
        with running(app) as port, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            for name in names or PICTURES:
                _photograph(browser, f"http://127.0.0.1:{port}", name, folder)
            browser.close()


def _photograph(browser: Browser, service: str, name: str, folder: Path) -> None:
    path, width, height = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(service + path)
    if page.locator("#canvas").count():
        page.wait_for_selector("#canvas[data-drawn]")
    page.screenshot(path=folder / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
