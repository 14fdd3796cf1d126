"""The record of every write: who, when, what, on which data, and how it ended."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import Request
from pydantic import BaseModel, ValidationError

from dutygraph.api.jobs.record import Job
from dutygraph.api.security.access import Client
from dutygraph.api.security.tokens import WholeSecond
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.journal import Line, PatientJournal
from dutygraph.parted_journal import PartedJournal
from dutygraph.queries.versions import data_version

AUDIT = "audit.jsonl"
_LAST_LOOK_SECONDS = 1.0
"""So long the record of a job's end waits for the version of the data: the service may be ending as well."""


class AuditRow(BaseModel):
    """One write, or the end of a job.

    ``outcome`` of a write is done, accepted (a job goes on) or the code of the error that ended it. A job gets a second
    row when it ends: done, failed, cancelled or interrupted (by the end of the service).
    """

    at: WholeSecond
    """UTC, ISO 8601."""
    who: str
    """The name of the token; empty for a person at this machine."""
    role: str
    action: str
    target: str
    details: dict[str, Any]
    data_version: str
    """Of the lists that the graph held before the write, or holds at the end of the job; empty if nobody could tell."""
    outcome: str
    request_id: str
    job: str = ""
    """The id of the job that the write is."""


class AuditLog:
    """The record of a graph: it is only ever added to, and nothing is changed that it could not have taken note of."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._journal = PatientJournal(PartedJournal(store.beside(AUDIT)))
        self._accepted: dict[str, AuditRow] = {}

    def check(self) -> None:
        """Raise UnwritableFileError when the record of an earlier write still waits for room on the disk."""
        self._journal.append()

    def accept(self, row: AuditRow) -> None:
        """Record that a job is about to go on. Raises UnwritableFileError."""
        self._journal.append(row.model_dump(mode="json"))
        self._accepted[row.job] = row

    def keep(self, row: AuditRow) -> None:
        """Record what has been done, as soon as the disk can hold it."""
        self._journal.keep(row.model_dump(mode="json"))

    def ended(self, job: Job) -> None:
        """Record how a job has ended, beside the row that says who asked for it."""
        accepted = self._accepted.pop(job.id, None) or self._of_earlier_run(job.id)
        if accepted is not None:
            details = {"error": {"zh": job.error.zh, "en": job.error.en}} if job.error else {}
            news = {
                "at": datetime.now(UTC).replace(microsecond=0),
                "outcome": job.state,
                "details": details,
                "data_version": self._version(),
            }
            self.keep(accepted.model_copy(update=news))

    def _of_earlier_run(self, job: str) -> AuditRow | None:
        """Return the row that says who asked for a job, unless another says how it ended."""
        last = next((row for row in reversed(audit_rows(self._store)[0]) if row.job == job), None)
        return last if last is not None and last.outcome == "accepted" else None

    def _version(self) -> str:
        try:
            return data_version(self._store.limited(_LAST_LOOK_SECONDS))
        except DutygraphError:
            return ""


@dataclass(slots=True)
class RecordedWrite:
    """A write that is being recorded."""

    log: AuditLog
    row: AuditRow

    def accepted(self, job: Job) -> None:
        """Record that it goes on as a job. Raises UnwritableFileError."""
        row = self.row.model_copy(update={"outcome": "accepted", "job": job.id})
        self.log.accept(row)
        self.row = row


@contextmanager
def audited(
    request: Request, actor: Client, action: str, target: str, details: Mapping[str, Any] | None = None
) -> Iterator[RecordedWrite]:
    """Record what is done while the context lasts; an error passes on, with its code in the record.

    Raises UnwritableFileError, before anything is done, when the record cannot be written to.
    """
    store: GraphStore = request.state.store
    row = AuditRow(
        at=datetime.now(UTC),
        who=actor.name,
        role=actor.role,
        action=action,
        target=target,
        details=dict(details or {}),
        data_version=data_version(store),
        outcome="done",
        request_id=request.state.request_id,
    )
    act = RecordedWrite(request.state.audit, row)
    act.log.check()
    try:
        yield act
    except Exception as error:
        code = error.code if isinstance(error, DutygraphError) else "internal"
        act.log.keep(act.row.model_copy(update={"outcome": code}))
        raise
    if not act.row.job:
        act.log.keep(act.row)


def audit_rows(store: GraphStore) -> tuple[list[AuditRow], int]:
    """Return all rows in the order of time, and how many lines of the record are none."""
    lines, damaged = PartedJournal(store.beside(AUDIT)).read()
    rows = [row for row in map(_read, lines) if row]
    return rows, len(damaged) + len(lines) - len(rows)


def _read(line: Line) -> AuditRow | None:
    try:
        return AuditRow.model_validate(line)
    except ValidationError:
        return None
