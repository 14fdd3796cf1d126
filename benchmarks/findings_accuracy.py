"""How right dutygraph's findings are by hand labels on real lists, beside other ways to rank the same duties.

usage: python -m benchmarks.findings_accuracy [LISTS LABELS]     default: ../shared/seeds and ../shared/labels

The labels' own ``score.py`` counts, for each way anew: the first 100, 300 and 600 pairs of duties. Precision is over the
labelled ones among them. The time is that of the first recompute of this process on the embedded engine.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.findings_rankings import Ranked, rankings, read_regions
from benchmarks.lists_read import graph_of
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.recompute import recompute
from tests.ingest.sources import SHARED

MOST = 600
"""Pairs of duties of a ranking that are counted."""

_FIGURES = re.compile(
    r"at +(\d+): precision ([\d.]+) \((\d+) right, (\d+) wrong, \d+ neutral\) +recall ([\d.]+)"
)


def main(lists: Path, labels: Path) -> None:
    """Measure and print."""
    if not any(lists.glob("*.txt")) or not (labels / "score.py").exists():
        sys.stdout.write(f"nothing measured: no lists in {lists}, or no labels with a score.py in {labels}\n")
        return
    with graph_of(map(parse_file, sorted(lists.glob("*.txt")))) as store:
        load, start = psutil.getloadavg()[0], time.perf_counter()
        recompute(store)
        taken = time.perf_counter() - start
        found = _counted(labels, stored_findings(store).model_dump_json())
        ranked = {name: _counted(labels, findings) for name, findings in _others(store)}
    Console(file=sys.stdout, width=110).print(_table({"dutygraph": found, **ranked}))
    sys.stdout.write(f"{found}recompute, cold: {taken:.1f} s with {load:.1f} processes running before it\n")


def _others(store: GraphStore) -> Iterator[tuple[str, str]]:
    """Yield each other ranking by name, as findings in JSON."""
    regions = read_regions(store)
    for name, rank in rankings():
        yield name, _as_findings(store, first(pair for region in regions for pair in rank(region)))


def first(ranked: Ranked) -> list[tuple[ListedStatement, ListedStatement]]:
    """Return the first pairs of duties, each with its best pair of statements; of equals, by id."""
    in_order = sorted(ranked, key=lambda found: (-round(found[0], 9), found[1].ref.id, found[2].ref.id))
    best: dict[frozenset[str], tuple[ListedStatement, ListedStatement]] = {}
    for _, one, other in in_order:
        best.setdefault(frozenset((one.duty, other.duty)), (one, other))
    return list(islice(best.values(), MOST))


def _as_findings(store: GraphStore, pairs: Iterable[tuple[ListedStatement, ListedStatement]]) -> str:
    pairs = list(pairs)
    ids = sorted({one.ref.id for pair in pairs for one in pair})
    rows = store.read(cypher("evidence"), {"ids": ids})
    nodes = {row["id"]: {**row, "locator": json.loads(row["locator"])} for row in rows}
    findings = [
        {"kind": "overlap.duty", "nodes": [nodes[one.ref.id] for one in pair], "pairs": [[0, 1]]}
        for pair in pairs
    ]
    return json.dumps({"findings": findings})


def _counted(labels: Path, findings: str) -> str:
    """Return what the labels' scorer prints about findings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "findings.json")
        path.write_text(findings, encoding="utf-8")
        command = [sys.executable, str(labels / "score.py"), str(path), str(labels)]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _table(counted: Mapping[str, str]) -> Table:
    table = Table("ranked by", "precision@100", "right", "wrong", "recall@300", "recall@600")
    for name, printed in counted.items():
        at = {figures[0]: figures[1:] for figures in _FIGURES.findall(printed)}
        precision, right, wrong, _ = at["100"]
        table.add_row(name, precision, right, wrong, at["300"][-1], at["600"][-1])
    return table


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:]] or [SHARED / "seeds", SHARED / "labels"]
    main(*given)
