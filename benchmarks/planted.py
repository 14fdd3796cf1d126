"""How many planted overlaps of fictional districts are found, and how many near misses are taken for overlaps.

usage: python -m benchmarks.planted [--district FOLDER]     default: each of benchmarks/districts

A district is a folder of lists with a ``planted.yaml``, whose head says who wrote it and what its fields mean. Findings of
the kinds ``overlap.*`` count, in rank order. A plant is found when a finding's nodes hold two of its places; a near miss is
reported when a pair of a finding joins its two. The boundary of a found plant is told right when its first finding says what
the plant says: the matter and the list that declares it, or that none does.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.table import Column, Table

from benchmarks.lists_read import findings_of
from dutygraph.bilingual import Bilingual
from dutygraph.queries.findings.models import Declared, Finding, FindingNode

DISTRICTS = sorted(path.parent for path in (Path(__file__).parent / "districts").glob("*/planted.yaml"))
LEADING = 60
"""Findings that an officer reads first."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Model):
    """A line of a list's text, counted from 1, on which a duty or a task stands."""

    source: str
    line: int


class Planted(_Model):
    """Two or three texts that someone has placed on purpose."""

    a: Place
    b: Place
    c: Place | None = None
    why: Bilingual

    @property
    def places(self) -> frozenset[Place]:
        """Where the texts stand."""
        return frozenset(place for place in (self.a, self.b, self.c) if place)


class Overlap(Planted):
    """An overlap, with the matter that covers it; ``perhaps`` names matters that are near but settle nothing."""

    strength: Literal["strong", "clear", "moderate", "weak"]
    declared: Declared | None
    perhaps: list[str] | None


class NearMiss(Planted):
    """What looks like an overlap and is none."""

    kind: Literal[
        "formula", "housekeeping", "field_word", "stage", "sibling", "statistics", "audit", "assist", "party_name",
        "exception", "lawful_split",
    ]  # fmt: skip


class District(_Model):
    """What was planted in a district; ``also`` are true overlaps that could not be avoided: they are not counted."""

    overlaps: list[Overlap]
    near_misses: list[NearMiss]
    also: list[Planted]


@dataclass(frozen=True, slots=True)
class Hit:
    """The first finding that tells of something planted, and its rank among the overlaps, counted from 1."""

    rank: int
    finding: Finding


def read_planted(folder: Path) -> District:
    """Return what was planted in a district. Raises ValidationError for a ``planted.yaml`` of another form."""
    return District.model_validate(yaml.safe_load((folder / "planted.yaml").read_text(encoding="utf-8")))


def overlaps_found(folder: Path) -> list[Finding]:
    """Return the findings of overlaps in a folder of lists, in rank order."""
    return [one for one in findings_of(folder.glob("*.txt")) if one.kind.startswith("overlap.")]


def first_telling(findings: Iterable[Finding], overlap: Overlap) -> Hit | None:
    """Return the first finding whose nodes hold two places of a plant."""
    return _first(findings, lambda one: len(overlap.places.intersection(map(_place, one.nodes))) > 1)


def first_joining(findings: Iterable[Finding], miss: NearMiss) -> Hit | None:
    """Return the first finding that shows the two places of a near miss as a pair."""
    return _first(findings, lambda one: miss.places in _pairs(one))


def boundary_told(finding: Finding) -> tuple[str, list[Declared]]:
    """Return what a finding says of a boundary (declared, perhaps or none), and the matters that it names."""
    boundary = getattr(finding, "boundary", None)
    if boundary is not None:
        return boundary.answer, list(boundary.matters)
    return ("declared", [finding.declared]) if finding.declared else ("none", [])


def boundary_right(overlap: Overlap, finding: Finding) -> bool:
    """Whether a finding says of the boundary what the plant says."""
    answer, matters = boundary_told(finding)
    if overlap.declared:
        return answer == "declared" and overlap.declared in matters
    return answer == "none" or (answer == "perhaps" and overlap.perhaps is not None)


def main(folder: Path) -> None:
    """Measure and print."""
    planted, findings = read_planted(folder), overlaps_found(folder)
    told = [(one, first_telling(findings, one)) for one in planted.overlaps]
    joined = [(one, first_joining(findings, one)) for one in planted.near_misses]
    found = [(one, hit) for one, hit in told if hit]
    false = sorted(((one, hit) for one, hit in joined if hit), key=lambda row: row[1].rank)
    wrong = [(one, hit) for one, hit in found if not boundary_right(one, hit.finding)]
    sys.stdout.write(
        f"{folder.name}: {len(findings)} overlaps found; in the first {LEADING} and in all:\n"
        f"planted, of {len(told)}: {_leading(found)} and {len(found)}\n"
        f"near misses reported, of {len(joined)}: {_leading(false)} and {len(false)}\n"
        f"boundary told right: {len(found) - len(wrong)} of the {len(found)} planted that were found\n"
    )
    _print("missed", ((one.strength, one, None) for one, hit in told if not hit))
    _print("near misses reported", ((one.kind, one, hit) for one, hit in false))
    _print("boundary told wrong", ((boundary_told(hit.finding)[0], one, hit) for one, hit in wrong))


def _leading(hits: Sequence[tuple[Planted, Hit]]) -> int:
    return sum(hit.rank <= LEADING for _, hit in hits)


def _first(findings: Iterable[Finding], tells: Callable[[Finding], bool]) -> Hit | None:
    return next((Hit(rank, one) for rank, one in enumerate(findings, start=1) if tells(one)), None)


def _place(node: FindingNode) -> Place:
    return Place(source=node.source, line=node.locator["line"])


def _pairs(finding: Finding) -> Iterator[frozenset[Place]]:
    for pair in finding.pairs:
        yield frozenset(_place(finding.nodes[at]) for at in pair)


def _print(title: str, rows: Iterable[tuple[str, Planted, Hit | None]]) -> None:
    table = Table("rank", "", "where", Column("why", overflow="fold"), title=title)
    for label, planted, hit in rows:
        where = "\n".join(
            f"{place.source}:{place.line}" for place in (planted.a, planted.b, planted.c) if place
        )
        table.add_row(str(hit.rank) if hit else "", label, where, planted.why.zh)
    Console(file=sys.stdout, width=110).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Count the planted overlaps that are found.")
    parser.add_argument(
        "--district", type=Path, nargs="*", default=DISTRICTS, help="folders of lists with a planted.yaml"
    )
    for chosen in parser.parse_args().district:
        main(chosen)
