"""Reading the findings that are in the graph: chosen, in rank order, with the latest verdict on each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.bodies import NamedBody, bodies, regions_named
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.ids import finding_row
from dutygraph.queries.findings.models import Finding, FindingCard, Findings, Verdict
from dutygraph.queries.findings.read.facet_index import EntryColumns
from dutygraph.queries.findings.read.selection import EVERYTHING, Entry, ResolvedSelection, Selection
from dutygraph.queries.findings.review.comments import comments_on
from dutygraph.queries.findings.review.current_verdicts import CurrentVerdicts, shown_as_given
from dutygraph.queries.findings.review.verdicts import verdict_records
from dutygraph.queries.findings.stored_form import from_payload
from dutygraph.queries.findings.update.ranking import rank_of_row
from dutygraph.queries.findings.update.versions import (
    Versions,
    computed_versions,
    state_of_findings,
    up_to_date,
)

_LISTED = (
    "id", "kind", "class", "severity", "score", "departments", "department_ids", "sort_key", "evidence", "wording", "topic",
    "carries",
)  # fmt: skip
"""What ``list_findings.cypher`` says of each finding."""
_OF_VERDICTS = ("id", "topic", "carries", "evidence", "wording")
"""What of this tells which verdict counts."""
NEVER = Versions(data="", rules="", registers="", analyses="")


def list_findings(store: GraphStore, selection: Selection = EVERYTHING) -> list[Entry]:
    """Return the findings of a selection in short, in rank order; raises UnknownDepartmentError, UnknownRegionError."""
    return all_findings(store).found(ResolvedSelection.of(store, selection)).listed()


def all_findings(store: GraphStore) -> EntryColumns[Entry]:
    """Return all findings in short, as they are kept: read once for each computation, their verdicts for each revision."""
    return store.cached("findings", lambda: _judged(store))


def _judged(store: GraphStore) -> EntryColumns[Entry]:
    """Put the verdicts that count beside the findings that they reach."""
    read = store.cached(
        "findings without verdicts", lambda: _Read.all(store), partial(state_of_findings, store)
    )
    standings = CurrentVerdicts.of(store)
    rows = {row for id_ in standings.latest for row in read.reached.get(id_, ())}
    verdicts = {row: standings.of_finding(read.rows[row]) for row in rows}
    entries = read.columns.entries
    return read.columns.restated(
        {row: replace(entries[row], verdict=verdict) for row, verdict in verdicts.items()}
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """The findings of the graph: what of each tells its verdict, and the rows that a verdict reaches, by its subject."""

    rows: Sequence[Row]
    columns: EntryColumns[Entry]
    reached: Mapping[str, Sequence[int]]

    @classmethod
    def all(cls, store: GraphStore) -> Self:
        known = bodies(store)
        (found,) = store.read(cypher("list_findings"))
        rows = sorted((dict(zip(_LISTED, one, strict=True)) for one in found["findings"]), key=rank_of_row)
        reached: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            for id_ in (row["id"], row["topic"], *(row["carries"] or ())):
                reached[id_].append(number)
        telling = [{name: row[name] for name in _OF_VERDICTS} for row in rows]
        return cls(telling, EntryColumns([_entry(row, known) for row in rows]), reached)


def read_findings(store: GraphStore, entries: Iterable[Entry]) -> Findings:
    """Return findings whole, in the order of the entries, and whether they are those of the lists as they are."""
    entries = list(entries)
    rows = store.read(cypher("finding_payloads"), {"ids": [entry.id for entry in entries]})
    payloads = {row["id"]: row["payload"] for row in rows}
    versions = computed_versions(store) or NEVER
    return Findings(
        data_version=versions.data,
        rules_version=versions.rules,
        stale=not up_to_date(store),
        findings=[
            _finding(payloads[entry.id], entry.topic, entry.verdict)
            for entry in entries
            if entry.id in payloads
        ],
    )


def stored_findings(store: GraphStore, selection: Selection = EVERYTHING) -> Findings:
    """Return the findings of a selection whole, in rank order; raises UnknownDepartmentError."""
    return read_findings(store, list_findings(store, selection))


def finding_card(store: GraphStore, id_: str) -> FindingCard:
    """Return one finding with its verdict history and comments, also when it is no longer found.

    ``id_`` is the id or a beginning of it that no other has, with or without ``finding-``. Raises UnknownFindingError and
    AmbiguousNameError.
    """
    row = finding_row(store, id_)
    history = [record.verdict for record in verdict_records(store, row["id"])]
    verdict = CurrentVerdicts.of(store).of_finding(row)
    own = verdict if verdict and verdict.given_on == row["id"] else None
    versions = computed_versions(store) or NEVER
    return FindingCard(
        data_version=versions.data,
        rules_version=versions.rules,
        stale=not up_to_date(store),
        findings=[_finding(row["payload"], row["topic"], verdict)],
        found=row["found"],
        history=shown_as_given(history, own),
        comments=comments_on(store, {row["id"]}).get(row["id"], []),
    )


def _entry(row: Row, known: Mapping[str, NamedBody]) -> Entry:
    return Entry(
        id=row["id"],
        kinds=(row["kind"],),
        class_=row["class"],
        severity=row["severity"],
        score=row["score"],
        departments=row["departments"],
        department_ids=row["department_ids"],
        regions=regions_named(row["department_ids"], known),
        topic=row["topic"],
    )


def _finding(payload: str, topic: str | None, verdict: Verdict | None) -> Finding:
    return from_payload(Finding, payload).model_copy(update={"topic": topic, "verdict": verdict})
