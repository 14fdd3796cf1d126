"""How long the exact join of similar texts takes, beside a dataframe, a database and three matrix products.

usage: python -m benchmarks.join [--texts 20000 100000] [--large]     --large adds 300,000 and 1,000,000

The corpora are grown from the sample district (``join_corpus.py``). Each method runs in a process of its own
(``join_methods.py``), which is watched for its memory; its pairs are held to those that a sample of the texts has by
brute force. A million texts are joined by dutygraph alone, and scikit-learn stops at 100,000.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.join_corpus import grown
from benchmarks.join_methods import METHODS, THRESHOLD, matrix_of, of_two_groups, read_corpus

LARGE = (300_000, 1_000_000)
LIMITS = {
    "scikit-learn": 100_000,
    "scipy": 300_000,
    "sparse_dot_topn": 300_000,
    "duckdb": 300_000,
    "polars": 300_000,
}
"""The most texts that a peer gets."""
GOALS = {
    100_000: {"polars": 5, "duckdb": 5, "sparse_dot_topn": 20},
    300_000: {"polars": 15, "duckdb": 15, "sparse_dot_topn": 50},
}
"""How many times faster than a peer the join shall be."""
SAMPLE = 500
"""Texts whose partners are found by brute force."""
MEGABYTE = 2**20
Figures = Mapping[str, float]


def run(method: str, source: Path, target: Path) -> Figures:
    """Run a method in a process of its own; adds the wall time in seconds and the peak memory in MB to its figures."""
    command = [sys.executable, "-m", "benchmarks.join_methods", method, str(source), str(target)]
    begin, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as child:
        watched = psutil.Process(child.pid)
        while child.poll() is None:
            peak = max(peak, memory(watched))
            time.sleep(0.02)
        figures = json.loads(child.communicate()[0])
    return {**figures, "wall": time.perf_counter() - begin, "peak": peak / MEGABYTE}


def memory(process: psutil.Process) -> int:
    """Return a process' resident bytes; 0 once it has ended."""
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def true_pairs(source: Path) -> tuple[NDArray[np.int64], set[tuple[int, int]]]:
    """Find the pairs of a sample of the texts by brute force: with dense rows, without any filter."""
    corpus = read_corpus(source)
    size = len(corpus.mass)
    matrix, pairs = matrix_of(corpus), set[tuple[int, int]]()
    chosen = np.unique(np.random.default_rng(size).integers(0, size, SAMPLE))
    for text in chosen:
        cosines = matrix @ matrix[text].toarray().ravel()
        partners = np.flatnonzero(cosines >= THRESHOLD)
        low, high = np.minimum(partners, text), np.maximum(partners, text)
        pairs |= {pair for piece in of_two_groups(corpus, low, high) for pair in as_pairs(*piece)}
    return chosen, pairs


def as_pairs(left: NDArray[np.integer], right: NDArray[np.integer]) -> set[tuple[int, int]]:
    """Make pairs of two columns."""
    return set(zip(left.tolist(), right.tolist(), strict=True))


def recall(target: Path, chosen: NDArray[np.int64], pairs: set[tuple[int, int]]) -> float:
    """Return the part of the true pairs that is among those of a file."""
    left, right = np.load(target)
    theirs = np.isin(left, chosen) | np.isin(right, chosen)
    return len(pairs & as_pairs(left[theirs], right[theirs])) / len(pairs)


def measure(texts: int, folder: Path, console: Console) -> None:
    """Run all methods on a corpus of so many texts, and print their figures."""
    source, target = folder / f"{texts}.txt", folder / "pairs.npy"
    with source.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{text}\n" for text in grown(texts))
    chosen, pairs = true_pairs(source)
    load = psutil.getloadavg()[0]
    table = Table(title=f"{texts:,} texts, cosine {THRESHOLD}, {os.cpu_count()} processors, load {load:.1f}")
    for column in (
        "method",
        "prepare s",
        "join s",
        "CPU s",
        "x dutygraph",
        "goal",
        "pairs",
        "recall",
        "peak MB",
    ):
        table.add_column(column, justify="left" if column == "method" else "right")
    own: Figures = {}
    for method in METHODS:
        if texts > LIMITS.get(method, texts):
            continue
        figures = run(method, source, target)
        own = own or figures
        goal = GOALS.get(texts, {}).get(method)
        found = f"{np.load(target).shape[1]:,}", f"{recall(target, chosen, pairs):.3f}"
        ratio = f"{figures['join'] / own['join']:.1f}", f"{goal}" if goal else ""
        times = (f"{figures[name]:.2f}" for name in ("prepare", "join", "join cpu"))
        table.add_row(method, *times, *ratio, *found, f"{figures['peak']:,.0f}")
    console.print(table)
    console.print(alone(own))


def alone(own: Figures) -> Table:
    """Make the table of what dutygraph is measured at without a peer."""
    table = Table("dutygraph", "s", "CPU s", "goal")
    table.add_row("read, normalise, cut into bigrams", f"{own['read']:.2f}", f"{own['read cpu']:.2f}", "")
    table.add_row(
        "from the text file to pairs on disk", f"{own['wall']:.2f}", "", "60 s at 1,000,000, with 2,000 MB"
    )
    return table


def first_use(console: Console) -> None:
    """Print how long the compiled loops take when nothing is compiled yet, and when the machine code was kept."""
    code = (
        "import time; begin = time.perf_counter(); from dutygraph.graph.similarity import corpus, join, loops;"
        "loops.INTERPRETED = -1;"
        "list(join.similar_pairs(corpus.build_corpus(['统计工作', '统计事务'], [0, 1]), .6));"
        "print(time.perf_counter() - begin)"
    )
    with tempfile.TemporaryDirectory() as folder:
        times = [
            subprocess.run(
                [sys.executable, "-c", code],
                env=os.environ | {"NUMBA_CACHE_DIR": folder},
                check=True,
                capture_output=True,
                encoding="utf-8",
            ).stdout
            for _ in range(2)
        ]
    cold, warm = map(float, times)
    console.print(f"joining two texts in a new process: {cold:.1f} s with compiling, {warm:.1f} s later")


def main(sizes: Sequence[int]) -> None:
    """Measure and print."""
    console = Console(file=sys.stdout, width=110)
    first_use(console)
    with tempfile.TemporaryDirectory() as folder:
        for texts in sizes:
            measure(texts, Path(folder), console)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    main([*options.texts, *(LARGE if options.large else ())])
