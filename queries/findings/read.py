"""Reading the findings that are in the graph: chosen, in rank order, with the latest verdict on each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.ids import finding_row
from dutygraph.queries.findings.models import Class, Finding, FindingCard, Findings, Severity, Verdict
from dutygraph.queries.findings.ranking import Rank, rank, standing
from dutygraph.queries.findings.verdicts import latest_verdicts, verdict_records
from dutygraph.queries.findings.versions import Versions, computed_versions, up_to_date

Status = Literal["open", "confirmed", "justified", "dismissed", "undecided"]
"""What a person last said about a finding; ``open`` when nobody has said anything."""
STATUSES: tuple[Status, ...] = get_args(Status)

_NEVER = Versions(data="", rules="", registers="")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings to look at; what is empty or None does not choose. ``department`` is a name, alias or id."""

    kinds: Sequence[str] = ()
    department: str | None = None
    severity: Severity | None = None
    status: Status | None = None
    min_score: float | None = None


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in short, as lists and counts need it."""

    id: str
    kind: str
    class_: Class
    severity: Severity
    score: float
    departments: Sequence[str]
    verdict: Verdict | None


def list_findings(store: GraphStore, selection: Selection = EVERYTHING) -> list[Entry]:
    """Return the findings of a selection in short, in rank order; raises UnknownDepartmentError."""
    parameters = {
        "kinds": list(selection.kinds) or None,
        "department": department_id(store, selection.department) if selection.department else None,
        "severity": selection.severity,
        "min_score": selection.min_score,
    }
    judged = latest_verdicts(store)
    rows = sorted(store.read(cypher("list_findings"), parameters), key=_rank)
    entries = (_entry(row, judged.get(row["id"])) for row in rows)
    return [entry for entry in entries if selection.status in (None, status_of(entry.verdict))]


def read_findings(store: GraphStore, entries: Iterable[Entry]) -> Findings:
    """Return findings whole, in the order of the entries, and whether they are those of the lists as they are."""
    entries = list(entries)
    rows = store.read(cypher("finding_payloads"), {"ids": [entry.id for entry in entries]})
    payloads = {row["id"]: row["payload"] for row in rows}
    versions = computed_versions(store) or _NEVER
    return Findings(
        data_version=versions.data,
        rules_version=versions.rules,
        stale=not up_to_date(store),
        findings=[_finding(payloads[entry.id], entry.verdict) for entry in entries if entry.id in payloads],
    )


def stored_findings(store: GraphStore, selection: Selection = EVERYTHING) -> Findings:
    """Return the findings of a selection whole, in rank order; raises UnknownDepartmentError."""
    return read_findings(store, list_findings(store, selection))


def finding_card(store: GraphStore, id_: str) -> FindingCard:
    """Return one finding with its verdict history, also when it is no longer found.

    ``id_`` is the id or a beginning of it that no other has, with or without ``finding-``. Raises UnknownFindingError.
    """
    row = finding_row(store, id_)
    history = [record.verdict for record in verdict_records(store, row["id"])]
    versions = computed_versions(store) or _NEVER
    return FindingCard(
        data_version=versions.data,
        rules_version=versions.rules,
        stale=not up_to_date(store),
        findings=[_finding(row["payload"], history[-1] if history else None)],
        found=row["found"],
        history=history,
    )


def status_of(verdict: Verdict | None) -> Status:
    """Return where a finding stands after its last verdict."""
    return verdict.value if verdict else "open"


def _rank(row: Row) -> Rank:
    place = standing(row["class"], row["severity"])
    return rank(row["kind"], place, row["score"], row["sort_key"], row["id"])


def _entry(row: Row, verdict: Verdict | None) -> Entry:
    return Entry(
        row["id"], row["kind"], row["class"], row["severity"], row["score"], row["departments"], verdict
    )


def _finding(payload: str, verdict: Verdict | None) -> Finding:
    return Finding.model_validate_json(payload).model_copy(update={"verdict": verdict})
