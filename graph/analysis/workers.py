"""Regions compared side by side: each in a process of its own, as many at a time as there are processors.

What is dear in an analysis is a function from the texts of a region to what it finds. Such a function needs no database: the
process that holds the store reads the texts, hands them out, and writes the answers in the order of the regions, so that
the graph is the same however many processes there are.
"""

import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from subprocess import PIPE, Popen
from threading import Lock, Thread
from typing import IO, Any, Self, TypeVar, cast

import psutil

from dutygraph.graph.errors import WorkerError
from dutygraph.graph.limits import AnalysisProcesses
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

Texts = TypeVar("Texts")
Found = TypeVar("Found")

_PROGRAM = f"from {__name__} import answer_questions; answer_questions()"
_WORTH = 200
"""Least number of duties outside the largest region for processes to be started: each takes about as long to start as 100
duties of the made-up corpus take to compare."""
_MEGABYTES = 500
"""What a process may take, of which half the free memory has room for so many: 350 MB for a district of 2,000 texts."""


class RegionWorkers:
    """Processes that compare regions, started with the first region; a context that leaves none of them behind."""

    def __init__(self, processes: int = 1) -> None:
        """One process is the running one: no other is started."""
        self._workers = [_WorkerProcess() for _ in range(processes)] if processes > 1 else []
        self._idle: SimpleQueue[_WorkerProcess] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(processes)

    @classmethod
    def for_change(cls, store: GraphStore, touched: Collection[str] | None) -> Self:
        """Return as many as are worth while for the regions of ``touched`` (ids of departments; None for all).

        Raises SettingError.
        """
        ids = None if touched is None else sorted(touched)
        duties = sorted(row["duties"] for row in store.read(cypher("duties_by_region"), {"touched": ids}))
        return cls(min(len(duties), processes_that_fit()) if sum(duties[:-1]) >= _WORTH else 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    def each(self, compare: Callable[[Texts], Found], regions: Iterable[Texts]) -> Iterator[Found]:
        """Yield what ``compare``, a function of a module, finds in the texts of each region, in the order given.

        The texts of a region are asked for when a process is about to be free for it. Raises what ``compare`` raises, and
        WorkerError when a process breaks down.
        """
        if not self._workers:
            yield from map(compare, regions)
            return
        pending: deque[Future[Found]] = deque()
        for texts in regions:
            pending.append(self._threads.submit(self._compared, compare, texts))
            if len(pending) > len(self._workers):
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def _compared(self, compare: Callable[[Texts], Found], texts: Texts) -> Found:
        worker = self._idle.get()
        try:
            found: Found = worker.ask(compare, texts)
        finally:
            self._idle.put(worker)
        return found


ONE_PROCESS = RegionWorkers()
"""The running process alone."""


def processes_that_fit() -> int:
    """Return how many regions may be compared at a time. Raises SettingError."""
    room = int(psutil.virtual_memory().available / 2**20 / 2 / _MEGABYTES)
    return max(1, min(AnalysisProcesses().processes or os.cpu_count() or 1, room))


class _WorkerProcess:
    """A process that answers one question at a time; it starts with the first.

    It loads this module and nothing else: ``multiprocessing`` would run the program that is running, too, as that of a user
    who has not thought of it.
    """

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._closed = False
        self._changing = Lock()

    def ask(self, compare: Callable[[Texts], Found], texts: Texts) -> Found:
        """Return what the process answers, or raise what it raises; WorkerError when it ends instead."""
        questions, answers = _pipes(self._process or self._start())
        try:
            pickle.dump((compare, texts), questions)
            questions.flush()
            answer = pickle.load(answers)  # noqa: S301 - of a process of ours
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise _broken_down() from error
        if isinstance(answer, _Failure):
            raise answer.error
        found: Found = answer
        return found

    def close(self) -> None:
        """End the process for good, also while a thread waits for it or is about to start it."""
        with self._changing:
            self._closed = True
            if self._process:
                self._process.kill()
                self._process.wait()
                for pipe in _pipes(self._process):
                    with suppress(OSError):  # the half of a question
                        pipe.close()

    def _start(self) -> "Popen[bytes]":
        with self._changing:
            if self._closed:
                raise _broken_down()
            found_here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            self._process = Popen(  # noqa: S603 - no words but ours
                [sys.executable, "-P", "-c", _PROGRAM], stdin=PIPE, stdout=PIPE, env=found_here
            )
            return self._process


def _pipes(process: "Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    """Return where a process is asked, and where it answers."""
    return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _broken_down() -> WorkerError:
    return WorkerError(
        zh="比较清单的进程意外退出，可能是内存不足；请减少 DUTYGRAPH_ANALYSIS_PROCESSES 后重试",
        en="a process that compares lists has ended, perhaps for want of memory; lower DUTYGRAPH_ANALYSIS_PROCESSES"
        " and try again",
    )


class _Failure:
    """An error on its way to the process that asked."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def answer_questions() -> None:
    """Answer what comes through the standard input, in a worker process, until nobody holds its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints is no answer
    asked: SimpleQueue[tuple[Callable[[Any], Any], Any]] = SimpleQueue()
    Thread(target=_listen, args=(questions, asked), daemon=True).start()
    while True:
        answers.write(_answer(*asked.get()))
        answers.flush()


def _listen(questions: IO[bytes], asked: "SimpleQueue[tuple[Callable[[Any], Any], Any]]") -> None:
    """Pass on what is asked, and end the process at once when whoever asks has ended."""
    try:
        while True:
            asked.put(pickle.load(questions))  # noqa: S301 - of the process that has started this one
    except (EOFError, OSError):
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _answer(compare: Callable[[Any], Any], texts: Any) -> bytes:
    try:
        return pickle.dumps(compare(texts))
    except Exception as error:  # it is raised where the question was asked
        error.add_note("".join(traceback.format_exception(error)))
        return pickle.dumps(_Failure(error))
