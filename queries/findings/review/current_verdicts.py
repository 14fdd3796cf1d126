"""Where findings and topics stand after what people have said: by their own verdict, or by what they belong to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, get_args

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.findings.models import Status, Verdict
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.verdicts import verdict_records

STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class CurrentVerdicts:
    """The last verdict on each finding and topic that has one, by id."""

    latest: Mapping[str, VerdictRecord]

    @classmethod
    def of(cls, store: GraphStore) -> Self:
        """Read what people have said last; it is kept while the graph stays."""
        return store.cached(
            "standings", lambda: cls({record.finding: record for record in verdict_records(store)})
        )

    def of_finding(self, row: Row) -> Verdict | None:
        """Return the verdict that counts for a finding, a row of ``finding_by_id`` or ``list_findings``.

        Its own comes before the latest on the overlaps that it gathers, and this before that on its topic.
        """
        gathered = [record for id_ in row["carries"] or () if (record := self.latest.get(id_))]
        own, topic = self.latest.get(row["id"]), self.latest.get(row["topic"] or "")
        record = own or max(gathered, key=lambda one: one.at, default=None) or topic
        if record is None:
            return None
        if record.wordings is None:
            return shown(record, outdated=record.evidence not in (None, row["evidence"]))
        return shown(record, outdated=row["wording"] not in record.wordings)

    def of_topic(self, id_: str, wordings: Collection[str]) -> Verdict | None:
        """Return the verdict on a topic itself, whose members have these wordings."""
        record = self.latest.get(id_)
        return None if record is None else shown(record, outdated=set(record.wordings or ()) != set(wordings))


def shown(record: VerdictRecord, *, outdated: bool) -> Verdict:
    """Return a verdict as answers show it: what was left open need not be confirmed again."""
    if not outdated or record.value == "undecided":
        return record.verdict
    return record.verdict.model_copy(update={"outdated": True, "judged_on": record.texts})


def shown_as_given(history: Sequence[Verdict], latest: Verdict | None) -> list[Verdict]:
    """Return verdicts in the order of time; the last one says what it was given on where this has changed."""
    return [*history[:-1], latest] if history and latest else list(history)


def status_of(verdict: Verdict | None) -> Status:
    """Return where a finding or topic stands after its last verdict."""
    if verdict is None:
        return "open"
    return "to_confirm" if verdict.outdated else verdict.value


def common_status(verdicts: Iterable[Verdict | None]) -> Status:
    """Return where a topic without a verdict of its own stands: where all of its members do, else it is open."""
    statuses = {status_of(verdict) for verdict in verdicts}
    return statuses.pop() if len(statuses) == 1 else "to_confirm" if "to_confirm" in statuses else "open"
