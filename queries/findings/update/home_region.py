"""In which region a finding or topic lies, so that those of one region are read by an index."""

from collections.abc import Collection, Iterable

from dutygraph.ingest.names.departments import region_of

SEVERAL = ""
"""Stands for the region of what is about departments of several."""


def home_region(departments: Iterable[str]) -> str:
    """Return the code of the region in which all of some departments (ids) lie, or ``SEVERAL``."""
    regions = {region_of(id_) for id_ in departments}
    return regions.pop() if len(regions) == 1 else SEVERAL


def regions_asked(departments: Collection[str] | None) -> list[str] | None:
    """Return the regions among whose findings those about any of the departments (ids) are; None for all departments."""
    return None if departments is None else sorted({SEVERAL, *map(region_of, departments)})
