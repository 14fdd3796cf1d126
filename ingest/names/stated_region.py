"""The region that a user states for lists: a name, a code of six digits, or ``x-`` and the name of an unregistered one."""

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

_MOST_SUGGESTIONS = 5
_LIKE = 0.5
"""Ratio of difflib from which a region is suggested for a name that is none."""


@cache
def stated_region(text: str) -> Region:
    """Return the region that a text means: 衡阳市蒸湘区, 蒸湘, 430408.

    A name that is not registered (云溪市澜江区) gives an unregistered region, unless it differs by one character from a
    registered name and has no ``x-`` in front. Raises RegionNameError that names similar regions.
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
    """Return the region of this name, with its kind (蒸湘区) or without (蒸湘); None if there is none."""
    region, end = read_region(name)
    if region and end == len(name):
        return region
    short = find_region(name)
    return short if short and short.short_name == name else None


def _similar(name: str, cutoff: float) -> list[str]:
    """Return the registered regions most like a name, each as name（code）, the most similar first."""
    labels: dict[str, str] = {}
    for region in standing_regions():
        for spelling in (region.full_name, region.name):
            labels.setdefault(spelling, f"{region.full_name}（{region.code}）")
    near = get_close_matches(name, labels, n=_MOST_SUGGESTIONS, cutoff=cutoff)
    return list(dict.fromkeys(labels[spelling] for spelling in near))


def _no_region(name: str) -> RegionNameError:
    several = [f"{region.full_name}（{region.code}）" for region in regions_named(name)][:_MOST_SUGGESTIONS]
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
