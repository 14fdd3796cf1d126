"""The built-in table of instruments that were repealed, renamed or merged, and of some successors.

The table (known_instruments.csv) was written for this project; its column ``source`` names the provision behind each row.
Dates are ISO dates, or a year where the day does not matter; ``articles`` is the number of the last article
in the longest version.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A row of the table; ``until`` is when it ceased to be in force, ``successor`` the title that replaced it."""

    title: str
    source: str
    number: str | None = None
    since: str | None = None
    until: str | None = None
    successor: str | None = None
    articles: int | None = None


@cache
def known_instruments() -> tuple[KnownInstrument, ...]:
    """Return the rows of the table in its order, then a row for each successor that the table does not list."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = tuple(map(_instrument, csv.DictReader(file)))
    titles = {row.title for row in rows}
    successors = {row.successor: row.source for row in rows if row.successor and row.successor not in titles}
    return (*rows, *(KnownInstrument(title, source=source) for title, source in successors.items()))


def _instrument(row: dict[str, str]) -> KnownInstrument:
    articles = int(row["articles"]) if row["articles"] else None
    return KnownInstrument(
        title=_without_brackets(row["title"]),
        number=row["number"] or None,
        since=row["since"] or None,
        until=row["until"] or None,
        successor=_without_brackets(row["successor"]) or None,
        articles=articles,
        source=row["source"],
    )


def _without_brackets(title: str) -> str:
    return title.removeprefix("《").removesuffix("》")
