"""Names of bodies as printed: several in one cell, notes in brackets, the region and level that they carry."""

import re
from dataclasses import dataclass
from typing import Literal

from dutygraph.ingest.names.regions import Region, read_region
from dutygraph.ingest.text import clean

BodyLevel = Literal["national", "province", "prefecture", "county"]

_KINDS = "局|委|厅|办|办公室|委员会|院|中心|大队|支队|所|站|政府|部"
_BREAK = re.compile(
    rf"[、，,；;/\n](?![^（(]*[）)])|(?<=[局委厅办室会院队所站府])(?:和|及|以及|与)(?=[省市区县])"
    rf"|(?<=[局委厅办室会院队所站])(?=[省市区县](?!分局|场|域)[一-鿿]{{1,14}}(?:{_KINDS})(?:[（(]|$|[省市区县]))"
)
"""Where a cell goes on with another body: a separator outside brackets, or 区卫生局|区计生局 without one."""
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
_SHORT = 2
"""Names of two characters that several regions bear (城区) are words as well."""
_PARTY = re.compile(r"^(?:中共|中国共产党)")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body as printed: the rest of its name without region and level, where it is, and the names in its brackets.

    ``region`` is None when the level is known but not which region of that level.
    """

    printed: str
    rest: str
    level: BodyLevel | None
    region: Region | None
    notes: tuple[str, ...]

    @property
    def is_national(self) -> bool:
        """Whether it is a branch of a national body: 中国人民银行衡阳中心支行."""
        return bool(_NATIONAL.match(self.rest))


def split_bodies(cell: str) -> list[str]:
    """Return the bodies that a cell of parties names, as printed, without （主办） and the like; [] if it is blank.

    A unit in brackets belongs to its body: 区人社局（就业局） is one.
    """
    text = re.sub(r"\s*\n\s*", "\n", cell.strip())
    parts = (clean(_ROLE.sub("", clean(part))).strip("：:。 ") for part in _BREAK.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def read_name(printed: str, home: Region | None) -> BodyName:
    """Read the name of a body that a list of the region ``home`` mentions.

    Without a word of region or level it is a body of ``home``; 市 and 省 are those that ``home`` lies in, and
    a branch for ``home`` is a body of ``home``, whoever runs it (市公安局蒸湘分局).
    """
    text = _PARTY.sub("", clean(printed))
    notes = tuple(note for bracket in _NOTE.findall(text) for note in bracket.split("、") if note)
    rest, level, region = _place(_NOTE.sub("", text) or text, home)
    for inner in home.chain if home else ():
        if region is None or region in inner.chain:
            local = _local_part(rest, inner)
            if local:
                return BodyName(printed, local, inner.level, inner, notes)
    if level is None and _NATIONAL.match(rest):
        return BodyName(printed, rest, "national", None, notes)
    if level is None and home:
        level, region = home.level, home
    return BodyName(printed, rest, level, region, notes)


def _place(text: str, home: Region | None) -> tuple[str, BodyLevel | None, Region | None]:
    """Take the words of region and level off the front of a name; level None tells that there are none."""
    chain = home.chain if home else ()
    elsewhere = _place_elsewhere(text, chain)
    if elsewhere:
        return elsewhere
    region: Region | None = None
    while outer := next((r for r in chain if text.startswith(r.name) and len(text) > len(r.name)), None):
        region, text = outer, text[len(outer.name) :]
    if region:
        return text, region.level, region
    if not _LEVEL.match(text):
        return text, None, None
    # 区 is a district; a prefecture that is a 地区 is none.
    region = next((r for r in chain if r.name.endswith(text[0]) and not r.name.endswith("地区")), None)
    return text[1:], region.level if region else _LEVELS[text[0]], region


def _place_elsewhere(text: str, chain: tuple[Region, ...]) -> tuple[str, BodyLevel, Region | None] | None:
    """Read the name of a region that is none of ``chain``: 雁峰区财政局 in a list of 蒸湘区."""
    if chain and text.startswith(chain[0].name):
        return None
    region, end = read_region(text)
    if not 0 < end < len(text) or region in chain or _BODY_WORD.search(text[:end]):
        return None
    if region is None and end <= _SHORT:
        return None
    return text[end:], region.level if region else _LEVELS[text[end - 1]], region


def _local_part(rest: str, region: Region) -> str:
    """Return what a branch for ``region`` is called without its place: 公安蒸湘分局, 国家税务总局某市某区税务局."""
    if _NATIONAL.match(rest) and region.name in rest:
        return rest.partition(region.name)[2]
    short = region.short_name
    if short in rest and (_LOCAL_UNIT.search(rest) or rest.startswith(short)):
        return rest.replace(short, "", 1)
    return ""
