"""Regions: the province, prefecture or county that a title names, with its code by GB/T 2260.

The table (regions.csv) holds divisions since 2000, also abolished ones, since lists outlive their districts. A name
that is built like a region's but has no code (a fictional sample, a district newer than the table) becomes an
unregistered region whose code is made of its name.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from dutygraph.ingest.text import clean

Level = Literal["province", "prefecture", "county"]

UNREGISTERED = "x-"
"""Codes of regions without an entry in GB/T 2260 begin with this."""

_LONGEST = 15
"""Characters of the longest name (克孜勒苏柯尔克孜自治州 and the like have fewer)."""
_KIND = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|特区|矿区|[省市区县州盟旗])$")
_PEOPLES = re.compile(
    r"(?<=..)(?:(?:满|回|蒙古|维吾尔|壮|苗|土家|布依|侗|瑶|白|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|"
    r"柯尔克孜|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|裕固|保安|独龙|鄂伦春|彝|藏|朝鲜|各)族|"
    r"蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)+$"
)
_LEAD = re.compile(r"^(?:中共|中国共产党)|(?:关于)?(?:印发|公布|发布)|[：:（(《]")
"""What stands before the region in a title; at the start, or anywhere before it."""
_MADE_UP = re.compile(r"[一-鿿]{2,4}?[省市区县州旗盟](?![级场容])")
_ORDINARY = re.compile(
    r"^(?:[本该我全各市县区省某])|(?:地|辖|社|园|校|景|灾|矿|牧|发|行政|经济|高新|新|示范|功能|保税|开发|规划|城|郊|治)区$|"
    r"(?:城|超|门|股|都|直辖|县级|地级)市$|(?:各|郊)县$"
)
"""Words that end like a region and are none."""


@dataclass(frozen=True, slots=True)
class Region:
    """A province, prefecture or county; ``abolished`` is the year in which it ceased to exist under this name."""

    code: str
    name: str
    level: Level
    parent: "Region | None" = None
    abolished: int | None = None

    @property
    def is_registered(self) -> bool:
        """Whether the region has a code by GB/T 2260."""
        return not self.code.startswith(UNREGISTERED)

    @property
    def full_name(self) -> str:
        """The name below the province, as lists print it: 衡阳市蒸湘区, 重庆市渝中区, 保定市, 河北省."""
        outer = self.parent
        return outer.name + self.name if outer and outer.name[-1] not in "省区" else self.name

    @property
    def short_name(self) -> str:
        """The name without its kind: 蒸湘, 保定, 湘西; a name of one character keeps it (任县)."""
        bare = _KIND.sub("", self.name)
        bare = _PEOPLES.sub("", bare) or bare
        return bare if len(bare) > 1 else self.name

    @property
    def chain(self) -> tuple["Region", ...]:
        """The region and those it lies in, from the inside out."""
        return (self, *self.parent.chain) if self.parent else (self,)


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    name: str
    until: int | None


def find_region(text: str) -> Region | None:
    """Return the region that a title begins with; None if it names none, or several regions bear the name.

    A bare name without its kind (蒸湘) is found when it is the whole text.
    """
    text = clean(text)
    for start in (0, *(match.end() for match in _LEAD.finditer(text))):
        region, end = read_region(text, start)
        if end > start:
            return region
    return _pick(_by_short_name().get(text, []), None) if len(text) > 1 else None


def read_region(text: str, start: int = 0, outer: Region | None = None) -> tuple[Region | None, int]:
    """Read the names 省市区县 that stand one after the other at ``start``; return the innermost, and where it ends.

    (None, end) with end > start tells that a name is there, but several regions bear it. With ``outer``, the names are
    those of regions inside it, and it is returned, with ``start``, when there is none.
    """
    region = outer
    while region is None or region.level != "county":
        name = _name_at(text, start, region)
        if not name:
            break
        start += len(name)
        region = _inner(name, region)
        if region is None:
            break
    return region, start


def regions_named(name: str) -> list[Region]:
    """Return every registered region of that name, standing ones first."""
    rows = sorted(_by_name().get(name, []), key=lambda row: (row.until is not None, row.code))
    return [_region(row) for row in rows]


def region_with_code(code: str) -> Region | None:
    """Return the region that has this code of six digits, or had it last; None if none has."""
    row = _by_code().get(code)
    return _region(row) if row else None


def standing_regions() -> list[Region]:
    """Return every registered region that still exists, by code."""
    return [_region(row) for row in _rows() if row.until is None]


def regions_inside(outer: Region) -> list[Region]:
    """Return the regions that lie directly in ``outer`` and still exist, by code."""
    if not outer.is_registered:
        return []
    return [region for region in standing_regions() if region.parent == outer]


def _name_at(text: str, start: int, outer: Region | None) -> str:
    """Return the longest name of a region inside ``outer`` that stands at ``start``, "" if there is none."""
    if outer is None or outer.is_registered:
        for end in range(min(len(text), start + _LONGEST), start + 1, -1):
            if any(_lies_in(row.code, outer) for row in _by_name().get(text[start:end], [])):
                return text[start:end]
    match = _MADE_UP.match(text, start)
    if match is None or _ORDINARY.search(match.group()):
        return ""
    is_cut = any(text[inner : match.end()] in _by_name() for inner in range(start + 1, match.end() - 2))
    return "" if is_cut else match.group()


def _inner(name: str, outer: Region | None) -> Region | None:
    """Return the region of that name inside ``outer``, made up if it has no code; None if there are several."""
    rows = [row for row in _by_name().get(name, []) if _lies_in(row.code, outer)]
    if rows and (outer is None or outer.is_registered):
        return _pick(rows, outer)
    level: Level = "county"
    if name[-1] == "省":
        level = "province"
    elif name[-1] in "州盟" or (name[-1] == "市" and (outer is None or outer.level == "province")):
        level = "prefecture"
    prefix = outer.name if outer and outer.level == "prefecture" else ""
    return Region(f"{UNREGISTERED}{prefix}{name}", name, level, outer)


def _lies_in(code: str, outer: Region | None) -> bool:
    return outer is None or code.startswith(re.sub("(?:00){1,2}$", "", outer.code))


def _pick(rows: list[_Row], outer: Region | None) -> Region | None:
    """Return the region that is meant: one that stands, else the one abolished last; None if it may be several."""
    pool = [row for row in rows if row.until is None] or sorted(rows, key=lambda row: row.until or 0)[::-1]
    places = {row.code[:4] if row.until else row.code for row in pool}
    return _region(pool[0]) if pool and (outer or len(places) == 1) else None


@cache
def _region(row: _Row) -> Region:
    province, prefecture = row.code[:2] + "0000", row.code[:4] + "00"
    if row.code == province:
        return Region(row.code, row.name, "province", None, row.until)
    outer = _by_code().get(prefecture) if row.code != prefecture else None
    parent = _region(outer or _by_code()[province])
    return Region(row.code, row.name, "prefecture" if row.code == prefecture else "county", parent, row.until)


@cache
def _rows() -> tuple[_Row, ...]:
    with Path(__file__).with_name("regions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            _Row(row["code"], row["name"], int(row["until"]) if row["until"] else None)
            for row in csv.DictReader(file)
        )


@cache
def _by_name() -> dict[str, list[_Row]]:
    names: dict[str, list[_Row]] = {}
    for row in _rows():
        names.setdefault(row.name, []).append(row)
    return names


@cache
def _by_short_name() -> dict[str, list[_Row]]:
    names: dict[str, list[_Row]] = {}
    for row in _rows():
        names.setdefault(_region(row).short_name, []).append(row)
    return names


@cache
def _by_code() -> dict[str, _Row]:
    """Return the name each code has, or had last."""
    return {row.code: row for row in sorted(_rows(), key=lambda row: row.until or 9999)}
