"""What a made-up city or province costs when it is read anew, and what one changed list costs afterwards.

usage: python -m benchmarks.changed_list [--districts N]

Documents of ``benchmarks.corpus`` are read into an empty graph of the embedded engine, up to the findings; then one list is
read again with another wording of its first duty. Seconds of wall clock and of the processor, reading, engine and all;
memory is that of the process with the engine.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus.__main__ import write
from benchmarks.corpus.districts import district
from benchmarks.corpus.recall import not_found, read_key
from benchmarks.peak_memory import peak_megabytes
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.reading import read_documents


def main(districts: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        out = Path(place) / "corpus"
        write(out, map(district, range(districts)), "txt")
        files = sorted(out.glob("*/*"))
        with GraphStore.open(StoreSettings(data=Path(place) / "graph")) as store:
            _timed(store, f"{districts} districts, {len(files)} lists", map(parse_file, files))
            findings, planted = stored_findings(store).findings, read_key(out)
            told = len(planted) - len(not_found(planted, findings))
            sys.stdout.write(f"{told} of {len(planted)} planted found, {len(findings)} findings\n")
            _timed(store, "one changed list", map(_changed, files[len(files) // 2 :][:1]))


def _changed(file: Path) -> Document:
    text = file.read_text(encoding="utf-8").replace("负责", "具体负责", 1)
    return parse_bytes(text.encode(), str(file))


def _timed(store: GraphStore, what: str, documents: Iterable[Document]) -> None:
    before = (time.perf_counter(), *_cpu())
    read_documents(store, documents)
    wall, own, others = (now - then for now, then in zip((time.perf_counter(), *_cpu()), before, strict=True))
    sys.stdout.write(
        f"{what}: {own + others:.1f} s of CPU, {others:.1f} of them in processes that compare regions, {wall:.1f} s,"
        f" {peak_megabytes():.0f} MB\n"
    )
    sys.stdout.flush()


def _cpu() -> tuple[float, float]:
    """Return the seconds that this process has taken, and those of its children that have ended."""
    taken = os.times()
    return taken.user + taken.system, taken.children_user + taken.children_system


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure a changed list among many districts.")
    parser.add_argument("--districts", type=int, default=13)
    main(parser.parse_args().districts)
