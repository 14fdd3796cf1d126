"""What a clause of a duty says: frames (who does what to which thing, with whom, for whom)."""

from dataclasses import dataclass
from typing import Literal

from dutygraph.graph.analysis.language.stages import Stage

Affair = Literal["own", "system", "everybody", "field"]
"""Whose affair it is: the body's own, its subordinate units', every body's, or its field of work towards society."""

Role = Literal["lead", "joint", "assist", "none"]
"""How the body stands to its partners: 牵头, 会同, 配合 or none of these."""


@dataclass(frozen=True, slots=True)
class FrameObject:
    """What is acted on: the run that holds it, the noun acted on (None where none is named) and what narrows it."""

    text: str
    head: str | None
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Acts of one stage on one object. Every string is quoted from the clause, white space left out."""

    acts: tuple[str, ...]
    object: FrameObject
    partners: tuple[str, ...]
    role: Role
    exceptions: tuple[str, ...]
    affair: Affair
    stage: Stage


@dataclass(frozen=True, slots=True)
class FramedClause:
    """A clause with its frames; ``start`` and ``end`` are offsets into the printed text."""

    text: str
    start: int
    end: int
    frames: tuple[Frame, ...]
