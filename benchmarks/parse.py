"""How fast lists are read: the parser beside ``csv.reader`` of the standard library, which only cuts the same cells.

Run it with ``python -m benchmarks.parse``. The corpus is the sample district, read again and again, list by list, up to
100 MB; where the real lists lie beside the repository, they are measured too. Times are CPU times of this process.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle

import psutil
from rich.console import Console
from rich.table import Table

from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.parse import parse_bytes
from tests.ingest.sources import SAMPLE, SEEDS

MEGABYTE = 1_000_000
SIZES = (1, 10, 100)
"""Megabytes of the growing corpus."""

Documents = Iterable[tuple[str, bytes]]


def corpus(size: int) -> Iterator[tuple[str, bytes]]:
    """Yield documents of the sample, over and over, until they have ``size`` bytes together."""
    sample = [(path.name, path.read_bytes()) for path in SAMPLE]
    for name, data in cycle(sample):
        if size <= 0:
            return
        yield name, data
        size -= len(data)


def parse(documents: Documents) -> int:
    """Read documents with the parser; returns how many lists they hold."""
    return sum(len(parse_bytes(data, name).lists) for name, data in documents)


def cut_cells(documents: Documents) -> int:
    """Read documents with ``csv.reader``; returns how many cells they hold."""
    rows = (
        row
        for name, data in documents
        for row in csv.reader(decode(data, name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    return sum(len(row) for row in rows)


def seconds(work: Callable[[Documents], int], documents: Documents) -> float:
    """Return the CPU time that the work takes."""
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    table = Table("corpus", "MB", "parser s", "MB/s", "csv.reader s", "ratio", "resident MB")
    parse(corpus(MEGABYTE))  # so that patterns and vocabulary are ready
    for name, make in _corpora():
        size = sum(len(data) for _, data in make()) / MEGABYTE
        ours, peer = seconds(parse, make()), seconds(cut_cells, make())
        resident = psutil.Process().memory_info().rss / MEGABYTE
        cells = (
            f"{size:.2f}",
            f"{ours:.2f}",
            f"{size / ours:.2f}",
            f"{peer:.3f}",
            f"{ours / peer:.0f}",
            f"{resident:.0f}",
        )
        table.add_row(name, *cells)
    Console(file=sys.stdout, width=100).print(table)


def _corpora() -> Iterator[tuple[str, Callable[[], Documents]]]:
    if SEEDS:
        yield "real lists", lambda: [(path.name, path.read_bytes()) for path in SEEDS]
    for size in SIZES:
        yield f"sample, {size} MB", lambda size=size: corpus(size * MEGABYTE)  # type: ignore[misc]
    whole = b"\n".join(decode(data, name).encode() for name, data in corpus(10 * MEGABYTE))
    yield "sample as one file", lambda: [("whole.txt", whole)]


if __name__ == "__main__":
    main()
