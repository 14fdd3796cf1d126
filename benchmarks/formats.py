"""How many lists of each format are read a second, Word beside python-docx, which only reads the cells of its tables.

usage: python -m benchmarks.formats [DOCUMENTS]     200 of each format without a number

The documents are the lists of the sample district in every layout of a format that the tests render, over and over. Both
sides use one process per processor, started by spawn; their start counts.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

import docx
from rich.console import Console
from rich.table import Table

from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Document
from dutygraph.ingest.sandbox import parse_files
from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.sources import SAMPLE

MEGABYTE = 1_000_000


def documents(suffix: str) -> Iterator[bytes]:
    """Yield every list of the sample in every layout of a format."""
    lists = [found for path in SAMPLE for found in parse_file(path).lists]
    layouts = [layout for (format_, _), layout in LAYOUTS.items() if format_ == suffix]
    return (layout.render([found]) for found in lists for layout in layouts)


def write(folder: Path, suffix: str, count: int) -> list[Path]:
    """Write so many documents of a format into a folder."""
    paths = []
    for number, data in enumerate(islice(cycle(documents(suffix)), count)):
        paths.append(folder / f"{number:05}{suffix}")
        paths[-1].write_bytes(data)
    return paths


def read(paths: Sequence[Path]) -> int:
    """Read the documents; returns how many were read with a list in them."""
    return sum(isinstance(found, Document) and bool(found.lists) for found in parse_files(paths))


def read_cells(paths: Sequence[Path]) -> int:
    """Read the texts of all cells with python-docx; returns how many documents have any."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return sum(count > 0 for count in pool.map(cells_of, paths, chunksize=8))


def cells_of(path: Path) -> int:
    """Count the cells with text in a document's tables; 0 where python-docx gives up, as on some merges it does."""
    tables = docx.Document(str(path)).tables
    try:
        return sum(bool(cell.text) for table in tables for row in table.rows for cell in row.cells)
    except ValueError:
        return 0


def main(count: int) -> None:
    """Measure and print."""
    table = Table("format", "reader", "documents", "read", "MB", "processes", "seconds", "documents/s")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in dict.fromkeys(suffix for suffix, _ in LAYOUTS):
            paths = write(Path(folder), suffix, count)
            size = sum(path.stat().st_size for path in paths) / MEGABYTE
            for name, work in READERS.items():
                if name == OURS or suffix == ".docx":
                    start = time.perf_counter()
                    done = work(paths)
                    taken = time.perf_counter() - start
                    figures = (f"{size:.1f}", str(cpu_count()), f"{taken:.1f}", f"{count / taken:.1f}")
                    table.add_row(suffix, name, str(count), str(done), *figures)
    Console(file=sys.stdout, width=110).print(table)


OURS = "dutygraph"
READERS: dict[str, Callable[[Sequence[Path]], int]] = {OURS: read, "python-docx, cells only": read_cells}

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
