"""A job as the service reports it, and the file that keeps jobs beyond the end of the service."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dutygraph.bilingual import Bilingual
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.journal import Journal, Line, PatientJournal

JobKind = Literal["read", "remove", "recompute"]
Ending = Literal["done", "failed", "cancelled", "interrupted"]
State = Literal["queued", "running"] | Ending
REMEMBERED = 200
"""So many jobs can be asked about: some weeks of an office, and a file that is read at start in no time."""
_FILE = "jobs.jsonl"

log = logging.getLogger("dutygraph.api")


class Job(BaseModel):
    """A job: ``step`` is what goes on, ``read`` how many of ``files`` are read; ``result`` and ``error`` come at its end.

    ``cancelled``: somebody ended it; ``interrupted``: the service ended before it. What was read is in, whole, and the
    next reading or ``POST /recompute`` computes the findings that are missing; ``stale`` in ``result`` says if any are.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "5f0c9a7d21b3e684",
                    "kind": "read",
                    "who": "reform-office",
                    "created": "2026-11-29T03:40:00Z",
                    "files": ["区档案局责任清单.docx"],
                    "state": "running",
                    "step": "analysis",
                    "read": 1,
                    "result": None,
                    "error": None,
                }
            ]
        }
    )

    id: str
    kind: JobKind
    who: str
    created: str
    files: list[str] = []
    state: State = "queued"
    step: str | None = None
    read: int = 0
    result: dict[str, Any] | None = None
    error: Bilingual | None = None
    service: str = Field(default="", exclude=True)
    """The run of the service that does it."""

    @classmethod
    def new(cls, kind: JobKind, who: str, files: Sequence[str] = ()) -> Self:
        """Return a job that is asked for now, with an id of its own."""
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return cls(id=token_hex(8), kind=kind, who=who, created=now, files=list(files))

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("queued", "running")


class JobFile:
    """The jobs of the last time in a file: a line for each when it is asked for, and one when it has ended."""

    def __init__(self, store: GraphStore) -> None:
        self._journal = PatientJournal(Journal(store.beside(_FILE)))

    def load(self, runs: Callable[[str], bool]) -> tuple[list[Job], list[Job]]:
        """Return the jobs, and those of them that a run of the service took with it, which are now interrupted.

        ``runs`` tells whether a run still goes on. What is not needed any more leaves the file.
        """
        interrupted: list[Job] = []

        def shortened(lines: list[Line]) -> list[Line]:
            jobs = list({job.id: job for job in map(_job, lines) if job}.values())[-REMEMBERED:]
            for n, job in enumerate(jobs):
                if not job.ended and not runs(job.service):
                    jobs[n] = job.model_copy(update={"state": "interrupted", "step": None})
                    interrupted.append(jobs[n])
            return [_line(job) for job in jobs]

        journal = self._journal.journal
        try:
            lines = journal.rewrite(shortened)
        except UnwritableFileError:
            log.exception("the file of jobs was not shortened")
            interrupted.clear()
            lines = shortened(_readable(journal))
        return [Job.model_validate(line) for line in lines], interrupted

    def add(self, job: Job) -> None:
        """Remember a job. Raises UnwritableFileError."""
        self._journal.append(_line(job))

    def end(self, job: Job) -> None:
        """Remember how a job has ended, as soon as the disk can hold it."""
        self._journal.keep(_line(job))


def _readable(journal: Journal) -> list[Line]:
    """Return the lines of a journal; none when it cannot be read: earlier jobs are no reason not to serve."""
    try:
        return journal.read()[0]
    except OSError:
        log.exception("the file of jobs cannot be read")
        return []


def _line(job: Job) -> Line:
    return {**job.model_dump(mode="json"), "service": job.service}


def _job(line: Line) -> Job | None:
    try:
        return Job.model_validate(line)
    except ValidationError:
        log.error("passed over what is no job: %s", str(line)[:200])
        return None
