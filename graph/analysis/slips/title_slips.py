"""Slips in titles: unregistered titles that are a registered one with a slip of the pen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.title_difference import difference, place_in, slip_of

_SHORTEST = 6
"""Least length of a title in characters; shorter ones that differ in a character are other laws (公路法, 铁路法)."""
_EDGE = 3
"""Number of characters; titles that share neither so many first nor so many last ones are not compared."""
_EXCHANGED = frozenset("市区县")


@dataclass(frozen=True, slots=True)
class RegisteredTitle:
    """The title of a registered instrument as a key (see ``instrument_key``); ``complete``: so are all of its kind."""

    id: str
    key: str
    number: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class TitleSlip:
    """The registered title that a printed one misprints; ``score`` is the share of characters that agree, 0 to 1."""

    registered: RegisteredTitle
    score: float
    reason: Bilingual


class TitleMatcher:
    """Finds the registered title that a printed title is, or misprints."""

    def __init__(self, registered: Iterable[RegisteredTitle]) -> None:
        """Take the registered titles in any order."""
        self._by_key: dict[str, list[RegisteredTitle]] = defaultdict(list)
        self._by_edge: dict[str, list[RegisteredTitle]] = defaultdict(list)
        self._pairs: set[str] = set()
        for title in sorted(registered, key=lambda title: (title.key, title.id)):
            self._by_key[title.key].append(title)
            self._by_edge["^" + title.key[:_EDGE]].append(title)
            self._by_edge[title.key[-_EDGE:] + "$"].append(title)
            self._pairs.update(map("".join, pairwise(title.key)))

    def same(self, key: str) -> list[RegisteredTitle]:
        """Return the registered titles with this key."""
        return self._by_key.get(key, [])

    def slip(self, key: str, number: str | None) -> TitleSlip | None:
        """Return the registered title that an unregistered one misprints; None if there is none or several.

        ``number`` is the document number printed with it; a registered title with the same number may differ more.
        """
        differing = {slip.registered.key: slip for slip in self._slips(key, number)}
        best = sorted(differing.values(), key=lambda slip: -slip.score)[:2]
        if not best or (len(best) > 1 and best[0].score == best[1].score):
            return None
        return best[0]

    def _slips(self, key: str, number: str | None) -> Iterator[TitleSlip]:
        if len(key) < _SHORTEST:
            return
        for title in (*self._by_edge.get("^" + key[:_EDGE], ()), *self._by_edge.get(key[-_EDGE:] + "$", ())):
            same_number = number is not None and number == title.number
            reason = slip_of(key, title.key, complete=title.complete, same_number=same_number)
            if reason and (same_number or not self._is_another_matter(key, title.key)):
                length = max(len(key), len(title.key))
                yield TitleSlip(title, round(1 - difference(key, title.key).length / length, 4), reason)

    def _is_another_matter(self, printed: str, registered: str) -> bool:
        """Whether one character in the first half of the title makes a word that other titles have (公园 for 公路).

        The first half names the subject of the instrument. 市, 区 and 县 are exempt, being exchanged mechanically.
        """
        differing = difference(printed, registered)
        if (
            not len(differing.wrong) == len(differing.right) == 1
            or {differing.wrong, differing.right} <= _EXCHANGED
        ):
            return False
        first, start = len(place_in(printed)), differing.start
        around = (printed[max(first, start - 1) : start + 1], printed[start : start + 2])
        return start - first < (len(printed) - first) / 2 and not self._pairs.isdisjoint(around)
