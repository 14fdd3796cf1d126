"""A slip in running text."""

from dataclasses import dataclass
from typing import Literal

from dutygraph.bilingual import Bilingual

SlipKind = Literal[
    "foreign", "exchanged", "other_level", "broken", "abolished", "exercised", "personal", "licence"
]


@dataclass(frozen=True, slots=True)
class TextSlip:
    """A stretch of a text that does not belong there, as printed; it begins at text[start].

    ``about`` is the same for slips of one origin (the name of the other place); ``score`` is the certainty, 0 to 1.
    """

    kind: SlipKind
    printed: str
    about: str
    reason: Bilingual
    start: int
    score: float = 1.0
