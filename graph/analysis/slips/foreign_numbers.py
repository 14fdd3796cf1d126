"""Document numbers of other governments: 冀政办〔2014〕7号 in Hunan, 石政办发 where the numbers begin otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.home import Home, foreign_words
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.laws.document_numbers import find_document_numbers
from dutygraph.ingest.laws.instruments import fold_document_number
from dutygraph.ingest.names.regions import regions_inside

_CODE = re.compile(r"([一-鿿]+)〔")
_GOVERNMENT = re.compile(r".(?:政|府[办发]|委[办发字]|办[发字])")
"""Codes of governments and party committees behind one character, which stands for a place."""


def foreign_numbers(text: str, home: Home, users: Mapping[str, Iterable[str]]) -> Iterator[TextSlip]:
    """Yield a slip for each document number in a text that another government issued.

    The characters of provinces are always recognised, others only for a home whose chain of regions up to the province
    is registered. ``users`` has the names of the regions that use a character; it changes the reason only.
    """
    if not home.chain or "号" not in text:
        return
    for number in find_document_numbers(text):
        folded = fold_document_number(number.text)
        code = _CODE.match(folded)
        if code is None or code[1][0] in home.letters:
            continue
        letter = code[1][0]
        province = _provinces().get(letter)
        if province:
            reason = _of_province(letter, province, home)
            yield TextSlip("foreign", number.text, province, reason, number.start)
        elif home.is_registered and _is_local(letter, folded):
            reason = _of_government(letter, home, users.get(letter, ()))
            yield TextSlip("foreign", number.text, letter, reason, number.start)


def _is_local(letter: str, number: str) -> bool:
    return letter not in foreign_words()["national"] and bool(_GOVERNMENT.match(number))


def _of_province(letter: str, province: str, home: Home) -> Bilingual:
    return Bilingual(
        f"文号以“{letter}”开头，是{province}的，清单属于{home.name}",
        f"numbers that begin with {letter} are of {province}, the list is of {home.name}",
    )


def _of_government(letter: str, home: Home, users: Iterable[str]) -> Bilingual:
    own = "、".join(f"{region.name}" for region in home.chain)
    whose = "、".join(sorted(users)) or "、".join(_namesakes(letter, home))
    return Bilingual(
        f"文号以“{letter}”开头，{own}都不用这个字" + (f"，{whose}才用" if whose else ""),
        f"numbers of {', '.join(region.name for region in home.chain)} do not begin with {letter}"
        + (f", those of {whose} do" if whose else ""),
    )


def _namesakes(letter: str, home: Home) -> list[str]:
    """Return the counties of the same prefecture, else the prefectures of the province, whose names begin so."""
    for outer in home.chain[1:]:
        namesakes = [
            region.name
            for region in regions_inside(outer)
            if region.name.startswith(letter) and not home.holds(region)
        ]
        if namesakes:
            return namesakes
    return []


@cache
def _provinces() -> Mapping[str, str]:
    """Return the names of provinces by their characters, without ambiguous ones."""
    words = foreign_words()
    return {
        letter: name
        for name, letter in words["provinces"].items()
        if letter not in words["ambiguous_provinces"]
    }
