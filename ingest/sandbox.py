"""Reading in processes of their own: a document that takes too long, too much memory or the reader down ends alone.

One thread per process hands it files and watches its time and memory, the same way on every system. Processes answer in
JSON and never in pickles, so that a document that took over its reader could not run code here.
"""

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from time import monotonic
from typing import Literal, cast

import psutil
from pydantic import TypeAdapter

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.granting import grant_by
from dutygraph.ingest.files.limits import check, limits, over_limit
from dutygraph.ingest.files.processes import end, megabytes, readers_that_fit
from dutygraph.ingest.plain_tables import PlainTables
from dutygraph.ingest.reading_options import NO_OPTIONS, ReadingOptions
from dutygraph.ingest.records import Document, Record

_Wanted = Literal["lists", "tables"]
_SPAWN = get_context("spawn")
_AHEAD = 4
"""So many documents per process are read ahead of whoever takes them."""
_START_SECONDS = 60
"""A process that is not ready by then will not be."""
_POLL = 0.05
"""Seconds between two looks at a process; a reader can take some 100 MB of memory in between."""
_SCANNED_PAGE = b"scanned page"
"""What a process says before it recognises one; an answer is JSON."""
_CHILDREN_EVERY = 10
"""Each so many looks count what the process has started as well: a converter grows less fast, and the look costs more."""


class Refused(Record):
    """A file that was not read, and why."""

    file: str
    zh: str
    en: str

    def __str__(self) -> str:
        """One line that names the file and the reason."""
        return f"{self.file}: {self.zh} ({self.en})"


_Read = Document | PlainTables | Refused
"""What a file says as a list, its tables as they are printed, or why it is refused."""
_ANSWER: TypeAdapter[_Read] = TypeAdapter(_Read)


def parse_files(
    paths: Sequence[Path], workers: int | None = None, *, options: ReadingOptions = NO_OPTIONS
) -> Iterator[Document | Refused]:
    """Yield what each file says, or why it is refused, in the order given, while later ones are being read.

    ``workers`` is the most processes, by default one per processor; where memory is short there are fewer.
    Whoever stops early leaves no process behind. Raises SettingError for limits that cannot be, and what
    ``ReadingOptions.check`` raises.
    """
    limits()  # looked at before any process starts, or each would blame its document
    options.check()
    most = min(len(paths), workers or os.cpu_count() or 1, readers_that_fit())
    pending: deque[Future[Document | Refused]] = deque()
    with closing(_Crew(most, options)) as crew:
        for path in paths:
            pending.append(crew.submit(path))
            if len(pending) > most * _AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def tables_of(path: Path) -> PlainTables | Refused:
    """Return the tables of a Word or Excel file as they are printed, or why it is refused."""
    limits()
    worker = _Worker("tables")
    try:
        return cast("PlainTables | Refused", worker.read(path))
    finally:
        worker.close()


class _Crew:
    """Workers that read lists side by side, each with a thread that hands it files."""

    def __init__(self, size: int, options: ReadingOptions) -> None:
        self._workers = [_Worker("lists", options) for _ in range(size)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size or 1)

    def submit(self, path: Path) -> "Future[Document | Refused]":
        """Have a file read when a worker is idle."""
        return self._threads.submit(self._read, path)

    def _read(self, path: Path) -> Document | Refused:
        worker = self._idle.get()
        try:
            return cast("Document | Refused", worker.read(path))
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all workers, also those that read; files that wait are given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()


class _Worker:
    """A process that reads one file at a time; it starts when there is one to read, and anew after it was stopped."""

    _process: SpawnProcess | None = None
    _pipe: Connection

    def __init__(self, wanted: _Wanted, options: ReadingOptions = NO_OPTIONS) -> None:
        self._wanted, self._options = wanted, options
        self._closed = False
        self._changing = Lock()

    def read(self, path: Path) -> _Read:
        """Have a file read, and stop the process when that goes wrong or leaves it large."""
        try:
            if self._process and not self._process.is_alive():  # it ended while idle: no fault of this file
                self._stop()
            process = self._process or self._start()
            self._pipe.send_bytes(os.fsencode(path))
            answer = _ANSWER.validate_json(self._answer(process, path.name))
        except UnreadableDocumentError as error:
            self._stop()
            return _refused(path, error)
        except (EOFError, OSError, ValueError):
            self._stop()
            return _refused(path, _crashed(path.name))
        if _megabytes(process) > limits().memory_megabytes / 2:
            self._stop()
        return answer

    def close(self) -> None:
        """End the process for good, also while another thread waits for it or is about to start it."""
        self._closed = True
        self._stop()

    def _stop(self) -> None:
        """End the process and those it started (a converter, say); does nothing when there is none."""
        with self._changing:
            process, self._process = self._process, None
            if process is None:
                return
            with suppress(psutil.NoSuchProcess):
                end(psutil.Process(process.pid))
            process.join()

    def _start(self) -> SpawnProcess:
        """Start the process and wait until it is ready; raises EOFError when it ends before, or the worker is closed."""
        self._pipe, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_work, args=(theirs, self._wanted, self._options), daemon=True)
        with self._changing:
            if self._closed:
                raise EOFError
            process.start()
            self._process = process
        theirs.close()
        if not self._pipe.poll(_START_SECONDS):
            raise EOFError
        self._pipe.recv_bytes()  # it is ready: what loading Python takes is no document's time
        return process

    def _answer(self, process: SpawnProcess, source: str) -> bytes:
        """Wait for an answer, longer with each scanned page; raises UnreadableDocumentError when a limit is reached first.

        Raises EOFError when the process ends before.
        """
        deadline = monotonic() + limits().seconds
        for scanned in count(1):
            self._watch(process, source, deadline)
            message = self._pipe.recv_bytes()
            if message != _SCANNED_PAGE:
                return message
            check(source, "scanned_pages", scanned)
            deadline += limits().scanned_page_seconds
        raise AssertionError

    def _watch(self, process: SpawnProcess, source: str, deadline: float) -> None:
        """Wait for a message or the end of the process; raises UnreadableDocumentError when a limit is reached first."""
        for look in count(1):
            if self._pipe.poll(_POLL):
                return
            if monotonic() > deadline:
                raise over_limit(source, "seconds")
            check(source, "memory_megabytes", _megabytes(process, with_children=look % _CHILDREN_EVERY == 0))


def _megabytes(process: SpawnProcess, *, with_children: bool = False) -> float:
    """Return the megabytes of memory that a process has; none when it has just ended."""
    try:
        return megabytes(psutil.Process(process.pid), with_children=with_children)
    except psutil.NoSuchProcess:
        return 0


def _refused(path: Path, error: UnreadableDocumentError) -> Refused:
    return Refused(file=str(path), zh=error.text.zh, en=error.text.en)


def _crashed(source: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        source,
        zh="读取程序意外退出，文件可能已损坏或过大，请用原软件打开后另存或拆分",
        en="the reader broke down, the file may be damaged or too large; save it again with its program, or split it",
    )


def _work(pipe: Connection, wanted: _Wanted, options: ReadingOptions) -> None:
    """Read the files whose names come through the pipe, in the worker process, until nobody holds the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    nowhere = os.open(os.devnull, os.O_WRONLY)  # libraries print their complaints, some past sys.stderr
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    import dutygraph.ingest.parse  # noqa: F401 - takes its time to load, so it is loaded before the first file

    grant_by(lambda: pipe.send_bytes(_SCANNED_PAGE))
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"ready")
        while True:
            path = Path(os.fsdecode(pipe.recv_bytes()))
            pipe.send_bytes(_answer(path, wanted, options))


def _answer(path: Path, wanted: _Wanted, options: ReadingOptions) -> bytes:
    from dutygraph.ingest.parse import parse_file  # only worker processes need them
    from dutygraph.ingest.printed_tables import read_tables

    try:
        read = read_tables(path) if wanted == "tables" else parse_file(path, options)
        return _ANSWER.dump_json(read)
    except UnreadableDocumentError as error:
        return _ANSWER.dump_json(_refused(path, error))
    except Exception as error:  # a fault of a reader must not end the other files
        fault = " ".join(repr(error).split())
        zh, en = "程序错误，请将文件反馈给维护者", "a fault of the program; please report it with the file"
        return _ANSWER.dump_json(Refused(file=str(path), zh=f"{zh}：{fault}", en=en))
