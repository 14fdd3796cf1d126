"""What a person decides about a finding or a topic, and how it is kept and handed on."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, field_validator

from dutygraph.graph.identity import digest
from dutygraph.queries.findings.models import JudgedText, Judgement, Option, Verdict
from dutygraph.queries.findings.review.user_input import UserInput, none_for_empty

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _utc(text: str) -> str:
    """Return a time as all verdicts have it, so that texts sort as times do."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError("a time needs its offset from UTC, as in 2026-01-31T09:00:00+08:00")
    if not 2000 <= time.year < 3000:  # beyond them not every system can tell the local time
        raise ValueError("a time from the years 2000 to 2999 is needed")
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class AnonymousDecision(UserInput):
    """What is said of a finding or topic, and what is to be done about it; an empty text counts as not given."""

    model_config = ConfigDict(extra="forbid")

    value: Judgement
    note: str | None = None
    option: Option | None = None
    """The way to mend it that was chosen."""
    responsible: Name | None = None
    """The body that has to act."""
    due: date | None = None
    """The day by which it has to (ISO 8601)."""

    _blank = field_validator("note", "option", "responsible", "due", mode="before")(none_for_empty)


class Decision(AnonymousDecision):
    """The same with the name of the person who says so."""

    by: Name


class VerdictRecord(Decision):
    """A verdict with what it is about, as it is kept and exported: a line of JSON."""

    finding: Name
    """Id of the finding or topic; the graph need not have it."""
    at: Annotated[str, AfterValidator(_utc)]
    wordings: list[str] | None = None
    """Digest of the texts that were judged, one of each finding; by them a later change is seen."""
    texts: list[JudgedText] | None = None
    """The texts that were judged."""
    score: float | None = Field(default=None, allow_inf_nan=False)
    """The score that was judged; topics have none."""
    evidence: str | None = None
    """Verdicts of older versions have, in the place of ``wordings``, a hash of the evidence."""

    @property
    def id(self) -> str:
        """The same verdict has the same id wherever it is imported."""
        more = (self.option or "", self.responsible or "", str(self.due or ""))
        return f"verdict-{digest(self.finding, self.value, self.by, self.at, self.note or '', *(more if any(more) else ()))}"

    @property
    def verdict(self) -> Verdict:
        """What the findings output shows of it."""
        return Verdict(
            **self.model_dump(include=set(Decision.model_fields)), at=self.at, given_on=self.finding
        )
