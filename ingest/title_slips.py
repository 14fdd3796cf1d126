"""Slips in titles: whether a printed title that nobody knows is a known one with a slip of the pen.

A slip is one wrong, missing or surplus character, two characters exchanged, or, where the register is complete, a
word of two characters left out. Titles of other places, other kinds of instruments, or with a word that makes
another matter of it (进口, 出口) differ on purpose.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.reason import Reason
from ingest.regions import read_region
from ingest.titles import ending_of

_SHORTEST = 6
"""Characters: of shorter titles too many differ in one character and are laws of their own (专利法, 专属法)."""
_EDGE = 3
"""Characters at the beginning or end that a slip leaves alone; titles that share neither are not compared."""
_WORD = 2
_LONGEST_WITH_NUMBER = 4
"""Characters by which titles with the same document number may differ and still be one instrument."""
_APART = (
    "一二三四五六七八九十",
    "进出",
    "内外",
    "上下",
    "大中小",
    "公铁水航海空",
    "省市县乡镇村",
    "男女",
    "新旧",
    "食药",
    "老幼",
)
"""Characters of one group make different matters of two titles, not a slip."""
_EXCHANGED = frozenset("市区县")
_TURNS = re.compile("[非不副总原0-9一二三四五六七八九十]|暂行|试行|实施|补充|修正|临时|特别|监督")
"""Words that, put in or left out, make another instrument."""


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A title that exists, as a key (see ``instrument_key``); ``complete``: all titles of its kind are known."""

    id: str
    key: str
    number: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class TitleSlip:
    """The known title that a printed one seems to stand for; ``score`` is the share of characters that agree."""

    known: KnownTitle
    score: float
    reason: Reason


class TitleMatcher:
    """Finds for a printed title the known one that it differs from by a slip."""

    def __init__(self, known: Iterable[KnownTitle]) -> None:
        """Take the titles that exist; their order does not matter."""
        self._by_key: dict[str, list[KnownTitle]] = defaultdict(list)
        self._by_edge: dict[str, list[KnownTitle]] = defaultdict(list)
        self._pairs: set[str] = set()
        for title in sorted(known, key=lambda title: (title.key, title.id)):
            self._by_key[title.key].append(title)
            self._by_edge["^" + title.key[:_EDGE]].append(title)
            self._by_edge[title.key[-_EDGE:] + "$"].append(title)
            self._pairs.update(map("".join, pairwise(title.key)))

    def same(self, key: str) -> list[KnownTitle]:
        """Return the known titles with this key."""
        return self._by_key.get(key, [])

    def slip(self, key: str, number: str | None) -> TitleSlip | None:
        """Return the known title that a printed one, itself unknown, misprints; None if there is none or several.

        ``number`` is the document number printed with it: that a known title bears it too is evidence.
        """
        found = {slip.known.key: slip for slip in self._slips(key, number)}
        best = sorted(found.values(), key=lambda slip: -slip.score)[:2]
        if not best or (len(best) > 1 and best[0].score == best[1].score):
            return None
        return best[0]

    def _slips(self, key: str, number: str | None) -> Iterator[TitleSlip]:
        for title in (*self._by_edge.get("^" + key[:_EDGE], ()), *self._by_edge.get(key[-_EDGE:] + "$", ())):
            same_number = number is not None and number == title.number
            reason = _slip_between(key, title, same_number)
            if reason and (same_number or not self._is_another_matter(key, title.key)):
                wrong = max(len(part) for part in _differing(key, title.key)[1:])
                yield TitleSlip(title, round(1 - wrong / max(len(key), len(title.key)), 4), reason)

    def _is_another_matter(self, printed: str, known: str) -> bool:
        """Tell whether one character in the first half makes a word that other titles have (公园 for 公路).

        There stands what an instrument is about. 市 and 区 are exempt: one is put for the other mechanically.
        """
        start, wrong, right = _differing(printed, known)
        if not len(wrong) == len(right) == 1 or {wrong, right} <= _EXCHANGED:
            return False
        first = len(_place(printed))
        around = (printed[max(first, start - 1) : start + 1], printed[start : start + 2])
        return start - first < (len(printed) - first) / 2 and not self._pairs.isdisjoint(around)


def _slip_between(printed: str, known: KnownTitle, same_number: bool) -> Reason | None:
    if (
        abs(len(printed) - len(known.key)) > _LONGEST_WITH_NUMBER
        or min(len(printed), len(known.key)) < _SHORTEST
    ):
        return None
    start, wrong, right = _differing(printed, known.key)
    if not _differ_by_slip(printed, known.key, start, wrong, right):
        return None
    reason = _kind_of_slip(wrong, right, known.complete)
    if reason is None and same_number and max(len(wrong), len(right)) <= _LONGEST_WITH_NUMBER:
        reason = Reason(f"“{right}”印作“{wrong}”，文号相同", f"{wrong!r} for {right!r}, with the same number")
    return reason


def _differing(printed: str, known: str) -> tuple[int, str, str]:
    """Return where two titles begin to differ, and the parts in which they differ up to their common end."""
    shorter = min(len(printed), len(known))
    start = next((at for at in range(shorter) if printed[at] != known[at]), shorter)
    tail = next((at for at in range(shorter - start) if printed[-1 - at] != known[-1 - at]), shorter - start)
    return start, printed[start : len(printed) - tail], known[start : len(known) - tail]


def _differ_by_slip(printed: str, known: str, start: int, wrong: str, right: str) -> bool:
    """Tell whether the difference leaves place, kind and matter of the instrument alone."""
    endings = ending_of(printed), ending_of(known)
    if all(endings) and endings[0] != endings[1]:
        return False
    places = _place(printed), _place(known)
    if places[0] != places[1] or start < len(places[0]):
        return False
    if _TURNS.search(wrong) or _TURNS.search(right):
        return False
    return not any(wrong and right and wrong in group and right in group for group in _APART)


def _place(title: str) -> str:
    """Return the region that a title begins with; 城区 is a word, though some place bears the name."""
    _, end = read_region(title)
    return title[:end] if end > _WORD else ""


def _kind_of_slip(wrong: str, right: str, complete: bool) -> Reason | None:
    if len(wrong) == len(right) == 1:
        return Reason(f"“{right}”印作“{wrong}”", f"{wrong!r} for {right!r}")
    if len(wrong) == _WORD and wrong == right[::-1]:
        return Reason(f"“{right}”颠倒为“{wrong}”", f"{wrong!r} for {right!r}: two characters exchanged")
    if not wrong and (len(right) == 1 or (complete and len(right) == _WORD)):
        return Reason(f"漏“{right}”", f"{right!r} is left out")
    if not right and len(wrong) == 1:
        return Reason(f"多“{wrong}”", f"{wrong!r} is too much")
    return None
