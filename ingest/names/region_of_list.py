"""The region of a list: from its title, or from its text where the title names none (县政府办公室)."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.names.regions import Region, find_region, read_region, regions_inside, regions_named
from dutygraph.ingest.text import clean

_ENOUGH = 2
"""Lines of a text that must name a region before the list is taken to be from there."""
_KIND = re.compile(r"^(?:中共|中国共产党)?([省市区县])")
_NAME_END = re.compile(r"[省市区县州盟旗]")
_LONGEST = 11
_SHORT = 2
_WORD_BEFORE = "驻在年于自由从到及和与、"
"""A name of two characters counts only after these or after no Chinese character: 驻任县, but not 主任县长."""
_HAN = re.compile("[一-鿿]")
_BRANCH = re.compile(r"局(?P<place>[一-鿿]{2,5}?)[市区县旗]?分局")
"""A city's body for one of its districts: 市公安局蒸湘分局."""
_BODY_OF_LEVEL = re.compile(r"(?<![一-鿿])(?P<kind>[区县旗])(?=[一-鿿]{2,16}?[局委办])")
"""A body of the level of the list, as its text calls others: 区财政局."""


@dataclass(frozen=True, slots=True)
class RegionGuess:
    """The region of a list, None unless it is certain, and why."""

    region: Region | None
    reason: Bilingual


def region_of_list(title: str, body_text: str) -> RegionGuess:
    """Tell which region a list is from, by its title, else by what several lines of its text name.

    A place in the text counts when it fits the title (县政府办公室: a county), at least two lines name it, what it
    lies in (its city) is named too, and no other such place comes near.
    """
    region = find_region(title)
    if region:
        reason = Bilingual(f"标题写明“{region.name}”", f"the title names {region.name}")
        return RegionGuess(_with_outer(_of_branch(region, title, body_text), body_text), reason)
    return _by_text(_name_or_kind(clean(title)), body_text)


def _by_text(name_or_kind: str, text: str) -> RegionGuess:
    """Tell the region by the lines of a text, among those of the name or kind that the title states."""
    lines = _lines_by_region(text)
    named = sorted(
        (place for place in lines if _fits(place, name_or_kind) and _is_supported(place, lines)),
        key=lambda place: (-len(lines[place]), place.code),
    )
    if not named:
        return RegionGuess(
            None, Bilingual("标题和正文都没有写明行政区划", "neither title nor text names a region")
        )
    best, *others = named
    if others and 2 * len(lines[others[0]]) > len(lines[best]):
        rivals = "、".join(place.full_name for place in named[:3])
        return RegionGuess(
            None, Bilingual(f"正文提到多个地方：{rivals}", f"the text names several places: {rivals}")
        )
    where = ", ".join(str(line) for line in sorted(lines[best])[:5])
    return RegionGuess(
        best,
        Bilingual(
            f"标题未写地名；正文第{where}行提到{best.name}",
            f"the title names no place; lines {where} name {best.name}",
        ),
    )


def _of_branch(city: Region, title: str, text: str) -> Region:
    """Return the district for which a branch of a city's body works (市公安局蒸湘分局); the city where there is none."""
    branch = _BRANCH.search(title)
    if city.level != "prefecture" or not branch:
        return city
    place = branch["place"]
    if city.is_registered:
        return next((inner for inner in regions_inside(city) if inner.short_name == place), city)
    kinds = Counter(found["kind"] for found in _BODY_OF_LEVEL.finditer(text)).most_common(1)
    return (find_region(f"{city.name}{place}{kinds[0][0]}") if kinds else None) or city


def _with_outer(region: Region, text: str) -> Region:
    """Complete an unregistered district (澜江区) whose city only the text names (云溪市澜江区)."""
    if region.is_registered or region.parent or region.level != "county":
        return region
    printed = re.search(rf"[一-鿿]{{2,3}}市{re.escape(region.name)}", text)
    return (find_region(printed.group()) if printed else None) or region


def _lines_by_region(text: str) -> dict[Region, set[int]]:
    """Return the registered regions that the text names, each with the numbers of the lines that name it."""
    lines: dict[Region, set[int]] = defaultdict(set)
    for number, line in enumerate(text.split("\n"), 1):
        for mark in _NAME_END.finditer(line):
            for region in _ending_at(line, mark.end()):
                lines[region].add(number)
    return lines


def _ending_at(line: str, end: int) -> list[Region]:
    for start in range(max(0, end - _LONGEST), end - 1):
        found = regions_named(line[start:end])
        if found and (end - start > _SHORT or _stands_alone(line, start)):
            return found
    return []


def _stands_alone(line: str, start: int) -> bool:
    return start == 0 or line[start - 1] in _WORD_BEFORE or not _HAN.match(line[start - 1])


def _name_or_kind(title: str) -> str:
    """Return the name in the title that several regions bear (朝阳区), else the kind it begins with (县), else ""."""
    _, end = read_region(title)
    kind = _KIND.match(title)
    return title[:end] or (kind[1] if kind else "")


def _fits(region: Region, name_or_kind: str) -> bool:
    return region.level != "province" and region.name.endswith(name_or_kind)


def _is_supported(region: Region, lines: dict[Region, set[int]]) -> bool:
    return len(lines[region]) >= _ENOUGH and region.parent in lines
