"""The region that a user states for lists: a name, a code of six digits, or the code of a region that has none of these."""

from difflib import get_close_matches
from functools import cache

from dutygraph.ingest.errors import RegionNameError
from dutygraph.ingest.names.regions import (
    UNREGISTERED,
    Region,
    find_region,
    read_region,
    region_with_code,
    regions_named,
    standing_regions,
)
from dutygraph.ingest.text import clean

_SHOWN = 5
_LIKE = 0.5
"""Share of characters in common (difflib) from which a region is named to a user who wrote none."""


@cache
def stated_region(text: str) -> Region:
    """Return the region that a text means: 衡阳市蒸湘区, 蒸湘, 430408.

    A region that is in no register is taken at its word (云溪市澜江区), unless its name is one character away from a
    registered one; ``x-`` before it says that it is no slip. Raises RegionNameError that names similar regions.
    """
    name = clean(text)
    if registered := region_with_code(name):
        return registered
    region = _named(name.removeprefix(UNREGISTERED))
    if region is None:
        raise _no_region(name)
    if not region.is_registered and not name.startswith(UNREGISTERED):
        length = len(region.full_name)
        if similar := _similar(region.full_name, cutoff=(length - 1) / length):
            raise _misspelt(name, similar)
    return region


def _named(name: str) -> Region | None:
    """Return the region that is called so, by its whole name or without its kind."""
    region, end = read_region(name)
    if region and end == len(name):
        return region
    short = find_region(name)
    return short if short and short.short_name == name else None


def _similar(name: str, cutoff: float) -> list[str]:
    """Return the names of registered regions that are most like a name, each with its code, the nearest first."""
    shown: dict[str, str] = {}
    for region in standing_regions():
        for spelling in (region.full_name, region.name):
            shown.setdefault(spelling, f"{region.full_name}（{region.code}）")
    near = get_close_matches(name, shown, n=_SHOWN, cutoff=cutoff)
    return list(dict.fromkeys(shown[spelling] for spelling in near))


def _no_region(name: str) -> RegionNameError:
    several = [f"{region.full_name}（{region.code}）" for region in regions_named(name)][:_SHOWN]
    if several:
        return RegionNameError(
            zh=f"有几个行政区划叫“{name}”，请写全称或代码，如：{'、'.join(several)}",
            en=f"several regions are called {name!r}; give the full name or the code, as {', '.join(several)}",
        )
    similar = _similar(name, _LIKE)
    return RegionNameError(
        zh=f"没有名称或代码为“{name}”的行政区划，请写全称（如 云溪市澜江区）或六位代码"
        + (f"；相近的有：{'、'.join(similar)}" if similar else ""),
        en=f"there is no region {name!r}; give its full name or its code of six digits"
        + (f"; similar: {', '.join(similar)}" if similar else ""),
    )


def _misspelt(name: str, similar: list[str]) -> RegionNameError:
    return RegionNameError(
        zh=f"行政区划代码表中没有“{name}”，相近的有：{'、'.join(similar)}；"
        f"请写含所属市的全称，如果名称无误，请写 {UNREGISTERED}{name}",
        en=f"no registered region is called {name!r}; similar: {', '.join(similar)}; "
        f"give the full name with its city or, if the name is right, {UNREGISTERED}{name}",
    )
