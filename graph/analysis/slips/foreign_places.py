"""Places in running text outside the region of the list and the regions that it lies in."""

import re
from collections.abc import Iterator
from functools import cache

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.home import Home, foreign_words
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.names.regions import Region, regions_named

_END = re.compile(r"(?:(?<=.)[省市州盟旗]|(?<=.)[区县](?!域))(?![场容级])")
_LONGEST = 11
_SHORT = 2
"""Length of names (和县, 城区) that are recognised only behind the name of the region that they lie in."""
_BEYOND_THE_SEA = ("71", "81", "82")
"""Codes of 台湾, 香港 and 澳门, which are left out: services for people from there exist everywhere."""
_BESIDE = 12
"""Number of characters on either side of a place in which a word may show that it is named on purpose."""
_BODY = re.compile(r"[一-鿿]{0,14}?(?:人民政府|委员会|办公室|[局厅院]|委(?![托派员])|办(?![法理]))")
_IN_CASE = 0.5
"""Score of a place in a case, which may well have happened elsewhere; 1 in other texts."""


def foreign_places(text: str, home: Home, *, in_case: bool = False) -> Iterator[TextSlip]:
    """Yield a slip for each province, prefecture or county in a text that is unrelated to ``home``.

    Places named on purpose (对口支援) and names that are ordinary words are left out. ``in_case`` says that the text is a
    case.
    """
    if not home.chain:
        return
    passed = 0
    for mark in _END.finditer(text):
        place = _ending_at(text, passed, mark.end())
        if place is None:
            continue
        start, regions = place
        if not any(home.holds(region) for region in regions) and not _on_purpose(text, start, mark.end()):
            printed = _with_body(text, start, mark.end())
            yield _slip(printed, regions[0], home, start, in_case=in_case)
        passed = mark.end()


def _ending_at(text: str, floor: int, end: int) -> tuple[int, list[Region]] | None:
    """Return the start of the longest name of a place that ends at ``end``, and the places with that name."""
    for start in range(max(floor, end - _LONGEST), end - 1):
        regions = [
            region for region in regions_named(text[start:end]) if not region.code.startswith(_BEYOND_THE_SEA)
        ]
        inside = [
            region for region in regions if region.parent and text.endswith(region.parent.name, 0, start)
        ]
        if inside:
            return start, inside
        if regions and end - start > _SHORT and regions[0].short_name not in _ordinary():
            return start, regions
    return None


def _on_purpose(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return any(word in part for part in around for word in foreign_words()["on_purpose"])


def _with_body(text: str, start: int, end: int) -> str:
    """Return the name of a place with the rest of the body's name that it begins, if it begins one."""
    body = _BODY.match(text, end)
    return text[start : body.end() if body else end]


def _slip(printed: str, region: Region, home: Home, start: int, *, in_case: bool) -> TextSlip:
    zh, en = f"“{region.name}”不属于{home.name}及其上级", f"{region.name} is neither {home.name} nor above it"
    if in_case:
        zh, en = f"案例中的{zh}", f"in a case, {en}"
    score = _IN_CASE if in_case else 1.0
    return TextSlip("foreign", printed, region.name, Bilingual(zh, en), start, score)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(foreign_words()["ordinary"])
