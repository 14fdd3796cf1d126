"""The home of a list: its region, the regions that this lies in, and the first characters of their document numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.ingest.names.regions import Region
from dutygraph.ingest.word_files import load_words

_AUTONOMOUS = "自治区"


@dataclass(frozen=True, slots=True)
class Home:
    """The region of a list and those it lies in, innermost first.

    ``learned`` are first characters of their document numbers, learned from the titles in the graph.
    """

    chain: tuple[Region, ...]
    learned: frozenset[str] = field(default=frozenset())

    @property
    def is_registered(self) -> bool:
        """Whether the chain reaches a province and all of it has a code."""
        return (
            bool(self.chain)
            and self.chain[-1].level == "province"
            and all(r.is_registered for r in self.chain)
        )

    @property
    def is_autonomous(self) -> bool:
        """Whether it lies in an autonomous region, which lists call 区."""
        return bool(self.chain) and self.chain[-1].name.endswith(_AUTONOMOUS)

    @property
    def name(self) -> str:
        """The name of the region, "" when it is not known."""
        return self.chain[0].full_name if self.chain else ""

    @property
    def letters(self) -> frozenset[str]:
        """The first characters of document numbers of the region and of those it lies in."""
        own = "".join(region.short_name for region in self.chain)
        registered = [letter for region in self.chain if (letter := letters_of_regions().get(region.name))]
        return frozenset((*own, *registered, *self.learned, *"省市区县州"))

    def holds(self, region: Region) -> bool:
        """Whether a place is the region, lies in it, or contains it."""
        if any(region.name == own.name or region.short_name == own.short_name for own in self.chain):
            return True
        return bool(self.chain) and self.chain[0].code in [outer.code for outer in region.chain]


@cache
def foreign_words() -> Mapping[str, Any]:
    """Return the tables of foreign_words.yaml."""
    return dict(load_words(Path(__file__).with_name("foreign_words.yaml")))


@cache
def letters_of_regions() -> Mapping[str, str]:
    """Return the character that begins the document numbers of a province or prefecture, by its name."""
    return {**foreign_words()["provinces"], **foreign_words()["prefectures"]}
