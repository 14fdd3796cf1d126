"""What reading costs as the work grows: per district from one to sixteen, and for a list of duties that are all alike.

usage: python -m benchmarks.districts_scale [--districts 1,2,4,8,16] [--alike 1500,3000,10000] [--statements]

A district is a copy of the sample district of ``data/`` with a name of its own, in one city. Each run reads documents into
an empty graph of the embedded engine, up to the findings. The engine runs in a process of its own, so that its time and
memory stand beside those of reading and analysis. ``--statements`` adds what the statements take, the longest first.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.peak_memory import peak_megabytes
from dutygraph.graph.health import count_kinds
from dutygraph.graph.store import graph_store
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.values import Row
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.update.reading import read_documents

SAMPLE = Path(__file__).parents[1] / "data"
_NAMES = "澜涟漪澄沁汐泓渟溁洢浔漓湄沅淇泠"
"""A character for the name of each district: 澜江区, 涟江区 and so on."""
_STATEMENTS = 12

Measured = dict[str, Any]


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--districts", default="1,2,4,8,16")
    parser.add_argument("--alike", default="1500,3000,10000")
    parser.add_argument("--statements", action="store_true")
    options = parser.parse_args()
    _print("districts", options.districts, write_districts, options.statements)
    _print("duties alike", options.alike, write_alike, options.statements)


def write_districts(count: int, folder: Path) -> None:
    """Write the lists of so many districts."""
    for name in _NAMES[:count]:
        for file in sorted(SAMPLE.glob("*.txt")):
            text = decode(file.read_bytes(), file.name).replace("澜江", f"{name}江")
            (folder / f"{name}-{file.name}").write_text(text, encoding="utf-8")


def write_alike(count: int, folder: Path) -> None:
    """Write one list of so many duties that differ in a number only."""
    rows = "".join(f"{n}\t负责第{n}号渡口安全的监督检查工作\t\n" for n in range(1, count + 1))
    text = f"云溪市澜江区交通运输局责任清单\n\n一、部门职责\n\n序号\t主要职责\t备注\n{rows}"
    (folder / "alike.txt").write_text(text, encoding="utf-8")


def _print(title: str, sizes: str, write: Callable[[int, Path], None], statements: bool) -> None:
    table = Table(
        title,
        "wall s",
        "CPU s",
        "CPU s each",
        "of it ours",
        "of it engine",
        "ours MB",
        "engine MB",
        "nodes",
        "findings",
    )
    console = Console()
    for size in map(int, filter(None, sizes.split(","))):
        found = _measured(size, write)
        cpu = found["ours"] + found["engine"]
        numbers = [found["wall"], cpu, cpu / size, found["ours"], found["engine"]]
        sizes_mb = [f"{found['memory']:.0f}", f"{found['engine_memory']:.0f}"]
        table.add_row(
            str(size),
            *(f"{number:.3g}" for number in numbers),
            *sizes_mb,
            str(found["nodes"]),
            str(found["findings"]),
        )
        if statements:
            for seconds, times, text in found["statements"]:
                console.print(f"{seconds:8.2f} s {times:6} × {text}", markup=False, highlight=False)
    console.print(table)


def _measured(size: int, write: Callable[[int, Path], None]) -> Measured:
    """Read the documents of one size in a process of its own, into an engine in another."""
    with tempfile.TemporaryDirectory() as place:
        lists, data = Path(place) / "lists", Path(place) / "graph"
        lists.mkdir()
        write(size, lists)
        context = multiprocessing.get_context("spawn")
        ready, done, answers, peak = context.Event(), context.Event(), context.Queue(), context.Queue()
        engine = context.Process(target=_host, args=(data, ready, done, peak))
        engine.start()
        ready.wait()
        begin = _cpu(engine.pid)
        reader = context.Process(target=_read, args=(lists, data, answers))
        reader.start()
        found: Measured = answers.get()
        reader.join()
        found["engine"] = _cpu(engine.pid) - begin
        done.set()
        found["engine_memory"] = peak.get()
        engine.join()
    return found


def _host(data: Path, ready: Any, done: Any, peak: Any) -> None:
    with GraphStore.open(StoreSettings(data=data)) as store:
        store.prepare()
        ready.set()
        done.wait()
        peak.put(peak_megabytes())


def _read(lists: Path, data: Path, answers: Any) -> None:
    timed = _Timed()
    begin = time.perf_counter()
    with GraphStore.open(StoreSettings(data=data)) as store:
        read_documents(store, map(parse_file, sorted(lists.glob("*.txt"))))
        wall, used = time.perf_counter() - begin, psutil.Process().cpu_times()
        counts = count_kinds(store)
        answers.put(
            {
                "wall": wall,
                "ours": used.user + used.system + used.children_user + used.children_system,
                "memory": peak_megabytes(),
                "nodes": sum(counts.values()),
                "findings": counts.get("Finding", 0),
                "statements": timed.longest(),
            }
        )


class _Timed:
    """Stands before the statements of this process and adds up what they take."""

    def __init__(self) -> None:
        self._seconds: Counter[str] = Counter()
        self._times: Counter[str] = Counter()
        run = graph_store.Transaction.run

        def timed(
            transaction: graph_store.Transaction, cypher: str, parameters: Mapping[str, Any] | None = None
        ) -> list[Row]:
            begin = time.perf_counter()
            try:
                return run(transaction, cypher, parameters)
            finally:
                self._seconds[cypher] += time.perf_counter() - begin  # type: ignore[assignment]
                self._times[cypher] += 1

        graph_store.Transaction.run = timed  # type: ignore[method-assign,assignment]

    def longest(self) -> Iterable[tuple[float, int, str]]:
        """Return seconds, times and beginning of the statements that take most."""
        return [
            (
                seconds,
                self._times[text],
                " ".join(line for line in text.splitlines() if not line.startswith("//"))[:140],
            )
            for text, seconds in self._seconds.most_common(_STATEMENTS)
        ]


def _cpu(process: int | None) -> float:
    times = psutil.Process(process).cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    main()
