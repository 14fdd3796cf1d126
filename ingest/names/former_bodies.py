"""Bodies that the reorganisations of 2018 and 2023 renamed or merged, and their successors.

The table (former_bodies.csv) was written for this project from the reform plans of the State Council and the Party. It
names bodies without region, in their long form. Local governments were free to combine them, so the name of a successor
may join more fields of work than the table says.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FormerBody:
    """A body that no longer exists under this name: its successor, the year of the change, and the source of the row."""

    body: str
    successor: str
    year: int
    source: str


@cache
def former_bodies() -> Mapping[str, FormerBody]:
    """Return the table by the body's name without region, in its long form (see ``dutygraph.ingest.names.body_words``)."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = [
            FormerBody(row["body"], row["successor"], int(row["year"]), row["source"])
            for row in csv.DictReader(file)
        ]
    return {row.body: row for row in rows}
