"""Where what is computed now does not fit what people have said, or people do not agree."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Verdict
from dutygraph.queries.findings.verdicts import VerdictRecord, by_finding, verdict_records
from dutygraph.queries.findings.write import scores_differ

Conflict = Literal["vanished", "changed", "disagreement"]


class Contradiction(BaseModel):
    """A finding whose verdicts should be looked at again, and why.

    ``vanished``: confirmed, but no longer found. ``changed``: justified or dismissed, but its evidence or score is
    another now. ``disagreement``: the last words of people about it differ; whoever is undecided differs with nobody.
    ``sentence`` is null for a finding that this graph never had.
    """

    finding: str
    conflict: Conflict
    sentence: Bilingual | None
    verdicts: list[Verdict]


class VerdictReport(BaseModel):
    """All contradictions, by finding."""

    contradictions: list[Contradiction]


def verdict_report(store: GraphStore) -> VerdictReport:
    """Return where what is computed now does not fit the verdicts, in the order of the findings' ids."""
    now = {row["id"]: row for row in store.read(cypher("judged_findings"))}
    found = [
        Contradiction(
            finding=id_,
            conflict=conflict,
            sentence=Bilingual(zh=now[id_]["zh"], en=now[id_]["en"]) if id_ in now else None,
            verdicts=[record.verdict for record in records],
        )
        for id_, records in sorted(by_finding(verdict_records(store)).items())
        for conflict in _conflicts(records, now.get(id_))
    ]
    return VerdictReport(contradictions=found)


def _conflicts(records: Sequence[VerdictRecord], now: Row | None) -> Iterator[Conflict]:
    last = records[-1]
    found = now is not None and now["found"]
    if last.value == "confirmed" and not found:
        yield "vanished"
    if last.value in ("justified", "dismissed") and now is not None and found and _changed(last, now):
        yield "changed"
    latest_by_person = {record.by: record.value for record in records}
    if len(set(latest_by_person.values()) - {"undecided"}) > 1:
        yield "disagreement"


def _changed(record: VerdictRecord, now: Row) -> bool:
    other_evidence = record.evidence is not None and record.evidence != now["evidence"]
    other_score = record.score is not None and scores_differ(record.score, now["score"])
    return other_evidence or other_score
