"""Accuracy of reading scans: ``python -m tests.ingest.render.scan_score`` prints a row per condition of scanner and paper.

Characters: the share that is right, by edit distance, of all texts in their order. Cells: the share of texts, each a
paragraph or a cell, that are right to the letter. F1: that of the records, as ``score`` counts it. Confidence: the mean
that reading tells for the pages.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from statistics import mean
from time import process_time
from unittest.mock import patch

from dutygraph.ingest.document import Block, Recognised, passages
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.readers.pdf.reader import read_pdf
from tests.ingest.render.portable import Portable, QueryFile, Wide
from tests.ingest.render.scans import Scanner
from tests.ingest.render.score import Lists, f1, source_lists
from tests.ingest.sources import SAMPLE

CONDITIONS = {
    "200 dpi, clean": Scanner(),
    "150 dpi, clean": Scanner(dpi=150),
    "200 dpi, turned 0.5°": Scanner(turn=0.5),
    "200 dpi, turned -2°": Scanner(turn=-2),
    "200 dpi, turned 1°, noise": Scanner(turn=1, blur=0.5, noise=12, quality=60),
    "150 dpi, turned 1°, noise": Scanner(dpi=150, turn=1, blur=0.5, noise=12, quality=60),
    "150 dpi, turned 2°, blurred": Scanner(dpi=150, turn=2, blur=1.2, noise=8, shade=0.2, quality=50),
    "75 dpi, noise": Scanner(dpi=75, blur=0.6, noise=12, quality=40),
    "100 dpi, turned 1°, noise": Scanner(dpi=100, turn=1, blur=0.5, noise=12, quality=50),
}
LAYOUTS = (QueryFile, Wide)


def texts(blocks: Sequence[Block]) -> list[str]:
    """Return the texts of a document: its paragraphs and cells."""
    return [passage.text for passage in passages(blocks) if passage.text]


def character_accuracy(wanted: str, found: str) -> float:
    """Return the share of characters that need no edit (insertion, deletion, substitution)."""
    row = list(range(len(found) + 1))
    for at, char in enumerate(wanted, start=1):
        diagonal, row[0] = row[0], at
        for to, other in enumerate(found, start=1):
            diagonal, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, diagonal + (char != other))
    return 1 - row[-1] / len(wanted)


def cell_accuracy(wanted: Sequence[str], found: Sequence[str]) -> float:
    """Return the share of texts that were read to the letter."""
    return (Counter(wanted) & Counter(found)).total() / len(wanted)


def scored(scanner: Scanner, layout: type[Portable], lists: Lists) -> list[float]:
    """Return characters, cells, F1, confidence, and seconds per page, of one document."""
    scan = scanner.scan(layout(), lists)
    start = process_time()
    blocks = read_pdf(scan, "scan.pdf")
    seconds = process_time() - start
    told = [block.confidence for block in blocks if isinstance(block, Recognised)]
    with patch("dutygraph.ingest.parse.reader_for", lambda *_: lambda *_: blocks):
        read = parse_bytes(scan, "scan.pdf").lists
    wanted, found = texts(read_pdf(layout().render(lists), "a.pdf")), texts(blocks)
    accuracy = character_accuracy("".join(wanted), "".join(found))
    return [accuracy, cell_accuracy(wanted, found), f1(lists, read), mean(told), seconds / len(told)]


def main(chosen: Sequence[str]) -> None:
    """Print the table, over the documents of the sample whose names have one of these words."""
    paths = [path for path in SAMPLE if any(word in path.stem for word in chosen)]
    sources = source_lists(paths).values()
    print(f"{'condition':<30}{'layout':<8}{'characters':>11}{'cells':>8}{'F1':>8}{'told':>8}{'s/page':>8}")  # noqa: T201
    for name, scanner in CONDITIONS.items():
        for layout in LAYOUTS:
            rows = [scored(scanner, layout, lists) for lists in sources]
            means = [mean(column) for column in zip(*rows, strict=True)]
            shown = "".join(f"{one:>8.3f}" for one in means[1:])
            print(f"{name:<30}{layout.__name__:<8}{means[0]:>11.4f}{shown}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:] or ["commerce"])
