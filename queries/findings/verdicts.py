"""What people say about findings: kept apart from what is computed, added to and never overwritten."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.mistakes import words_with_place
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.ids import finding_row
from dutygraph.queries.findings.models import Judgement, Verdict

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _utc(text: str) -> str:
    """Return a time as all verdicts have it, so that texts sort as times do."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError("a time needs its offset from UTC, as in 2026-01-31T09:00:00+08:00")
    if not 2000 <= time.year < 3000:  # beyond them not every system can tell the local time
        raise ValueError("a time from the years 2000 to 2999 is needed")
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class VerdictRecord(BaseModel):
    """A verdict with what it is about, as it is kept and exported: a line of JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    finding: Name
    """Id of the finding; the graph need not have it."""
    value: Judgement
    by: Name
    at: Annotated[str, AfterValidator(_utc)]
    note: str | None = None
    evidence: str | None = None
    """Hash of the evidence that was judged, and the score it had: a later change is seen by them."""
    score: float | None = Field(default=None, allow_inf_nan=False)

    @property
    def id(self) -> str:
        """The same verdict has the same id wherever it is imported."""
        return f"verdict-{digest(self.finding, self.value, self.by, self.at, self.note or '')}"

    @property
    def verdict(self) -> Verdict:
        """What the findings output shows of it."""
        return Verdict(value=self.value, by=self.by, at=self.at, note=self.note)


def judge(store: GraphStore, id_: str, value: str, *, by: str, note: str | None = None) -> VerdictRecord:
    """Add a verdict to a finding, named by its id or the beginning of it, and return it.

    Raises UnknownFindingError; ArgumentError for a value that is none, or without a name.
    """
    row = finding_row(store, id_)
    try:
        record = VerdictRecord.model_validate(
            {
                "finding": row["id"],
                "value": value,
                "by": by,
                "at": datetime.now(UTC).isoformat(),
                "note": note,
                "evidence": row["evidence"],
                "score": row["score"],
            }
        )
    except ValidationError as error:
        words = [words_with_place(mistake) for mistake in error.errors()]
        raise ArgumentError(zh="；".join(w.zh for w in words), en="; ".join(w.en for w in words)) from error
    keep_verdicts(store, [record])
    return record


def keep_verdicts(store: GraphStore, records: Iterable[VerdictRecord]) -> None:
    """Put verdicts into the graph, all or none; those that it has are left as they are."""
    rows = [{"id": record.id, "properties": record.model_dump(exclude_none=True)} for record in records]
    store.write(lambda tx: tx.run(cypher("keep_verdicts"), {"rows": rows}))


def verdict_records(store: GraphStore, finding: str | None = None) -> list[VerdictRecord]:
    """Return all verdicts, or those on one finding (its whole id), in the order of time."""
    return [VerdictRecord(**row) for row in store.read(cypher("verdicts"), {"finding": finding})]


def latest_verdicts(store: GraphStore) -> dict[str, Verdict]:
    """Return the last verdict on each finding that has one, by the id of the finding."""
    return {record.finding: record.verdict for record in verdict_records(store)}


def by_finding(records: Iterable[VerdictRecord]) -> dict[str, list[VerdictRecord]]:
    """Return verdicts grouped by finding, in their order."""
    groups: dict[str, list[VerdictRecord]] = defaultdict(list)
    for record in records:
        groups[record.finding].append(record)
    return groups
