"""The findings output: what detection hands to pages, reports and other systems.

These models are part of the product's public surface (``dutygraph findings --format json``); their JSON Schema is
made from them.
"""

from datetime import date
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from dutygraph.bilingual import Bilingual

Class = Literal[
    "duplication", "overlap", "fragmentation", "interplay", "possible", "boundary", "orphan", "gap", "basis", "load"
]  # fmt: skip
"""GAO-15-49SP has the first three; interplay (常规交叉) is the ordinary work of a cross-cutting body beside a line body;
possible (可能重叠) is what may be an overlap, and somebody has to look. See the catalogue of kinds in the documentation."""

ON_DEMAND: tuple[Class, ...] = ("interplay", "possible")
"""Classes that pages and reports list on demand, behind all others in this order."""

WHO_DOES_WHAT: tuple[Class, ...] = (
    "duplication", "overlap", "fragmentation", "interplay", "possible", "boundary",
)  # fmt: skip
"""Classes of findings that are about who does what."""

Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[str, ...] = get_args(Severity)
"""The gravest first."""

Option = Literal[
    "clarify_boundary", "name_lead", "merge", "delete", "delegate", "supplement",
    "correct", "replace", "exchange", "reassign", "confirm_nil",
]  # fmt: skip
"""What an office may do about a finding."""

BESIDE = frozenset({"nearest", "party", "peer", "task", "regime"})
"""Roles of nodes that are only shown beside what a finding is about: what comes nearest, and among what something lacks."""

Status = Literal["open", "confirmed", "justified", "dismissed", "undecided", "to_confirm"]
"""What the last verdict says; ``open`` when there is none, ``to_confirm`` when its texts are others now."""

CLOSED: tuple[Status, ...] = ("justified", "dismissed")
"""Somebody has said that nothing is to be done."""

Judgement = Literal["confirmed", "justified", "dismissed", "undecided"]
"""What a person may say about a finding: it is a problem, it has its reason, it is none, or it stays open."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Part(_Model):
    """What a score is made of, with a sentence for the reader."""

    name: str
    value: float
    zh: str
    en: str


class FindingNode(_Model):
    """A node that a finding concerns; the text as printed, with its place."""

    role: str
    kind: str
    id: str
    department: str
    department_id: str = ""
    """The department goes by this id in the graph; in two regions that are called alike, two have one name. Findings that
    an older version has stored have none: what is added to this form is optional, so that they can still be read."""
    text: str
    """As printed: the statement, or, where a citation or a string elsewhere in it counts, the paragraph that holds this."""
    source: str
    locator: dict[str, Any]
    spans: list[tuple[int, int]] = []
    """The stretches of ``text`` that count: start and end of each, in characters."""
    context: str | None = None
    """The statement in which ``text`` stands, where ``text`` is a paragraph of it."""
    matter: str | None = None
    """On Division nodes: the matter, who declares it, and the party as printed."""
    declared_by: str | None = None
    party: str | None = None

    @model_serializer(mode="wrap")
    def _only_what_is_set(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Fields of divisions stand on divisions only, and those of quotations where something is quoted."""
        fields: dict[str, Any] = handler(self)
        for name in ("spans", "context"):
            if not fields[name]:
                del fields[name]
        if self.kind != "Division":
            for name in ("matter", "declared_by", "party"):
                del fields[name]
        return fields


class Declared(_Model):
    """A declared boundary that covers an overlap."""

    matter: str
    declared_by: str


class Searched(_Model):
    """Where a boundary was looked for: so many lists, with so many shared matters in them."""

    lists: int
    matters: int


class BoundaryFound(_Model):
    """Whether a boundary is declared, and by which matters: ``perhaps`` leaves it to a person to compare the nearest."""

    answer: Literal["declared", "perhaps", "none"]
    matters: list[Declared]
    """The best first; none when the answer is ``none``."""
    searched: Searched


class JudgedText(_Model):
    """A text that a verdict rests on, as it was printed, and whose it is."""

    department: str
    text: str


class Verdict(_Model):
    """What a person decided about a finding or a topic; ``at`` is the time in UTC (ISO 8601)."""

    value: Judgement
    by: str
    at: str
    note: str | None = None
    option: Option | None = None
    """The option that was chosen, the body that has to act, and by which day."""
    responsible: str | None = None
    due: date | None = None
    given_on: str | None = None
    """Id of what it was given on: a finding or a topic; it counts for what belongs to this, too."""
    outdated: bool = False
    """Whether the texts are others now than those it was given on, so that it has to be confirmed."""
    judged_on: list[JudgedText] | None = None
    """Where it is outdated: the texts that it was given on; None for a verdict of an older version, which kept none."""


class Comment(_Model):
    """What a department has answered about a finding in a letter; ``at`` is when it was read in, in UTC (ISO 8601)."""

    finding: str
    department: str
    department_id: str
    text: str
    at: str
    source: str
    """The file that was read, and where the answer stands in it."""
    locator: dict[str, Any]


class Finding(_Model):
    """Something to look at: computed and explained, never a verdict by itself."""

    id: str
    """Made of the kind and the nodes, so that it stays over re-reading and re-computation."""
    kind: str
    class_: Class = Field(alias="class")
    severity: Severity
    score: float = Field(ge=0, le=1)
    """Comparable within a kind."""
    parts: list[Part]
    departments: list[str]
    nodes: list[FindingNode]
    pairs: list[tuple[int, int]]
    """Overlaps: which nodes to compare, the strongest pair first."""
    declared: Declared | None
    """The matter that draws the boundary, if ``boundary`` says that it is declared."""
    boundary: BoundaryFound | None = None
    """Overlaps: whether a boundary is declared. Findings that an older version has stored have none."""
    grounds: Bilingual | None = None
    """Why it is as severe as it is, in one line."""
    object: Bilingual | None = None
    """Overlaps: the object that both sides work on, in a few characters."""
    topic: str | None = None
    """Id of the topic that it belongs to, if it tells a story with others. As the rules give it: what it is about."""
    sentence: Bilingual
    options: list[Option]
    verdict: Verdict | None


class Findings(_Model):
    """All findings in rank order, the most important first."""

    data_version: str
    """The lists and the rules that the findings were computed from."""
    rules_version: str
    stale: bool = False
    """Whether lists or rules have changed since; ``dutygraph recompute`` brings the findings up to date."""
    findings: list[Finding]


class Topic(_Model):
    """One story that several findings tell."""

    id: str
    class_: Class = Field(alias="class")
    """That of the member that leads."""
    severity: Severity
    """The gravest of the members that count: what is listed on demand does only where there is nothing else."""
    score: float = Field(ge=0, le=1)
    title: Bilingual
    """What it is about, and what is wrong with it, in a few characters: for labels and whatever else is narrow."""
    sentence: Bilingual
    departments: list[str]
    kinds: list[str]
    boundary: Literal["declared", "perhaps", "none"] | None
    """Whether a boundary is declared, by which ``matters``; null where no member says."""
    matters: list[Declared]
    findings: list[str]
    """Ids of the members, the most important first."""
    verdict: Verdict | None = None
    """What was said of the topic itself; its members may have verdicts of their own."""
    status: Status = "open"
    """What its verdict says, or those of all of its members."""


class Topics(_Model):
    """Topics in rank order, the most important first."""

    data_version: str
    rules_version: str
    stale: bool = False
    topics: list[Topic]


class TopicCard(Topics):
    """One topic with its members and all that people have said about it."""

    found: bool
    """False when its findings have changed so that they make no topic; it is kept for its verdicts."""
    members: list[Finding]
    history: list[Verdict]


class FindingCard(Findings):
    """One finding, with all that people have said about it."""

    found: bool
    """False when the lists have changed so that it is no longer found; it is kept for its verdicts."""
    history: list[Verdict]
    """The verdicts in the order of time, the last one the one that counts."""
    comments: list[Comment] = []
    """What departments have answered about it, in the order of time."""
