"""What people say about findings and topics: kept apart from what is computed, added to and never overwritten."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.evidence import texts_of, wording
from dutygraph.queries.findings.ids import judged_row, subject_of
from dutygraph.queries.findings.models import Finding, Option
from dutygraph.queries.findings.review.decisions import Decision, VerdictRecord
from dutygraph.queries.findings.review.due import check_due
from dutygraph.queries.findings.review.review_journal import SaidJournal
from dutygraph.queries.findings.stored_form import from_payload

VERDICTS = SaidJournal(
    "verdicts.jsonl",
    "all_verdicts",
    "keep_verdicts",
    Bilingual("核查意见", "verdicts"),
    lambda properties: _record({name: properties.get(name) for name in VerdictRecord.model_fields}),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that was added, and the ids of the findings that stand by it now: a topic's members, or one finding."""

    record: VerdictRecord
    reached: Sequence[str]


def judge(store: GraphStore, id_: str, decision: Decision) -> Judged:
    """Add a verdict to a finding or topic, named by its id or the beginning of it, and return what that changed.

    An id of a topic begins with ``topic-``, also when it is not whole.
    Findings that have a verdict of their own keep it when their topic is judged. Raises UnknownFindingError,
    OutdatedFindingsError, and ArgumentError for a due day that has passed or a way to mend it that no finding offers.
    """
    check_due(decision.due)
    row = judged_row(store, id_, subject_of(id_))
    judged = [from_payload(Finding, payload) for payload in row["payloads"]]
    _check_option(decision.option, judged)
    record = VerdictRecord(
        **decision.model_dump(),
        finding=row["id"],
        at=datetime.now(UTC).isoformat(),
        wordings=sorted({wording(finding) for finding in judged}),
        texts=list(dict.fromkeys(text for finding in judged for text in texts_of(finding))),
        score=row["score"],
    )
    own = {one.finding for one in verdict_records(store)}
    keep_verdicts(store, [record])
    return Judged(record, [id_ for id_ in row["reaches"] if id_ == row["id"] or id_ not in own])


def keep_verdicts(store: GraphStore, records: Iterable[VerdictRecord]) -> None:
    """Put verdicts into the graph, all or none; those that it has are left as they are."""
    VERDICTS.keep_rows(store, ({"id": record.id, "properties": _properties(record)} for record in records))


def verdict_records(store: GraphStore, finding: str | None = None) -> list[VerdictRecord]:
    """Return all verdicts, or those on one finding or topic (its whole id), in the order of time."""
    return [_record(row) for row in store.read(cypher("verdicts"), {"finding": finding})]


def by_finding(records: Iterable[VerdictRecord]) -> dict[str, list[VerdictRecord]]:
    """Return verdicts grouped by finding or topic, in their order."""
    groups: dict[str, list[VerdictRecord]] = defaultdict(list)
    for record in records:
        groups[record.finding].append(record)
    return groups


def _check_option(option: Option | None, judged: Iterable[Finding]) -> None:
    offered = list(dict.fromkeys(one for finding in judged for one in finding.options))
    if option is not None and option not in offered:
        raise ArgumentError(
            zh=f"option 不能是 {option}，可选的有：{'、'.join(offered) or '（无）'}",
            en=f"option cannot be {option} here; offered are: {', '.join(offered) or '(none)'}",
        )


def _properties(record: VerdictRecord) -> Row:
    """A record as properties: texts of several bodies are no value of a property, so they are kept as JSON."""
    properties = record.model_dump(mode="json", exclude_none=True)
    if record.texts is not None:
        properties["texts"] = json.dumps(properties["texts"], ensure_ascii=False)
    return properties


def _record(row: Row) -> VerdictRecord:
    return VerdictRecord.model_validate({**row, "texts": row["texts"] and json.loads(row["texts"])})
