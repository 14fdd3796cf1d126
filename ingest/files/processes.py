"""Processes with all that they started: how much memory they have, how many may run together, and their end."""

from contextlib import suppress

import psutil

from dutygraph.ingest.files.limits import MEGABYTE, limits

_SHARE = 0.5
"""Of the memory that is free, for all readers together; the database and everything else get the rest."""


def megabytes(process: psutil.Process, *, with_children: bool) -> float:
    """Return the megabytes of memory that a process has, and all below it if asked; 0 for what has just ended.

    Children cost a look at every process of the machine, some milliseconds.
    """
    total = 0
    with suppress(psutil.Error):
        total += process.memory_info().rss
        for child in process.children(recursive=True) if with_children else ():
            with suppress(psutil.Error):
                total += child.memory_info().rss
    return total / MEGABYTE


def readers_that_fit() -> int:
    """Return how many readers may run together, each with the memory of its limit; at least one."""
    free = psutil.virtual_memory().available / MEGABYTE
    return max(1, int(free * _SHARE / limits().memory_megabytes))


def end(process: psutil.Process) -> None:
    """Kill a process with all below it. It is halted before its children are listed, so that it starts no other one."""
    with suppress(psutil.Error):
        process.suspend()
    with suppress(psutil.Error):
        for child in process.children():
            end(child)
    with suppress(psutil.Error):
        process.kill()
