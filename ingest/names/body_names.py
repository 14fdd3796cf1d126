"""Names of bodies as printed: several in one cell, names in brackets, words of region and level."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dutygraph.ingest.names.regions import Region, read_region, regions_inside
from dutygraph.ingest.text import OUTSIDE_BRACKETS, clean

BodyLevel = Literal["national", "province", "prefecture", "county"]

_KINDS = "局|委|厅|办|办公室|委员会|院|中心|大队|支队|所|站|政府|部"
_BREAK = re.compile(
    rf"[、，,；;/\n]{OUTSIDE_BRACKETS}|(?<=[局委厅办室会院队所站府])(?:和|及|以及|与)(?=[省市区县])"
    rf"|(?<=[局委厅办室会院队所站])(?=[省市区县](?!分局|场|域)[一-鿿]{{1,14}}(?:{_KINDS})(?:[（(]|$|[省市区县]))"
)
"""The boundary between two bodies in a cell: a separator outside brackets, or none as in 区卫生局|区计生局."""
_ROLE = re.compile(
    r"[（(](?:主办|协办|牵头|配合|主管|协助|负责)(?:单位|部门)?[）)]|^(?:牵头|配合|主办|协办)(?:单位|部门)[：:]"
)
_NOTE = re.compile(r"[（(]([^（()）]*)[）)]")
_LEVEL = re.compile(r"^(?:省|市(?!场|容|民[^政宗防]|政(?!府|法|协|务))|[区县](?!域)|州|旗)(?![直属级])(?=.)")
_LEVELS: dict[str, BodyLevel] = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "区": "county",
    "县": "county",
    "旗": "county",
}
_NATIONAL = re.compile(r"^(?:国家|中央|中国|全国|国务院)")
_LOCAL_UNIT = re.compile(r"(?:分局|大队|中队|支队|所|站|支局|支行|分公司|分中心)$")
_BODY_WORD = re.compile("[局委办厅院]")
_INNER_KINDS = "区县旗"
"""What the names of regions inside an unregistered one end in; 市 would be another city."""
_SHORT = 2
"""Characters of a name that several regions have (城区) and that is an ordinary word as well."""
_COMMITTEE = re.compile("委(?!员会)")
_PARTY = re.compile(r"^(?:中共|中国共产党)")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of a body: as printed, its rest without region and level, its level, its region, the names in brackets.

    ``region`` is None when the name states a level (市) and it is unknown which region of that level is meant.
    """

    printed: str
    rest: str
    level: BodyLevel | None
    region: Region | None
    notes: tuple[str, ...]

    @property
    def is_national(self) -> bool:
        """Whether the body is a branch of a national one: 中国人民银行衡阳中心支行."""
        return bool(_NATIONAL.match(self.rest))


def split_bodies(cell: str) -> list[str]:
    """Return the bodies that a cell of parties names, as printed, without roles such as （主办）; [] for a blank cell.

    A unit in brackets belongs to its body: 区人社局（就业局） is one name.
    """
    text = re.sub(r"\s*\n\s*", "\n", cell.strip())
    parts = (clean(_ROLE.sub("", clean(part))).strip("：:。 ") for part in _BREAK.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def read_name(printed: str, home: Region | None) -> BodyName:
    """Read the name of a body that a list of the region ``home`` prints.

    A name without region or level is that of a body of ``home``; 市 and 省 are the regions that ``home`` lies in; a
    branch for ``home``, or for a registered region inside it (市公安局蒸湘分局), is a body of that region even when a
    higher level runs it.
    """
    text = _PARTY.sub("", clean(printed))
    notes = tuple(note for bracket in _NOTE.findall(text) for note in bracket.split("、") if note)
    rest, level, region = _split_place(_NOTE.sub("", text) or text, home)
    for inner in (*home.chain, *_with_branches(home, rest)) if home else ():
        if region is None or region in inner.chain:
            local = _local_part(rest, inner)
            if local:
                return BodyName(printed, local, inner.level, inner, notes)
    if level is None and _NATIONAL.match(rest):
        return BodyName(printed, rest, "national", None, notes)
    if level is None and home:
        level, region = home.level, home
    return BodyName(printed, rest, level, region, notes)


def full_name(printed: str, region: Region) -> str:
    """Return a printed name of a body of a region as it stands, with the place in front where it is left out.

    A branch that a city or province runs there is called after that (市公安局蒸湘分局, 工商蒸湘分局: 衡阳市…); names in
    brackets and 中共 are left out.
    """
    text = _PARTY.sub("", clean(printed))
    bare = _NOTE.sub("", text) or text
    if _NATIONAL.match(bare):
        return bare
    place, start = _own_place(bare, region.chain)
    if place is None and _LEVEL.match(bare) and (place := _at_level(bare[0], region.chain)):
        start = 1
    if place is None and _local_part(bare, region):
        place = region.parent
    return f"{(place or region).full_name}{bare[start:]}"


def short_name(name: str, region: Region) -> str:
    """Return a body's name, with those in its brackets, without the region that it lies in or those around it.

    An office of the party's committee keeps the level (区委编办).
    """
    bare, bracket, notes = name.partition("（")
    inner = (_without_place(note, region) for note in notes.removesuffix("）").split("、"))
    return _without_place(bare, region) + (f"（{'、'.join(inner)}）" if bracket else "")


def _without_place(name: str, region: Region) -> str:
    start = _own_place(name, region.chain)[1]
    return name[start - 1 :] if start and _COMMITTEE.match(name, start) else name[start:]


def _with_branches(home: Region, rest: str) -> Sequence[Region]:
    """Return the regions inside a prefecture for which the body with this name may be a branch."""
    return regions_inside(home) if home.level == "prefecture" and rest.endswith("分局") else ()


def _split_place(text: str, home: Region | None) -> tuple[str, BodyLevel | None, Region | None]:
    """Return a name without the region and level in front, the level (None without such words), and the region."""
    chain = home.chain if home else ()
    place = _split_inner_place(text, home) or _split_foreign_place(text, chain)
    if place:
        return place
    region, start = _own_place(text, chain)
    text = text[start:]
    if region:
        return text, region.level, region
    if not _LEVEL.match(text):
        return text, None, None
    region = _at_level(text[0], chain)
    return text[1:], region.level if region else _LEVELS[text[0]], region


def _at_level(letter: str, chain: tuple[Region, ...]) -> Region | None:
    """Return the region that 市 or 区 means; a prefecture that is a 地区 is no district."""
    return next((one for one in chain if one.name.endswith(letter) and not one.name.endswith("地区")), None)


def _own_place(text: str, chain: tuple[Region, ...]) -> tuple[Region | None, int]:
    """Return the innermost region of ``chain`` that a name begins with, after those that it lies in, and where that ends."""
    region, start = None, 0
    while outer := next(
        (r for r in chain if text.startswith(r.name, start) and len(text) > start + len(r.name)), None
    ):
        region, start = outer, start + len(outer.name)
    return region, start


def _split_inner_place(text: str, home: Region | None) -> tuple[str, BodyLevel, Region] | None:
    """Return the same for a name of a region inside ``home`` (in a list of 澄漪市 [澄漪市]砚川区民政局), or None.

    Inside a registered region only registered ones count; inside another one, what is called a district or county.
    """
    if home is None or home.level == "county":
        return None
    start = _own_place(text, home.chain)[1]
    region, end = read_region(text, start, home)
    if region is None or not start + _SHORT < end < len(text) or _BODY_WORD.search(text[start:end]):
        return None
    known = region.is_registered if home.is_registered else text[end - 1] in _INNER_KINDS
    return (text[end:], region.level, region) if known else None


def _split_foreign_place(text: str, chain: tuple[Region, ...]) -> tuple[str, BodyLevel, Region | None] | None:
    """Return the same for a name that begins with a region outside ``chain`` (雁峰区财政局 in a list of 蒸湘区), or None."""
    if chain and text.startswith(chain[0].name):
        return None
    region, end = read_region(text)
    if not 0 < end < len(text) or region in chain or _BODY_WORD.search(text[:end]):
        return None
    if region is None and end <= _SHORT:
        return None
    return text[end:], region.level if region else _LEVELS[text[end - 1]], region


def _local_part(rest: str, region: Region) -> str:
    """Return the name of a branch for ``region`` without that region, "" if it is none: 公安蒸湘分局 is 公安分局."""
    if _NATIONAL.match(rest) and region.name in rest:
        return rest.partition(region.name)[2]
    short = region.short_name
    if short in rest and (_LOCAL_UNIT.search(rest) or rest.startswith(short)):
        return rest.replace(short, "", 1)
    return ""
