"""Findings as readers see them: a sheet for people who know neither the code nor the labels, and the count of what they say.

usage: python -m benchmarks.judge sheet SHEET.tsv [LISTS]     default of LISTS: ../shared/seeds
       python -m benchmarks.judge strip SHEET.tsv KEPT.tsv
       python -m benchmarks.judge count SHEET.tsv

``sheet`` writes the first hundred overlaps and a sample of every other kind, without scores. A reader fills in the last
columns: ``right`` (yes, no), ``wording`` (ok, misleading), ``fits`` (ok, high, low: how the severity is), ``act`` (yes, no:
whether an officer would act on it), ``comment``. ``strip`` keeps places and verdicts, and no sentence of a list. ``count``
prints how many are right by band and kind; it does not tell what was missed.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.lists_read import findings_of
from dutygraph.queries.findings.models import Finding, FindingNode
from tests.ingest.sources import SHARED

FIRST = 100
"""So many overlaps are read, from the first on."""
EACH = 10
"""So many of every other kind, spread over its ranks."""
BANDS = (20, 50, 100)
OVERLAPS = ("overlap.duplicate", "overlap.duty")

TEXTS = ("departments", "sentence", "texts", "comment")
"""Columns that may hold sentences of the lists."""
COLUMNS = ("rank", "kind", "severity", *TEXTS[:3], "places", "right", "wording", "fits", "act", "comment")

Row = Mapping[str, str]


def main(arguments: Sequence[str]) -> int:
    """Run a command; return the exit code."""
    match arguments:
        case ["sheet", sheet, *lists] if len(lists) < 2:
            _write(
                Path(sheet),
                COLUMNS,
                rows_of(findings_of((Path(lists[0]) if lists else SHARED / "seeds").glob("*.txt"))),
            )
        case ["strip", sheet, kept]:
            _write(Path(kept), [name for name in COLUMNS if name not in TEXTS], _read(Path(sheet)))
        case ["count", sheet]:
            Console(file=sys.stdout, width=110).print(counted(_read(Path(sheet))))
        case _:
            sys.stdout.write(f"{__doc__}\n")
            return 2
    return 0


def rows_of(findings: Iterable[Finding]) -> Iterator[Row]:
    """Yield the rows of the sheet: the overlaps that lead, then a sample of each other kind."""
    of_kind: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
    for finding in findings:
        kind = "overlap" if finding.kind in OVERLAPS else finding.kind
        of_kind[kind].append((len(of_kind[kind]) + 1, finding))
    for rank, finding in of_kind.pop("overlap", [])[:FIRST]:
        yield _row(rank, finding)
    for found in of_kind.values():
        for rank, finding in found[:: max(1, len(found) // EACH)][:EACH]:
            yield _row(rank, finding)


def counted(rows: Iterable[Row]) -> Table:
    """Return the shares of what readers held to be right, well worded, fitting and worth acting on, by band and kind."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["kind"] in OVERLAPS:
            for band in BANDS:
                if int(row["rank"]) <= band:
                    groups.setdefault(f"overlap, first {band}", []).append(row)
        else:
            groups.setdefault(row["kind"], []).append(row)
    table = Table("findings", "read", "right", "wording ok", "severity fits", "would act")
    for name, members in groups.items():
        read = [row for row in members if row["right"]]
        shares = [
            sum(row[column] == good for row in read)
            for column, good in (("right", "yes"), ("wording", "ok"), ("fits", "ok"), ("act", "yes"))
        ]
        table.add_row(name, str(len(read)), *map(str, shares))
    return table


def _row(rank: int, finding: Finding) -> Row:
    shown = shown_texts(finding)
    return {
        "rank": str(rank),
        "kind": finding.kind,
        "severity": finding.severity,
        "departments": "、".join(finding.departments),
        "sentence": finding.sentence.zh,
        "texts": " ‖ ".join(map(_text, shown)),
        "places": " ".join(f"{node.source}:{node.locator.get('line', '')}" for node in shown),
    }


def shown_texts(finding: Finding) -> list[FindingNode]:
    """Return the texts that a reader needs: of an overlap that of each body in its strongest pair, else all."""
    shown: dict[str, int] = {}
    for pair in finding.pairs:
        bodies = [finding.nodes[number].department_id for number in pair]
        for body, number in zip(bodies, pair, strict=True):
            shown.setdefault(body if finding.kind in OVERLAPS else str(number), number)
    return [finding.nodes[number] for number in shown.values()] if shown else list(finding.nodes)


def _text(node: FindingNode) -> str:
    """Return a text on one line, with its department, and 【】 around what counts in it."""
    text, marked = node.text, len(node.text)
    for start, end in sorted(node.spans, reverse=True):
        if end <= marked:
            text, marked = f"{text[:start]}【{text[start:end]}】{text[end:]}", start
    return f"{node.department}（{node.role}）：{' '.join(text.split())}"


def _write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, columns, restval="", extrasaction="ignore", delimiter="\t", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
