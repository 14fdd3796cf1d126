"""How fast a question is answered from the index, beside a scan of the same texts by SQLite (LIKE).

usage: python -m benchmarks.search [SIZE …]     default: 3,000 and 300,000 texts

The texts are those of ``benchmarks.join_corpus``. The questions are pieces of two to six characters taken from them at
random, half of them two together. Not covered: asking the graph whether lists have changed
(one statement), and HTTP.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.join_corpus import LIST, grown
from dutygraph.queries.search.entry import IndexEntry
from dutygraph.queries.search.index import SearchIndex
from dutygraph.queries.search.question import understood

SIZES = (3_000, 300_000)
QUESTIONS = 60
SCANNED = 12
"""The scan is asked so many of them; it takes too long for all."""


def main(sizes: Sequence[int]) -> None:
    """Print a table: how long the index takes to build, and what a question takes at the median and at p95."""
    table = Table(title="search", title_justify="left")
    for column in ("texts", "built s", "file MB", "p50 ms", "p95 ms", "LIKE p50 ms", "LIKE : index"):
        table.add_column(column, justify="right")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            table.add_row(*_measured(list(grown(size)), Path(folder)))
    Console(width=120).print(table)


def _measured(texts: Sequence[str], folder: Path) -> tuple[str, ...]:
    file = folder / "search.sqlite"
    index = SearchIndex(file)
    began = time.perf_counter()
    index.replace({}, _entries(texts))
    built = time.perf_counter() - began
    questions = _questions(texts)
    times = [_seconds(partial(_asked, index, question)) for question in questions]
    with sqlite3.connect(file) as scan:
        scans = [_seconds(partial(_scanned, scan, question)) for question in questions[:SCANNED]]
    mid, scanned = statistics.median(times), statistics.median(scans)
    return (
        f"{len(texts):,}", f"{built:.1f}", f"{file.stat().st_size / 1e6:.0f}", f"{1e3 * mid:.1f}",
        f"{1e3 * statistics.quantiles(times, n=20)[-1]:.1f}", f"{1e3 * scanned:.1f}", f"{scanned / mid:.0f}",
    )  # fmt: skip


def _entries(texts: Sequence[str]) -> Iterator[IndexEntry]:
    for number, text in enumerate(texts):
        department = f"d{number // LIST}"
        yield IndexEntry(
            id=f"t{number}", kind="Duty", list=department, region="", department=department, department_id=department,
            actor=department, actor_id=department, title="", text=text, beside="", offices="", phone="", source="",
            locator="{}", assists=False, weight=1.0,
        )  # fmt: skip


def _questions(texts: Sequence[str]) -> list[str]:
    dice = random.Random(len(texts))
    words = []
    for _ in range(2 * QUESTIONS):
        text = dice.choice(texts)
        length = min(dice.randint(2, 6), len(text))
        start = dice.randrange(len(text) - length + 1)
        words.append(text[start : start + length])
    return [
        *words[:QUESTIONS:2],
        *map(" ".join, zip(words[QUESTIONS::2], words[QUESTIONS + 1 :: 2], strict=True)),
    ]


def _asked(index: SearchIndex, question: str) -> int:
    return index.find(understood(question).expression).total


def _scanned(scan: sqlite3.Connection, question: str) -> int:
    words = question.split()
    condition = " AND ".join("text LIKE ?" for _ in words)
    return len(
        scan.execute(f"SELECT id FROM entries WHERE {condition}", [f"%{w}%" for w in words]).fetchall()
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
