"""Institutions and bodies that had been abolished when a list was made (劳动教养 in a list that cites documents of 2014)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.word_files import load_words

_TITLE = re.compile(r"《[^》]{0,120}》?")
_BESIDE = 4
"""Number of characters on either side of a term in which a word may show that it is spoken of as past."""
_PLACE = re.compile(r"(?:^|[省市县区旗州、，；。（(\s及与由])$")
"""What stands before the name of a local body that is no part of a longer one (文化旅游局)."""


def abolished_terms(text: str, year: int | None) -> Iterator[TextSlip]:
    """Yield a slip for each term outside titles that was abolished before ``year``, the year that the list is at least of.

    ``year`` is None where nothing tells it: then nothing is found.
    """
    if year is None:
        return
    for match in _pattern().finditer(_TITLE.sub(lambda title: "　" * len(title[0]), text)):
        term = _terms()[match.group()]
        if int(term["until"][:4]) < year and not _is_past(text, match) and _is_whole(text, match, term):
            yield TextSlip("abolished", match.group(), term["words"][0], _reason(term, year), match.start())


def _is_past(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - _BESIDE) : match.start()], text[match.end() : match.end() + _BESIDE]
    return any(word in part for part in around for word in _table()["past"])


def _is_whole(text: str, match: re.Match[str], term: Mapping[str, Any]) -> bool:
    return not term.get("local") or bool(_PLACE.search(text[max(0, match.start() - 1) : match.start()]))


def _reason(term: Mapping[str, Any], year: int) -> Bilingual:
    instead = term.get("instead")
    local = term.get("local")
    zh = f"已在{term['source']}中撤并" if local else f"已于{term['until']}取消（{term['source']}）"
    return Bilingual(
        zh + (f"，现为{instead['zh']}" if instead else "") + f"；清单不早于{year}年",
        f"abolished in {term['until'][:4]} ({term['source']})"
        + (f", now {instead['en']}" if instead else "")
        + f"; the list is not older than {year}",
    )


@cache
def _table() -> Mapping[str, Any]:
    return dict(load_words(Path(__file__).with_suffix(".yaml")))


@cache
def _terms() -> Mapping[str, Mapping[str, Any]]:
    return {word: term for term in _table()["terms"] for word in term["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_terms(), key=len, reverse=True)))
