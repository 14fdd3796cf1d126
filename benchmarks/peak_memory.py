"""The most memory that a process has held, on any system."""

import sys

import psutil


def peak_megabytes() -> float:
    """Return the most megabytes that this process has held at once, or one of its children that have ended."""
    if sys.platform != "win32":
        import resource

        kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        most = max(resource.getrusage(kind).ru_maxrss for kind in kinds)
        return most / (2**20 if sys.platform == "darwin" else 2**10)
    return float(psutil.Process().memory_info().peak_wset) / 2**20
