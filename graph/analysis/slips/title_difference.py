"""The difference of two titles: a slip of the pen, or another instrument.

A slip is one wrong, missing or surplus character, two characters exchanged, or, where the register is complete, a word
of two characters left out. Titles of other places or other kinds of instruments, or with a word of another subject
(进口, 出口), are other instruments.
"""

import re
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.laws.titles import ending_of
from dutygraph.ingest.names.regions import read_region

_WORD = 2
_LONGEST_WITH_NUMBER = 4
"""Greatest number of characters in which titles of one instrument with the same document number differ."""
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
"""Groups of characters that stand for different subjects, so that one for another is no slip."""
_TURNS = re.compile("[非不副总原0-9一二三四五六七八九十]|暂行|试行|实施|补充|修正|临时|特别|监督")
"""Words that make another instrument when put in or left out."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The stretch in which two titles differ: its start, and the text of either title there."""

    start: int
    wrong: str
    right: str

    @property
    def length(self) -> int:
        """The length of the longer text, in characters."""
        return max(len(self.wrong), len(self.right))


def difference(printed: str, registered: str) -> Difference:
    """Return the difference between the common beginning and the common end of two titles."""
    shorter = min(len(printed), len(registered))
    start = next((at for at in range(shorter) if printed[at] != registered[at]), shorter)
    tail = next(
        (at for at in range(shorter - start) if printed[-1 - at] != registered[-1 - at]), shorter - start
    )
    return Difference(start, printed[start : len(printed) - tail], registered[start : len(registered) - tail])


def slip_of(printed: str, registered: str, *, complete: bool, same_number: bool) -> Bilingual | None:
    """Return how a printed title misprints a registered one; None if it is another instrument.

    ``complete`` says that all titles of the registered one's kind are registered, so that a missing word is a slip.
    ``same_number`` says that both have the same document number, so that more may differ.
    """
    differing = difference(printed, registered)
    reason = _kind_of_slip(differing.wrong, differing.right, complete)
    if reason is None and same_number and differing.length <= _LONGEST_WITH_NUMBER:
        zh = f"“{differing.right}”印作“{differing.wrong}”，文号相同"
        reason = Bilingual(zh, f"{differing.wrong!r} for {differing.right!r}, with the same number")
    return reason if reason and _same_instrument(printed, registered, differing) else None


def place_in(title: str) -> str:
    """Return the name of the region that a title begins with, else an empty text; 城区, a word too, is no name."""
    _, end = read_region(title)
    return title[:end] if end > _WORD else ""


def _same_instrument(printed: str, registered: str, differing: Difference) -> bool:
    """Whether the difference leaves the place, kind and subject of the instrument unchanged."""
    endings = ending_of(printed), ending_of(registered)
    if all(endings) and endings[0] != endings[1]:
        return False
    place = place_in(printed)
    if place != place_in(registered) or differing.start < len(place):
        return False
    if _TURNS.search(differing.wrong) or _TURNS.search(differing.right):
        return False
    both = bool(differing.wrong and differing.right)
    return not any(both and differing.wrong in group and differing.right in group for group in _APART)


def _kind_of_slip(wrong: str, right: str, complete: bool) -> Bilingual | None:
    if len(wrong) == len(right) == 1:
        return Bilingual(f"“{right}”印作“{wrong}”", f"{wrong!r} for {right!r}")
    if len(wrong) == _WORD and wrong == right[::-1]:
        return Bilingual(f"“{right}”颠倒为“{wrong}”", f"{wrong!r} for {right!r}: two characters exchanged")
    if not wrong and (len(right) == 1 or (complete and len(right) == _WORD)):
        return Bilingual(f"漏“{right}”", f"{right!r} is left out")
    if not right and len(wrong) == 1:
        return Bilingual(f"多“{wrong}”", f"{wrong!r} is too much")
    return None
