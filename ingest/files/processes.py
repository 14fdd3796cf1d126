"""Processes with their children: the memory they use, how many readers fit into memory, and ending them."""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress

import psutil

from dutygraph.free_memory import processes_that_fit
from dutygraph.ingest.files.limits import MEGABYTE, limits


def megabytes(process: psutil.Process, *, with_children: bool) -> float:
    """Return the megabytes of memory of a process, ``with_children`` also of its descendants; 0 for ended ones.

    Finding the children takes some milliseconds, as every process of the machine is looked at.
    """
    total = 0
    with suppress(psutil.Error):
        total += process.memory_info().rss
        for child in process.children(recursive=True) if with_children else ():
            with suppress(psutil.Error):
                total += child.memory_info().rss
    return total / MEGABYTE


def within_memory(command: Sequence[str]) -> list[str]:
    """Return a command that runs ``command``, of whose processes the system lets none have more memory than the limit.

    Only Linux does so; elsewhere, and for all of them together, whoever watches the reader ends them.
    """
    shell = shutil.which("sh", path=os.defpath)
    if sys.platform != "linux" or shell is None:
        return list(command)
    kilobytes = limits().memory_megabytes * MEGABYTE // 1024
    return [shell, "-c", 'ulimit -d "$0"; exec "$@"', str(kilobytes), *command]


def readers_that_fit() -> int:
    """Return how many readers may run at once, each with the memory of its limit; at least one."""
    return processes_that_fit(limits().memory_megabytes * MEGABYTE)


def end(process: psutil.Process) -> None:
    """Kill a process and its descendants. It is halted before its children are listed, so that it starts no more."""
    with suppress(psutil.Error):
        process.suspend()
    with suppress(psutil.Error):
        for child in process.children():
            end(child)
    with suppress(psutil.Error):
        process.kill()
