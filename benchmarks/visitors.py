"""How many visitors the pages bear: every page that links lead to, one by one, then asked by many at once.

usage: python -m benchmarks.visitors DATA [--clients N] [--seconds S]      DATA: the data folder of the embedded engine

The addresses are those that a visitor comes to from the start page by links, some of each kind of page. "first" is the time
of a first visit, when nothing is kept; "again" of the second. Then all clients ask for pages at random: first pages that are
kept, as they are while nobody writes, then pages that nobody has asked for before. Not covered: a network between.
"""

import argparse
import html
import random
import re
import statistics
import time
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from rich.console import Console
from rich.table import Table

from benchmarks.api import served
from benchmarks.clients import Answered, Clients
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings

PAGE = {"accept": "text/html", "accept-encoding": "gzip"}
_OF_EACH = 20
"""So many addresses of each kind of page."""
_VISITS = 2000
_LINK = re.compile(r'href="([^"#]+)')
_FILES = ("/static", "/vendor", "/swagger", "/exports", "/reports", "/openapi.json")


def crawled(base: str) -> Mapping[str, list[tuple[str, float]]]:
    """Return addresses of pages by kind (the first part of the path), each with the seconds of its first visit."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    seen, waiting = {"/"}, deque(["/"])
    with httpx.Client(base_url=base, headers=PAGE, timeout=120) as client:
        while waiting:
            address = waiting.popleft()
            kind = _kind(address)
            if len(found[kind]) >= _OF_EACH:
                continue
            begun = time.perf_counter()
            client.cookies.clear()  # of a region that was chosen on the way
            answer = client.get(address)
            took = time.perf_counter() - begun
            if answer.status_code != 200 or "text/html" not in answer.headers["content-type"]:
                continue
            found[kind].append((address, took))
            linked = [urljoin(address, html.unescape(link)) for link in _LINK.findall(answer.text)]
            fresh = [one for one in dict.fromkeys(linked) if one not in seen and _is_page(one)]
            seen.update(fresh)
            waiting.extend(fresh)
    return {kind: pages for kind, pages in found.items() if pages}


def _is_page(address: str) -> bool:
    return address.startswith("/") and not address.startswith(_FILES) and "lang=en" not in address


def _kind(address: str) -> str:
    return "/" + urlsplit(address).path.split("/")[1]


def one_by_one(pages: Mapping[str, list[tuple[str, float]]], base: str) -> Table:
    """Return how long each kind of page takes one visitor."""
    table = Table(title="one visitor, ms", title_justify="left")
    for column in ("page", "addresses", "first p50", "first max", "again p50"):
        table.add_column(column, justify="left" if column == "page" else "right")
    with httpx.Client(base_url=base, headers=PAGE, timeout=120) as client:
        for kind, visits in sorted(pages.items()):
            again = []
            for address, _ in visits:
                begun = time.perf_counter()
                client.get(address).raise_for_status()
                client.cookies.clear()
                again.append(time.perf_counter() - begun)
            first = [took for _, took in visits]
            mid, most, kept = statistics.median(first), max(first), statistics.median(again)
            table.add_row(
                kind, str(len(visits)), f"{1e3 * mid:.0f}", f"{1e3 * most:.0f}", f"{1e3 * kept:.1f}"
            )
    return table


def visits(pages: Mapping[str, list[tuple[str, float]]], clients: int) -> list[list[str]]:
    """Return the addresses that each client asks for, all kinds alike often."""
    dice = random.Random(1)
    kinds = [[address for address, _ in found] for found in pages.values()]
    return [[dice.choice(dice.choice(kinds)) for _ in range(_VISITS)] for _ in range(clients)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of pages, and what many visitors get."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.visitors")
    parser.add_argument("data", type=Path)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args(arguments)
    console = Console(width=120)
    with GraphStore.open(StoreSettings(data=asked.data)) as store, served(store) as base:
        pages = crawled(base)
        console.print(one_by_one(pages, base))
        addresses = visits(pages, asked.clients)
        for name, fresh in (("pages that are kept", False), ("pages that nobody has asked for", True)):
            cpu = time.process_time()
            got = Clients(base, asked.seconds, PAGE, fresh).ask(addresses)
            each = (time.process_time() - cpu) / max(1, len(got.seconds))
            console.print(f"{asked.clients} clients, {name}: {_told(got)}, {1e3 * each:.1f} ms of CPU each")


def _told(got: Answered) -> str:
    p95 = statistics.quantiles(got.seconds, n=20)[-1]
    times = f"p50 {1e3 * statistics.median(got.seconds):.0f} ms, p95 {1e3 * p95:.0f} ms"
    return f"{got.per_second:.0f} answers/s, {times}, {got.refused} refused"


if __name__ == "__main__":
    main()
