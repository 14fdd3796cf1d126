"""The findings of a report in the order in which a leader reads them: what was confirmed, what is open, what is closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dutygraph.queries.findings.models import Finding, Topic, Verdict
from dutygraph.queries.findings.read.report_data import ReportData
from dutygraph.queries.findings.review.current_verdicts import status_of

Part = Literal["confirmed", "waiting", "closed"]
PARTS: tuple[Part, ...] = get_args(Part)
_PART_OF: Mapping[str, Part] = {"confirmed": "confirmed", "justified": "closed", "dismissed": "closed"}


@dataclass(frozen=True, slots=True)
class Story:
    """Findings of one part of a report that tell one story: those of a topic, or one that stands alone."""

    topic: Topic | None
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Extent:
    """How many stories of each part, and findings of each story, a report tells with their texts; others are listed."""

    stories: int
    findings: int


ON_SCREEN = Extent(200, 1000)
ON_PAPER = Extent(5, 3)
"""A finding takes half a page, and a leader reads twenty or thirty; the rest is found in the other forms by its number."""


@dataclass(frozen=True, slots=True)
class ReformTask:
    """What a verdict asks for: the item of the report in which it stands, the verdict, and the findings it reaches."""

    item: int
    verdict: Verdict
    findings: Sequence[Finding]


def part_of(finding: Finding) -> Part:
    """Return the part of a report in which a finding stands; what nobody has closed or confirmed for good waits."""
    return _PART_OF.get(status_of(finding.verdict), "waiting")


def stories(data: ReportData, part: Part) -> list[Story]:
    """Return the stories of a part in rank order, that of a story being the rank of its first finding."""
    groups: dict[str, list[Finding]] = {}
    for finding in data.findings.findings:
        if part_of(finding) == part:
            groups.setdefault(finding.topic or finding.id, []).append(finding)
    return [Story(data.topics.get(id_), findings) for id_, findings in groups.items()]


def tasks(confirmed: Iterable[Story]) -> list[ReformTask]:
    """Return a task for each verdict on confirmed stories, by the day they are due; those without a day come last.

    A verdict on a topic is one task, however many findings it reaches.
    """
    given: dict[tuple[str | None, str], tuple[int, Verdict, list[Finding]]] = {}
    for item, story in enumerate(confirmed, start=1):
        for finding in story.findings:
            if verdict := finding.verdict:
                key = (verdict.given_on, verdict.at)
                given.setdefault(key, (item, verdict, []))[2].append(finding)
    found = [ReformTask(*one) for one in given.values()]
    return sorted(found, key=lambda task: (task.verdict.due or date.max, task.item))
