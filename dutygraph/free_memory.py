"""How many processes the free memory has room for."""

import psutil

_SHARE = 0.5
"""Share of the free memory for all of them together; the rest is for the database and everything else."""


def processes_that_fit(each: int) -> int:
    """Return how many processes may run at once that take so many bytes each; at least one."""
    return max(1, int(psutil.virtual_memory().available * _SHARE / each))
