"""Tasks of the event loop for which nobody may wait any more."""

import asyncio
from typing import Any


def retrieve_exception(task: "asyncio.Task[Any]") -> None:
    """Take note of how a task has ended (a done callback), or the event loop logs an error that nobody waited for."""
    if not task.cancelled():
        task.exception()
