"""In which region a finding or topic lies, so that those of one region are read by an index."""

from collections.abc import Collection, Iterable

from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import region_of

SEVERAL = ""
"""Stands for the region of what is about departments of several."""


def home_region(departments: Iterable[str]) -> str:
    """Return the code of the region in which all of some departments (ids) lie, or ``SEVERAL``."""
    regions = {region_of(id_) for id_ in departments}
    return regions.pop() if len(regions) == 1 else SEVERAL


def asked_about(departments: Collection[str] | None) -> Row:
    """Return the parameters of a question about any of some departments (ids), or about all: ``touched`` and ``regions``."""
    if departments is None:
        return {"touched": None, "regions": None}
    return {"touched": sorted(departments), "regions": sorted({SEVERAL, *map(region_of, departments)})}
