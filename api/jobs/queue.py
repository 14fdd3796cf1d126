"""Long work of the service: one job at a time on a graph, others in a short queue, each with its progress."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Any, Literal

from dutygraph.api.jobs.record import REMEMBERED, Job, JobFile
from dutygraph.api.jobs.spool import Spool
from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore

_WAITING = 8
"""So many jobs may wait."""
_FAREWELL_SECONDS = 2.0

log = logging.getLogger("dutygraph.api")


class UnknownJobError(DutygraphError):
    """An id that no job has."""

    status = 404
    code = "unknown_job"


class TooManyJobsError(DutygraphError):
    """More jobs than may wait."""

    status = 503
    code = "too_many_jobs"
    public = Bilingual("已有多个任务在排队，请稍后再试", "several jobs are waiting already; try again later")


class CancelledError(DutygraphError):
    """A job that somebody has cancelled, or that the end of the service cuts off; ``result`` says what it leaves."""

    result: dict[str, Any] | None = None


class JobProgress:
    """How far a job is, as its work reports it, and whether the job is to end."""

    stop: Literal["cancelled", "interrupted"] | None = None
    """As what the job is to end at its next step."""

    def __init__(self, change: Callable[..., None]) -> None:
        self._change = change

    def step(self, name: str) -> None:
        """Tell which step begins. Raises CancelledError when the job is to end; after the last step it is too late."""
        self._change(step=name)
        if name != "end":
            self._go_on()

    def read(self, count: int) -> None:
        """Tell how many files are read. Raises CancelledError when the job is to end."""
        self._change(read=count)
        self._go_on()

    def _go_on(self) -> None:
        if self.stop:
            raise CancelledError(zh="任务已取消", en="the job was cancelled")


Work = Callable[[JobProgress], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Task:
    id: str
    progress: JobProgress
    work: Work
    clear: Callable[[], None]


class Jobs:
    """The jobs of a graph. A thread of its own does them, in the order in which they come; it outlives whatever they meet.

    ``ended`` is called with each job that has ended, also with those that the end of an earlier run cut off.
    """

    def __init__(self, store: GraphStore, spool: Spool, ended: Callable[[Job], None]) -> None:
        self._file, self._spool, self._ended = JobFile(store), spool, ended
        known, interrupted = self._file.load(spool.runs)
        self._jobs = {job.id: job for job in known}
        self._queue: deque[_Task] = deque()
        self._running: _Task | None = None
        self._closed = False
        self._changed = Condition()
        for job in interrupted:
            ended(job)
        self._thread = Thread(target=self._work, name="dutygraph-jobs", daemon=True)
        self._thread.start()

    def submit(
        self,
        job: Job,
        work: Work,
        *,
        clear: Callable[[], None] = lambda: None,
        accepted: Callable[[Job], None] = lambda _: None,
    ) -> Job:
        """Let work be done when its turn comes; ``clear`` is called at its end, however it ends.

        ``accepted`` is called with the job before anything is done. Raises TooManyJobsError, UnwritableFileError and what
        ``accepted`` raises, and then has cleared.
        """
        job = job.model_copy(update={"service": self._spool.service})
        try:
            with self._changed:
                self.check_room()
                self._spool.claim()
                accepted(job)
                self._file.add(job)
                self._jobs[job.id] = job
                self._queue.append(_Task(job.id, self._progress_of(job.id), work, clear))
                self._changed.notify_all()
        except Exception:
            clear()
            raise
        return job

    def check_room(self) -> None:
        """Raise TooManyJobsError when no other job may wait."""
        if len(self._queue) >= _WAITING:
            raise too_many_jobs()

    def find(self, id_: str) -> Job:
        """Return a job as it is now. Raises UnknownJobError."""
        job = self._jobs.get(id_)
        if job is None:
            raise unknown_job(id_)
        return job

    def all(self) -> list[Job]:
        """Return the jobs of the last time, the latest first."""
        return list(reversed(self._jobs.values()))

    def going_on(self) -> Job | None:
        """Return the job in progress, or else the next one that waits; None when there is none."""
        task = self._running or next(iter(list(self._queue)), None)
        return self.find(task.id) if task else None

    def cancel(self, id_: str) -> Job:
        """End a job that waits, and let one that runs end at its next step; return it. Raises UnknownJobError."""
        self.find(id_)
        with self._changed:
            waiting = next((task for task in self._queue if task.id == id_), None)
            if waiting is not None:
                self._queue.remove(waiting)
            elif self._running is not None and self._running.id == id_:
                self._running.progress.stop = "cancelled"
        if waiting is not None:
            self._end(waiting, state="cancelled")
        return self.find(id_)

    def close(self) -> None:
        """End with the service: the job in progress is asked to end; those that wait the next run tells as interrupted."""
        with self._changed:
            self._closed = True
            if self._running is not None:
                self._running.progress.stop = "interrupted"
            self._changed.notify_all()
        self._thread.join(_FAREWELL_SECONDS)

    def _progress_of(self, id_: str) -> JobProgress:
        return JobProgress(lambda **values: self._change(id_, **values))

    def _change(self, id_: str, **values: Any) -> None:
        with self._changed:
            self._jobs[id_] = self._jobs[id_].model_copy(update=values)

    def _work(self) -> None:
        while (task := self._next()) is not None:
            try:
                self._end(task, **self._outcome(task))
            except Exception:
                log.exception("job %s", task.id)
            with self._changed:
                self._running = None

    def _next(self) -> _Task | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._queue)
            self._running = None if self._closed else self._queue.popleft()
        return self._running

    def _outcome(self, task: _Task) -> dict[str, Any]:
        """Do the work and return what that makes of the job."""
        self._change(task.id, state="running")
        try:
            return {"state": "done", "result": task.work(task.progress)}
        except CancelledError as error:
            return {"state": task.progress.stop, "result": error.result}
        except Exception as error:
            log.exception("job %s", task.id)
            if self._closed:  # what it needs may be closed too
                return {"state": "interrupted"}
            words = error.answer if isinstance(error, DutygraphError) else DutygraphError.public
            return {"state": "failed", "error": words}

    def _end(self, task: _Task, **outcome: Any) -> None:
        """Tell that a job has ended, when all that belongs to its end is done."""
        job = self._jobs[task.id].model_copy(update={"step": None, **outcome})
        for last in (task.clear, lambda: self._file.end(job), lambda: self._ended(job)):
            try:
                last()
            except Exception:
                log.exception("at the end of job %s", job.id)
        with self._changed:
            self._jobs[job.id] = job
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        """Forget the oldest jobs that are too many, but none that waits or goes on."""
        surplus = max(0, len(self._jobs) - REMEMBERED)
        for job in [job for job in self._jobs.values() if job.ended][:surplus]:
            del self._jobs[job.id]


def unknown_job(id_: str) -> UnknownJobError:
    """Return the error for an id that no job has."""
    return UnknownJobError(zh=f"没有编号为“{id_}”的任务", en=f"there is no job {id_!r}")


def too_many_jobs() -> TooManyJobsError:
    """Return the error for a job that may not wait."""
    return TooManyJobsError(zh="任务队列已满", en="the queue of jobs is full")
