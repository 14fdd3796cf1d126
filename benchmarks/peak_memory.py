"""The most memory that a process has held, on any system."""

import sys

import psutil


def peak_megabytes() -> float:
    """Return the most megabytes that this process has held at once, or one of its children that have ended."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most / (2**20 if sys.platform == "darwin" else 2**10)
