"""A word of a clause with its class and place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["verb", "support", "with", "join", "also", "of", "noise", "tail", "noun", "mark", "toward"]
LISTED: tuple[Kind, ...] = ("join", "also")
"""Kinds of words between the members of a list."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a clause, with its place in it."""

    text: str
    kind: Kind
    start: int
    """Offset into the clause, white space left out."""
    stage: str = ""
    """Stage of what it does, or ``DRAFT``; "" for a word that is no act."""
    tag: str = ""
    """Class in the dictionary, of a word that only the dictionary knows."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


def text_of(tokens: Sequence[Token]) -> str:
    """Return what the tokens say, without what stood between them."""
    return "".join(token.text for token in tokens)
