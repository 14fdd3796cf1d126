"""What each part of the score of an overlap weighs: a logistic regression on labelled pairs of texts.

usage: python -m benchmarks.overlap_weights [LISTS LABELS]     default: ../shared/seeds and ../shared/labels

Labels are the planted pairs and near misses of two fictional districts with what readers judged there (benchmarks/judged;
the newest sheet of a source counts: NAME-1.tsv, NAME-2.tsv), and the hand-labelled pairs of a real district, where they are
at hand; the district tangqi is kept back. A pair of texts stands for its clauses of the highest score; pairs without a label
count as no overlap, with little weight, since readers labelled a part of what there is. Weights are divided so that a score
of 0.5 stands for even odds (weights.yaml). For each district the weights are also fitted without it, and its own pairs
ranked by them: how many of the overlaps, and of what is labelled as none, stand among the first.
"""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.planted import read_planted
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.district import district_of
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement
from dutygraph.graph.analysis.overlap.pairs.candidates import candidates
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.analysis.overlap.pairs.score import score, weights
from dutygraph.graph.model import Ref
from dutygraph.ingest.parse import parse_file
from tests.ingest.sources import SHARED

DISTRICTS = Path(__file__).parent / "districts"
FITTED = ("yanchuan", "tangzhi", "huaiping")
JUDGED = Path(__file__).parent / "judged"
UNLABELLED = 0.1
"""Weight of a pair that nobody has labelled, beside 1."""
EVEN = 0.5
"""Score of even odds."""
LEADING = (60, 200, 600)
RIGHT = {"overlap", "duplicate"}

Place = tuple[str, int]
Labels = Mapping[frozenset[Place], bool]


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts: the parts of their score, each from 0 to 1, whether they overlap, and whether somebody has said so."""

    parts: tuple[float, ...]
    right: bool
    labelled: bool


def examples(paths: Sequence[Path], labels: Labels) -> Iterator[Example]:
    """Yield the pairs of texts in lists that the detector compares."""
    placed = dict(statements(paths))
    taxonomy = load_taxonomy()
    measures = Measures(district_of(placed, {one.body: (one.body,) for one in placed}, taxonomy))
    best: dict[frozenset[Place], tuple[float, tuple[float, ...]]] = {}
    for pair in candidates(measures, taxonomy):
        found = score(pair, measures, taxonomy)
        if found and not found.suppressed:
            key = frozenset(placed[measures.district.claims[number].statement] for number in pair)
            parts = tuple(found.parts[name] / weight for name, weight in weights().items())
            best[key] = max(best.get(key, (0.0, ())), (found.value, parts))
    for key, (_, parts) in best.items():
        yield Example(parts, labels.get(key, False), key in labels)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """Return the weights that tell overlaps from other pairs best, scaled so that even odds score ``EVEN``."""
    model = LogisticRegression(max_iter=2000)
    model.fit(
        np.array([row.parts for row in rows]),
        np.array([row.right for row in rows]),
        sample_weight=np.array([1.0 if row.labelled else UNLABELLED for row in rows]),
    )
    scaled = model.coef_[0] * EVEN / -model.intercept_[0]
    return dict(zip(weights(), scaled.tolist(), strict=True))


def ranked(rows: Sequence[Example], weighed: Mapping[str, float]) -> str:
    """Return how many right and wrong ones stand among the first pairs, ranked by weights."""
    by_score = sorted(
        rows,
        key=lambda row: -sum(part * weight for part, weight in zip(row.parts, weighed.values(), strict=True)),
    )
    return ", ".join(
        f"{sum(row.right for row in by_score[:first])} right and "
        f"{sum(row.labelled and not row.right for row in by_score[:first])} wrong in the first {first}"
        for first in LEADING
    )


def district_labels(name: str) -> dict[frozenset[Place], bool]:
    """Return what is planted in a fictional district, and what readers judged of its findings."""
    planted = read_planted(DISTRICTS / name)
    labels = dict(_judged(name))
    for one in (*planted.overlaps, *planted.also):
        labels[frozenset((place.source, place.line) for place in (one.a, one.b))] = True
    for miss in planted.near_misses:
        labels[frozenset((place.source, place.line) for place in miss.places)] = False
    return labels


def real_labels(folder: Path, source: str) -> dict[frozenset[Place], bool]:
    """Return the hand labels of pairs in a real document (by the beginning of its name), and readers' judgements."""
    pairs = json.loads((folder / "overlap-pairs.json").read_text(encoding="utf-8"))
    labels = dict(_judged("five-lists"))
    for pair in pairs:
        sides = pair["a"], pair["b"]
        if not pair["unsure"] and all(side["source"].startswith(source) for side in sides):
            labels[frozenset((side["source"], side["line"]) for side in sides)] = pair["label"] in RIGHT
    return labels


def main(lists: Path, labels: Path) -> None:
    """Fit and print."""
    rows = {
        name: list(examples(sorted((DISTRICTS / name).glob("*.txt")), district_labels(name)))
        for name in FITTED
    }
    for path in sorted(lists.glob("003*.txt")):
        rows["real lists"] = list(examples([path], real_labels(labels, path.name)))
    held_out = {
        name: fitted([row for other, some in rows.items() if other != name for row in some]) for name in rows
    }
    for name, weight in fitted([row for some in rows.values() for row in some]).items():
        without = ", ".join(f"{one[name]:.2f} without {other}" for other, one in held_out.items())
        sys.stdout.write(f"{name}: {weight:.2f} ({without}), in use {weights()[name]:.2f}\n")
    for name, some in rows.items():
        sys.stdout.write(f"{name}, by weights fitted without it: {ranked(some, held_out[name])}\n")


def statements(paths: Sequence[Path]) -> Iterator[tuple[ListedStatement, Place]]:
    """Yield the statements in lists with their places."""
    for path in paths:
        for listed in parse_file(path).lists:
            for number, duty in enumerate(listed.duties):
                id_ = f"{listed.department}-{number}"
                tasks = ((task.text, task.locator) for task in duty.tasks)
                for at, (text, locator) in enumerate(((duty.text, duty.locator), *tasks)):
                    ref = Ref("Task" if at else "Duty", f"{id_}-{at}")
                    statement = ListedStatement(ref, listed.department, id_, text, duty.text)
                    yield statement, (path.name, locator.line or 0)


def _judged(name: str) -> Iterator[tuple[frozenset[Place], bool]]:
    """Yield the pairs that readers judged, the newest sheet last."""
    for path in sorted(JUDGED.glob(f"{name}-*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                places = [place.rsplit(":", 1) for place in row["places"].split()]
                if row["kind"] in ("overlap.duty", "overlap.duplicate") and len(places) == 2 and row["right"]:
                    yield frozenset((source, int(line)) for source, line in places), row["right"] == "yes"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3] or (SHARED / "seeds", SHARED / "labels")))
