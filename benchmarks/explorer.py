"""How soon the explorer draws a district, and how smoothly it moves, in headless Chromium without a graphics card.

usage: python -m benchmarks.explorer [--nodes N …] [--runs N]

Each district is made up: bodies, a tenth of the nodes but 300 at most; shared matters of two to five bodies each, the
bodies near one another. "laid out" is the server's first answer, which is kept while the graph stays; "drawn" is from
opening the address, with that answer kept, to the first drawing with labels, in a window of 1440 by 900; frames are those
of two seconds of moving the view by a few pixels a frame. Beyond 2,000 nodes the page shows groups, as for everybody;
"one by one" is the same district without that bound. The median of the runs.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.components import chromium
from tests.running import running

SIZES = (300, 2_000, 10_000)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_BATCH = 1_000
_MOVED = """() => new Promise((done) => {
    const { network } = document.getElementById("canvas").explorer;
    const middle = network.getViewPosition(), begun = performance.now();
    let drawn = 0, steps = 0;
    const count = () => { drawn++; };
    network.on("afterDrawing", count);
    const step = () => {
        const passed = performance.now() - begun;
        if (passed > 2000) { network.off("afterDrawing", count); done(drawn * 1000 / passed); return; }
        steps++;
        network.moveTo({ position: { x: middle.x + 60 * Math.sin(steps / 9), y: middle.y + 40 * Math.cos(steps / 9) } });
        requestAnimationFrame(step);
    };
    step();
})"""
_DRAWN = """() => new Promise((done) => {
    const surface = document.getElementById("canvas");
    const told = () => {
        if (surface.dataset.drawn) done(Number(surface.dataset.first));
        else setTimeout(told, 20);
    };
    told();
})"""


def fill(store: GraphStore, nodes: int) -> None:
    """Write a district of so many bodies and matters."""
    dice, count = random.Random(nodes), min(300, nodes // 10)
    bodies = [Ref("Department", f"990101:第{number}局") for number in range(count)]
    made = [
        Node(body.label, body.id, {"name": f"示例区第{number}局", "key": f"第{number}局", "listed": True})
        for number, body in enumerate(bodies)
    ]
    edges: list[Edge] = []
    for number in range(nodes - count):
        near = dice.randrange(count)
        parties = {near, *((near + dice.randrange(1, 9)) % count for _ in range(dice.choice((1, 1, 2, 4))))}
        matter = Ref("SharedMatter", f"matter-{number}")
        made.append(Node(matter.label, matter.id, {"matter": f"第{number}项示例事项", "list": "list"}))
        edges.append(Edge("DECLARED_BY", matter, bodies[near]))
        for party in sorted(parties - {near}):
            part = Ref("Division", f"part-{number}-{party}")
            made.append(Node(part.label, part.id, {"text": "配合", "list": "list"}))
            edges += [Edge("ABOUT", part, matter), Edge("ASSIGNED_TO", part, bodies[party])]
    store.prepare()
    for start in range(0, len(made), _BATCH):
        store.write(lambda tx, at=start: write_subgraph(tx, Subgraph(made[at : at + _BATCH], [])))  # type: ignore[misc]
    for start in range(0, len(edges), _BATCH):
        store.write(lambda tx, at=start: write_subgraph(tx, Subgraph([], edges[at : at + _BATCH])))  # type: ignore[misc]


@contextmanager
def served(nodes: int, most: int) -> Iterator[str]:
    """The address of the explorer over a made-up district."""
    with tempfile.TemporaryDirectory() as folder, GraphStore.open(StoreSettings(data=Path(folder))) as store:
        fill(store, nodes)
        app = create_app(nullcontext(store), ServiceSettings(district_nodes=most, timeout=120))
        with running(app) as port:
            yield f"http://127.0.0.1:{port}/explore"


def measure(browser: Browser, address: str, runs: int) -> tuple[float, float, float, int]:
    """Return seconds until laid out and until drawn, frames a second, and how many nodes are drawn."""
    begun = time.perf_counter()
    httpx.get(address, timeout=300).raise_for_status()
    laid = time.perf_counter() - begun
    drawn, frames, shown = [], [], 0
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address, timeout=300_000)
        drawn.append(page.evaluate(_DRAWN) / 1000)
        frames.append(page.evaluate(_MOVED))
        shown = int(page.get_attribute("#canvas", "data-drawn") or 0)
        page.close()
    return laid, statistics.median(drawn), statistics.median(frames), shown


def main() -> None:
    """Measure each size, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    table = Table("nodes", "shown", "laid out s", "drawn s", "frames/s")
    usual = ServiceSettings.model_fields["district_nodes"].default
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for nodes in asked.nodes:
            for most in (usual, nodes) if nodes > usual else (usual,):
                with served(nodes, most) as address:
                    laid, drawn, frames, shown = measure(browser, address, asked.runs)
                grouped = "" if most == usual else ", one by one"
                table.add_row(
                    f"{nodes:,}{grouped}", f"{shown:,}", f"{laid:.2f}", f"{drawn:.2f}", f"{frames:.0f}"
                )
        browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
