"""Where what is computed now does not fit what people have said, or people do not agree."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.evidence import texts_of
from dutygraph.queries.findings.models import Finding, JudgedText, Verdict
from dutygraph.queries.findings.review.current_verdicts import shown
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.verdicts import by_finding, verdict_records
from dutygraph.queries.findings.stored_form import from_payload
from dutygraph.queries.findings.update.write import scores_differ

Conflict = Literal["vanished", "changed", "disagreement"]


class Contradiction(BaseModel):
    """A finding or topic whose verdicts should be looked at again, and why.

    ``vanished``: confirmed, but no longer found. ``changed``: its texts are others now, or, justified or dismissed, its
    score is; the last verdict says on which texts it was given, ``now`` those that stand there. ``disagreement``: the
    last words of people about it differ; whoever is undecided differs with nobody. ``sentence`` is null for a finding
    that this graph never had.
    """

    finding: str
    conflict: Conflict
    sentence: Bilingual | None
    verdicts: list[Verdict]
    now: list[JudgedText] = []


class VerdictReport(BaseModel):
    """All contradictions, by finding."""

    contradictions: list[Contradiction]


def verdict_report(store: GraphStore) -> VerdictReport:
    """Return where what is computed now does not fit the verdicts, in the order of the ids; raises OutdatedFindingsError."""
    now = {row["id"]: row for row in store.read(cypher("judged_findings"))}
    found = [
        _contradiction(id_, conflict, records, now.get(id_))
        for id_, records in sorted(by_finding(verdict_records(store)).items())
        for conflict in _conflicts(records, now.get(id_))
    ]
    return VerdictReport(contradictions=found)


def _contradiction(
    id_: str, conflict: Conflict, records: Sequence[VerdictRecord], now: Row | None
) -> Contradiction:
    outdated = conflict == "changed" and now is not None and _other_texts(records[-1], now)
    return Contradiction(
        finding=id_,
        conflict=conflict,
        sentence=Bilingual(zh=now["zh"], en=now["en"]) if now else None,
        verdicts=[*(record.verdict for record in records[:-1]), shown(records[-1], outdated=outdated)],
        now=_texts(now["payloads"]) if outdated and now else [],
    )


def _texts(payloads: Sequence[str]) -> list[JudgedText]:
    findings = (from_payload(Finding, payload) for payload in payloads)
    return list(dict.fromkeys(text for finding in findings for text in texts_of(finding)))


def _conflicts(records: Sequence[VerdictRecord], now: Row | None) -> Iterator[Conflict]:
    last = records[-1]
    found = now is not None and now["found"]
    if last.value == "confirmed" and not found:
        yield "vanished"
    if now is not None and found and _changed(last, now):
        yield "changed"
    latest_by_person = {record.by: record.value for record in records}
    if len(set(latest_by_person.values()) - {"undecided"}) > 1:
        yield "disagreement"


def _changed(record: VerdictRecord, now: Row) -> bool:
    if record.value == "undecided":
        return False
    other_score = record.score is not None and scores_differ(record.score, now["score"])
    return _other_texts(record, now) or (other_score and record.value != "confirmed")


def _other_texts(record: VerdictRecord, now: Row) -> bool:
    if record.wordings is None:
        return record.evidence is not None and record.evidence != now["evidence"]
    return set(record.wordings) != set(now["wordings"])
