"""Exact-match F1 of the parser against hand annotation, for every kind of entry.

``python -m tests.ingest.scoring`` prints the table; with a file name it prints the entries of that file, each as its
annotation (line and hash) with the text beside it, to be checked against the source and pasted into ``gold``.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2s
from pathlib import Path
from typing import Any

from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Document, DutyList
from dutygraph.ingest.word_files import load_words
from tests.ingest.sources import SAMPLE, SEEDS

GOLD = Path(__file__).parent / "gold"
KINDS = ("list", "duty", "task", "boundary", "party", "regime", "service", "rule", "article", "citation")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is compared: kind, line, and all its fields as one text."""

    kind: str
    line: int | None
    text: str
    of: int | None = None
    """The line of the list, on citations: they are annotated for some lists of a document only."""

    @property
    def key(self) -> str:
        """The annotation: the line, and a hash of the text without white space, so that no sentence is stored."""
        bare = "".join(self.text.split())
        return f"{self.line}:{blake2s(bare.encode(), digest_size=4).hexdigest()}"


def entries(document: Document) -> Iterator[Entry]:
    """Yield every record of a document; a part (task, party, article) names the line of what it belongs to."""
    for found in document.lists:
        names = [found.title, found.department, *found.also_known_as]
        sections = [*found.sections_present, "-", *found.empty_sections]
        yield _entry("list", found.locator.line, *names, *sections)
        yield from _tables(found)
        for regime in found.supervision:
            yield _entry("regime", regime.locator.line, regime.title, regime.targets, *regime.sections)
        for rule in found.rules:
            yield _entry("rule", rule.locator.line, rule.title)
            for article in rule.articles:
                yield _entry("article", article.locator.line, rule.locator.line, article.number, article.text)
        for cited in found.citations:
            entry = _entry("citation", cited.locator.line, cited.title, cited.document_number, cited.articles)
            yield replace(entry, of=found.locator.line)


def _tables(found: DutyList) -> Iterator[Entry]:
    for duty in found.duties:
        yield _entry("duty", duty.locator.line, duty.number, duty.text, duty.remark)
        for task in duty.tasks:
            yield _entry("task", task.locator.line, duty.locator.line, task.text, task.office, task.remark)
    for boundary in found.boundaries:
        yield _entry("boundary", boundary.locator.line, boundary.number, boundary.matter)
        for p in boundary.parties:
            place = (p.locator.line, boundary.locator.line)
            yield _entry("party", *place, p.department, p.division, p.basis, p.case)
    for service in found.services:
        fields = (service.number, service.name, service.content, service.handler, service.phone)
        yield _entry("service", service.locator.line, *fields)


def _entry(kind: str, line: int | None, *fields: str | int | None) -> Entry:
    return Entry(kind, line, "|".join("∅" if field is None else str(field) for field in fields))


@dataclass(slots=True)
class Score:
    """Counts of one kind of entry: right, found but wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def score(paths: list[Path]) -> dict[str, Score]:
    """Compare the files that have an annotation with it; returns the score of each kind, and of all together."""
    scores = {kind: Score() for kind in (*KINDS, "all")}
    for path in paths:
        gold: dict[str, Any] = load_words(GOLD / f"{path.stem}.yaml")
        annotated = gold.get("citation_lists", ())
        found = {kind: Counter[str]() for kind in KINDS}
        for entry in entries(parse_file(path)):
            if entry.kind != "citation" or entry.of in annotated:
                found[entry.kind][entry.key] += 1
        for kind in KINDS:
            wanted = Counter((gold.get(kind) or "").split())
            for name in (kind, "all"):
                scores[name].right += (wanted & found[kind]).total()
                scores[name].wrong += (found[kind] - wanted).total()
                scores[name].missed += (wanted - found[kind]).total()
    return scores


def table(scores: dict[str, Score]) -> str:
    """Return the scores as a table of plain text."""
    rows = [f"{'kind':<10}{'right':>7}{'wrong':>7}{'missed':>8}{'F1':>8}"]
    rows += [
        f"{kind:<10}{one.right:>7}{one.wrong:>7}{one.missed:>8}{one.f1:>8.4f}" for kind, one in scores.items()
    ]
    return "\n".join(rows)


def main(names: list[str]) -> None:
    """Print the table, or the entries of the named files."""
    for name in names:
        for entry in entries(parse_file(Path(name))):
            print(f"{entry.kind:<9}{entry.key:<16}{entry.text}")  # noqa: T201
    if not names:
        for title, paths in (("real lists", SEEDS), ("sample", SAMPLE)):
            print(f"{title}\n{table(score(paths))}\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
