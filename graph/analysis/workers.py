"""Regions compared side by side: each in a process of its own, as many at a time as there are processors.

What is dear in an analysis is a function from the texts of a region to what it finds. Such a function needs no database: the
process that holds the store reads the texts, hands them out, and writes the answers in the order of the regions, so that
the graph is the same however many processes there are.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import Self, TypeVar

import psutil
from loky.backend.context import get_context
from loky.process_executor import BrokenProcessPool, ProcessPoolExecutor

from dutygraph.free_memory import processes_that_fit
from dutygraph.graph.errors import WorkerError
from dutygraph.graph.limits import AnalysisProcesses
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

Texts = TypeVar("Texts")
Found = TypeVar("Found")

_WORTH = 200
"""Least number of duties outside the largest region for processes to be started: each takes about as long to start as 100
duties of the made-up corpus take to compare."""
_MEMORY = 500 * 2**20
"""Bytes that a process may take: it is 350 MB for a district of 2,000 texts."""


class RegionWorkers:
    """Processes that compare regions, started with the first region; a context that leaves none of them behind.

    Those of loky do not run the program of whoever calls once more, as those of ``multiprocessing`` do.
    """

    def __init__(self, processes: int = 1) -> None:
        """One process is the running one: no other is started."""
        self._processes = processes
        self._pool = _pool(processes) if processes > 1 else None

    @classmethod
    def for_change(cls, store: GraphStore, touched: Collection[str] | None) -> Self:
        """Return as many as are worth while for the regions of ``touched`` (ids of departments; None for all).

        Raises SettingError.
        """
        ids = None if touched is None else sorted(touched)
        duties = sorted(row["duties"] for row in store.read(cypher("duties_by_region"), {"touched": ids}))
        return cls(min(len(duties), _most_processes()) if sum(duties[:-1]) >= _WORTH else 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(kill_workers=True)

    def each(self, compare: Callable[[Texts], Found], regions: Iterable[Texts]) -> Iterator[Found]:
        """Yield what ``compare``, a function of a module, finds in the texts of each region, in the order given.

        The texts of a region are asked for when a process is about to be free for it. Raises what ``compare`` raises, and
        WorkerError when a process breaks down.
        """
        if not self._pool:
            yield from map(compare, regions)
            return
        pending: deque[Future[Found]] = deque()
        try:
            for texts in regions:
                pending.append(self._pool.submit(compare, texts))
                if len(pending) > self._processes:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenProcessPool as error:
            raise _broken_down() from error


ONE_PROCESS = RegionWorkers()
"""The running process alone."""


def _most_processes() -> int:
    """Return how many regions may be compared at a time. Raises SettingError."""
    return min(AnalysisProcesses().processes or os.cpu_count() or 1, processes_that_fit(_MEMORY))


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes, context=get_context("loky"), initializer=_begin, initargs=(os.getpid(),)
    )


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that has started this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def end_with_parent() -> None:
        with suppress(psutil.NoSuchProcess):
            psutil.Process(parent).wait()
        os._exit(1)

    Thread(target=end_with_parent, daemon=True).start()


def _broken_down() -> WorkerError:
    return WorkerError(
        zh="比较清单的进程意外退出，可能是内存不足；请减少 DUTYGRAPH_ANALYSIS_PROCESSES 后重试",
        en="a process that compares lists has ended, perhaps for want of memory; lower DUTYGRAPH_ANALYSIS_PROCESSES"
        " and try again",
    )
