"""The findings output: what detection hands to pages, reports and other systems.

These models are part of the product's public surface (``dutygraph findings --format json``); their JSON Schema is
made from them.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from dutygraph.bilingual import Bilingual

Class = Literal[
    "duplication", "overlap", "fragmentation", "interplay", "boundary", "orphan", "gap", "basis", "load"
]  # fmt: skip
"""GAO-15-49SP has the first three; interplay (常规交叉) is the ordinary work of a cross-cutting body beside a line body. See
the catalogue of kinds in the documentation."""

Severity = Literal["high", "medium", "low"]
Option = Literal[
    "clarify_boundary", "name_lead", "merge", "delete", "delegate", "supplement",
    "correct", "replace", "exchange", "reassign", "confirm_nil",
]  # fmt: skip
"""What an office may do about a finding."""

BESIDE = frozenset({"nearest", "party", "task", "regime"})
"""Roles of nodes that are only shown beside what a finding is about: what comes nearest, and among what something lacks."""

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


class Verdict(_Model):
    """What a person decided about a finding; ``at`` is the time in UTC (ISO 8601)."""

    value: Judgement
    by: str
    at: str
    note: str | None = None


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
    topic: str | None = None
    """Id of the story that it tells a part of: findings about one thing have one topic."""
    sentence: Bilingual
    options: list[Option]
    verdict: Verdict | None


class Findings(_Model):
    """All findings in rank order, the one to look at first first."""

    data_version: str
    """The lists and the rules that the findings were computed from."""
    rules_version: str
    stale: bool = False
    """Whether lists or rules have changed since; ``dutygraph recompute`` brings the findings up to date."""
    findings: list[Finding]


class FindingCard(Findings):
    """One finding, with all that people have said about it."""

    found: bool
    """False when the lists have changed so that it is no longer found; it is kept for its verdicts."""
    history: list[Verdict]
    """The verdicts in the order of time, the last one the one that counts."""
