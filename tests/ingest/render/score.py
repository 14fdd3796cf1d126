"""Exact-match micro F1 of reading rendered documents again, against the records they were rendered from.

``python -m tests.ingest.render.score`` prints a row per format and layout: documents, median and lowest F1.
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


def _as_they_are(lists: Lists) -> Lists:
    return lists


@dataclass(frozen=True)
class Layout:
    """How lists are printed as a file, and what such a file says: less than the lists where it has no titles."""

    render: Callable[[Lists], bytes]
    says: Callable[[Lists], Lists] = _as_they_are


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


def main(chosen: Sequence[str]) -> None:
    """Print the table; with names of layouts, also what differs in them."""
    from tests.ingest.render.layouts import LAYOUTS

    sources = source_lists()
    print(f"{'format':<8}{'layout':<28}{'documents':>10}{'median':>9}{'lowest':>9}")  # noqa: T201
    for (suffix, name), layout in LAYOUTS.items():
        if chosen and name not in chosen:
            continue
        found = scores(layout, suffix, sources)
        low = min(found, key=lambda one: found[one])
        print(  # noqa: T201
            f"{suffix[1:]:<8}{name:<28}{len(found):>10}{median(found.values()):>9.4f}{found[low]:>9.4f} {low}"
        )
        if chosen:
            for source, lists in sources.items():
                read = parse_bytes(layout.render(lists), f"{source}{suffix}").lists
                for line in differences(layout.says(lists), read):
                    print(f"  {source[:12]} {line[:160]}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
