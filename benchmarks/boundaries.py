"""Whether it is told right that a boundary is declared between two texts, as a reader judged it.

usage: python -m benchmarks.boundaries [JUDGED.tsv [LISTS]]     defaults: benchmarks/judged/boundaries.tsv, ../shared/seeds

A row is two clauses (source, line and offsets into the text that stands there), the answers that are right of declared,
perhaps and none, and the lines of the matters (source:line) of which one must come first when the answer is not none. The
reader, an AI assistant of the project, read the clauses beside all matters of the region and knew the code.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lists_read import graph_of
from dutygraph.graph.analysis.boundaries.declared_boundary import boundary_between, declared_boundaries
from dutygraph.graph.analysis.boundaries.declared_matters import read_region
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Document
from tests.ingest.sources import SHARED

JUDGED = Path(__file__).parent / "judged" / "boundaries.tsv"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Region:
    """The declared matters of a region, their names by id, and the bodies (ids) that have a text in their list."""

    declared: DeclaredBoundaries
    matters: Mapping[str, str]
    bodies: Mapping[str, str]


def regions(documents: list[Document]) -> list[Region]:
    """Return the regions of some documents, read through a graph of their own."""
    with graph_of(documents) as store:
        return [
            _region(store, row["region"]) for row in store.read(cypher("boundary_regions"), {"touched": None})
        ]


def _region(store: GraphStore, code: str) -> Region:
    texts = read_region(store, code)
    return Region(
        declared_boundaries(store, code),
        {matter.id: matter.name for matter in texts.matters},
        {duty.text: body for body, duties in texts.duties.items() for duty in duties},
    )


def texts_by_line(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the places (source:line) and texts of the duties, tasks and matters of a document."""
    for one in document.lists:
        for duty in one.duties:
            yield f"{document.source}:{duty.locator.line}", duty.text
            for task in duty.tasks:
                yield f"{document.source}:{task.locator.line}", task.text
        for matter in one.boundaries:
            yield f"{document.source}:{matter.locator.line}", matter.matter


def is_right(row: Row, texts: Mapping[str, str], found: list[Region]) -> tuple[str, bool]:
    """Return what is told of a row, and whether it is one of the right answers."""
    (left, left_text), (right, right_text) = (_clause(row[side], texts) for side in ("left", "right"))
    region = next(one for one in found if left in one.bodies and right in one.bodies)
    told = boundary_between(left_text, right_text, region.bodies[left], region.bodies[right], region.declared)
    names = {texts[place] for place in row["matters"].split()}
    first = region.matters[told.matters[0]] if told.matters else None
    return told.answer, told.answer in row["right answer"].split() and (first is None or first in names)


def _clause(place: str, texts: Mapping[str, str]) -> tuple[str, str]:
    """Return the text at a place (source:line:start-end), and the clause of it."""
    at, offsets = place.rsplit(":", 1)
    start, end = map(int, offsets.split("-"))
    return texts[at], texts[at][start:end]


def main(judged: Path, lists: Path) -> None:
    """Count by answer, and print."""
    documents = [parse_file(path) for path in sorted(lists.glob("*.txt"))]
    texts = dict(pair for document in documents for pair in texts_by_line(document))
    found = regions(documents)
    with judged.open(encoding="utf-8", newline="") as file:
        told = [is_right(row, texts, found) for row in csv.DictReader(file, delimiter="\t")]
    right = Counter(answer for answer, good in told if good)
    for answer, count in sorted(Counter(answer for answer, _ in told).items()):
        sys.stdout.write(f"{answer}: {right[answer]} of {count} right\n")
    sys.stdout.write(f"all: {right.total()} of {len(told)} right\n")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*(given + [JUDGED, SHARED / "seeds"][len(given) :]))
