"""Where a text names something that has a page of its own: a body, an office, a law, a shared matter, a service."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher

_SHORTEST: Mapping[str, int] = {
    "Department": 3, "Office": 4, "LegalBasis": 4, "SharedMatter": 6, "PublicService": 6,
}  # fmt: skip
"""A shorter name is a word like any other (办公室, 食品安全), and one only where it is the whole text."""
_OTHER_LEVELS = "国省市州县区旗乡镇"
"""After one of these a body's short name is that of another level: 市卫生局 is not the 卫生局 of the district."""
_BEGUN = 2
"""By so many characters names are looked up."""


class NamedThing(NamedTuple):
    """A node by its label and id; ``within`` is the body to which its name is known, None where all know it."""

    label: str
    id: str
    within: str | None


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A stretch of a text, in characters, and what it names."""

    start: int
    end: int
    thing: NamedThing


class KnownNames:
    """The names that the texts of a region use."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._things: dict[str, set[NamedThing]] = defaultdict(set)
        for row in rows:
            for name in row["names"]:
                if len(name) >= _BEGUN:
                    self._things[name].add(NamedThing(row["label"], row["id"], row["within"]))
        self._begun: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._things, key=len, reverse=True):
            self._begun[name[:_BEGUN]].append(name)

    def places(self, text: str, department: str | None, here: str = "") -> list[NamedPlace]:
        """Return where a text of a department (id) names what has a page other than ``here`` (id), the longest names first.

        A name that several things have is passed over.
        """
        return list(self._places(text, department, here))

    def _places(self, text: str, department: str | None, here: str) -> Iterator[NamedPlace]:
        at = 0
        while at < len(text) - 1:
            name = next(
                (one for one in self._begun.get(text[at : at + _BEGUN], ()) if text.startswith(one, at)), ""
            )
            thing = self._meant(name, text, at, department) if name else None
            if thing is not None and thing.id != here:
                yield NamedPlace(at, at + len(name), thing)
            at += len(name) if thing is not None else 1

    def _meant(self, name: str, text: str, at: int, department: str | None) -> NamedThing | None:
        things = [one for one in self._things[name] if one.within in (None, department)]
        own = [one for one in things if one.within is not None] or things
        if len(own) != 1:
            return None
        whole = len(name) == len(text.strip())
        long_enough = whole or len(name) >= _SHORTEST[own[0].label]
        other = own[0].label == "Department" and at > 0 and text[at - 1] in _OTHER_LEVELS
        return own[0] if long_enough and not other else None


def known_names(store: GraphStore, region: str | None) -> KnownNames:
    """Return the names that texts of a region (code) use, made once for each state of the graph."""
    return store.cached(
        f"known names {region}",
        lambda: KnownNames(store.read(cypher("known_names"), {"region": region or ""})),
    )
