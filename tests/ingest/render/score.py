"""Exact-match micro F1 of reading rendered documents again, against the records they were rendered from.

``python -m tests.ingest.render.score`` prints a row per format, layout and variation (``variations``): documents, median and
lowest F1, worst first, and the median and the worst of all below. ``--quick`` reads one document of the sample in each row;
names of layouts choose these and print what differs.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import DutyList
from tests.ingest.sources import SAMPLE, SEEDS

Lists = Sequence[DutyList]
MEDIAN = 0.98
LOWEST = 0.90
SHARES = 4
MANY = 12
"""Lists of a document that is cut up; those of the sample have fewer."""


def _as_they_are(lists: Lists) -> Lists:
    return lists


@dataclass(frozen=True)
class Layout:
    """How lists are printed as a file, and what such a file says: less than the lists where it has no titles."""

    render: Callable[[Lists], bytes]
    says: Callable[[Lists], Lists] = _as_they_are
    moved: Callable[[Lists], bytes] | None = None
    """The same with breaks in other places, where there are any."""


def source_lists(paths: Sequence[Path] = (*SAMPLE, *SEEDS)) -> dict[str, Lists]:
    """Return the records of the sample and of the real lists by file."""
    return {path.stem: parse_file(path).lists for path in paths}


def f1(wanted: Lists, found: Lists) -> float:
    """Return the micro F1 over all entries."""
    one, other = Counter(entries(wanted)), Counter(entries(found))
    return 2 * (one & other).total() / ((one + other).total() or 1)


def entries(lists: Lists) -> Iterator[str]:
    """Yield every record as one text without white space and place; a part names what it belongs to."""
    for at, found in enumerate(lists):
        names = [found.title, found.department, *found.also_known_as]
        yield _entry("list", at, *names, *found.sections_present, "-", *found.empty_sections)
        for duty in found.duties:
            yield _entry("duty", at, duty.number, duty.text, duty.remark)
            for task in duty.tasks:
                yield _entry("task", at, duty.number, duty.text, task.text, task.office, task.remark)
        for boundary in found.boundaries:
            yield _entry("boundary", at, boundary.number, boundary.matter)
            for p in boundary.parties:
                party = (p.department, p.role, p.division, p.basis, p.case)
                yield _entry("party", at, boundary.number, boundary.matter, *party)
        for regime in found.supervision:
            yield _entry("regime", at, regime.title, regime.targets, *regime.sections)
        for s in found.services:
            yield _entry("service", at, s.number, s.name, s.content, s.handler, s.phone)
        for rule in found.rules:
            yield _entry("rule", at, rule.title)
            for article in rule.articles:
                yield _entry("article", at, rule.title, article.number, article.text)


def _entry(*fields: str | int | None) -> str:
    return "|".join("∅" if field is None else "".join(str(field).split()) for field in fields)


def differences(wanted: Lists, found: Lists) -> Iterator[str]:
    """Yield the entries that were missed (-) and those that are too many (+)."""
    one, other = Counter(entries(wanted)), Counter(entries(found))
    yield from (f"- {entry}" for entry in (one - other).elements())
    yield from (f"+ {entry}" for entry in (other - one).elements())


def scores(layout: Layout, suffix: str, sources: dict[str, Lists]) -> dict[str, float]:
    """Render, read and compare each document."""
    return {
        name: f1(layout.says(lists), parse_bytes(layout.render(lists), f"{name}{suffix}").lists)
        for name, lists in sources.items()
    }


def share(lists: Lists, number: int) -> Lists:
    """Return the lists of a document that the layout of this number prints: of many only every ``SHARES``-th."""
    return lists if len(lists) < MANY else lists[number % SHARES :: SHARES]


@dataclass(frozen=True)
class Row:
    """What is printed of a variation of a layout: the F1 of each document."""

    format: str
    layout: str
    variation: str
    scores: dict[str, float]

    @property
    def worst(self) -> str:
        """The document with the lowest F1."""
        return min(self.scores, key=lambda name: self.scores[name])

    @property
    def lowest(self) -> float:
        return self.scores[self.worst]

    def __str__(self) -> str:
        figures = (
            f"{len(self.scores):>10}{median(self.scores.values()):>9.4f}{self.lowest:>9.4f} {self.worst}"
        )
        return f"{self.format[1:]:<8}{self.layout:<30}{self.variation:<18}{figures}"


def rows(chosen: Sequence[str], sources: dict[str, Lists], *, quick: bool) -> Iterator[Row]:
    """Yield every variation of the chosen layouts (all, if none is), each with its scores.

    Layouts as they are print all lists, their variations a share of them; a quick row is of one document, in turn.
    """
    from tests.ingest.render.variations import AS_PRINTED, every_variation

    for number, (suffix, name, variation, layout) in enumerate(every_variation()):
        if chosen and name not in chosen:
            continue
        printed = {
            source: lists if variation == AS_PRINTED else share(lists, number)
            for source, lists in sources.items()
        }
        if quick:
            printed = dict([list(sources.items())[number % len(sources)]])
        yield Row(suffix, name, variation, scores(layout, suffix, printed))
        if chosen:
            _print_differences(layout, suffix, printed)


def _print_differences(layout: Layout, suffix: str, sources: dict[str, Lists]) -> None:
    for source, lists in sources.items():
        read = parse_bytes(layout.render(lists), f"{source}{suffix}").lists
        for line in differences(layout.says(lists), read):
            print(f"  {source[:12]} {line[:160]}")  # noqa: T201


def main(arguments: Sequence[str]) -> None:
    """Print the table; with names of layouts, before it what differs in them."""
    quick = "--quick" in arguments
    chosen = [one for one in arguments if one != "--quick"]
    found = sorted(
        rows(chosen, source_lists(SAMPLE if quick else (*SAMPLE, *SEEDS)), quick=quick),
        key=lambda row: (row.lowest, median(row.scores.values())),
    )
    every = [score for row in found for score in row.scores.values()]
    print(f"{'format':<8}{'layout':<30}{'variation':<18}{'documents':>10}{'median':>9}{'lowest':>9}")  # noqa: T201
    for row in found:
        print(row)  # noqa: T201
    print(f"{'all':<56}{len(every):>10}{median(every):>9.4f}{min(every):>9.4f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
