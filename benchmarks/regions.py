"""What a region costs when it is read in a small graph of its own, as ``dutygraph analyse`` does, and what the nation would.

usage: python -m benchmarks.regions [FOLDER …]     each holds the lists of one region; default: the fictional districts

Each folder is read in a new process. Seconds are those of its processors, which other work on the machine does not change
much; megabytes are the most that it held. The calculation for the nation scales a region's figures by its texts.
"""

import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from benchmarks.peak_memory import peak_megabytes
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.regions.elsewhere import Elsewhere, elsewhere
from dutygraph.queries.regions.placed import PlacedDocument, bases_of, place
from dutygraph.queries.regions.reading import read_region

DISTRICTS = Path(__file__).parent / "districts"
COUNTIES, TEXTS = 2_800, 8_000_000
"""Of the nation, about: counties with lists, and duties, tasks, parts and articles in them."""
_TEXTS = ("Duty", "Task", "SharedMatter", "Division", "SupervisionRegime", "PublicService", "Article")
Measured = tuple[float, float, float, int, int]
"""Seconds of reading documents and of the graph, megabytes, texts and findings."""


def main(folders: Sequence[Path]) -> None:
    """Print one line per folder, and the nation."""
    print(f"{'region':14}{'parse s':>10}{'graph s':>10}{'MB':>8}{'texts':>9}{'findings':>10}")
    measured = [_measured(folder) for folder in folders]
    for folder, (parsing, graph, megabytes, texts, findings) in zip(folders, measured, strict=True):
        print(f"{folder.name:14}{parsing:10.1f}{graph:10.1f}{megabytes:8.0f}{texts:9}{findings:10}")
    seconds = sum(parsing + graph for parsing, graph, *_ in measured)
    texts = sum(row[3] for row in measured)
    hours = seconds / texts * TEXTS / 3600
    print(f"{COUNTIES} counties with {TEXTS} texts: {hours:.0f} hours of one core")
    for cores in (64, 256):
        print(
            f"  on {cores} cores {60 * hours / cores:.0f} minutes, {max(row[2] for row in measured) / 1000:.1f} GB each"
        )


def _measured(folder: Path) -> Measured:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_cost, folder).result()


def _cost(folder: Path) -> Measured:
    begin = time.process_time()
    placed = [
        one for path in sorted(folder.glob("*.txt")) for one in place(parse_file(path), PurePosixPath(path))
    ]
    parsed = time.process_time()
    graph = read_region(placed[0].region, placed, _known(placed))
    done = time.process_time()
    labels = [node.label for node in graph.own.nodes]
    texts = sum(label in _TEXTS for label in labels)
    return parsed - begin, done - parsed, peak_megabytes(), texts, labels.count("Finding")


def _known(placed: Sequence[PlacedDocument]) -> Elsewhere:
    return elsewhere((one for document in placed for one in bases_of(document)), ())


if __name__ == "__main__":
    main(
        [Path(name) for name in sys.argv[1:]] or sorted(path for path in DISTRICTS.iterdir() if path.is_dir())
    )
