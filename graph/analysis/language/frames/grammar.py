"""The frames of a clause: what is done in it, at which stage, and whose affair it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dutygraph.graph.analysis.language.frames.affair import Matter, affair_of
from dutygraph.graph.analysis.language.frames.cleaning import ExceptionRun, exceptions_of, words_of
from dutygraph.graph.analysis.language.frames.deeds import Deed, deeds_of
from dutygraph.graph.analysis.language.frames.model import Frame, FrameObject
from dutygraph.graph.analysis.language.frames.stages import stage_of
from dutygraph.graph.analysis.language.frames.things import Thing
from dutygraph.graph.analysis.language.stages import Stage

LONGEST = 300
"""Longest clause that is read, in characters without white space; what stands behind is left (real ones have up to 200)."""

_REMEMBERED = 10_000
"""So many clauses are remembered with their deeds: each analysis of a region (about 5,000 clauses) asks for them anew."""
_UNSAID: Stage = "manage"
"""Stage of a thing that nothing is said to be done to, in a list of what a body is responsible for."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """What all frames of a clause share."""

    text: str
    context: str
    above: Stage
    exceptions: Sequence[ExceptionRun]
    cross_cutting: bool


def frames_of(clause: str, above: str = "", cross_cutting: bool = False) -> tuple[Frame, ...]:
    """Return the frames of a clause; ``above`` is the text of its duty, where it is the text of a task.

    ``cross_cutting``: whether its body acts for all departments (审计, 统计, 财政, 编办), as far as known.
    """
    text = "".join(clause.split())[:LONGEST]
    deeds = _deeds_in(text)
    duty = frames_of(above) if above and any(not deed.acts for deed in deeds) else ()
    stage = duty[0].stage if duty else _UNSAID
    exceptions = exceptions_of(text)
    context = "，".join(_quoted(deed.thing, text) for deed in deeds)
    whole = _Clause(text, context, stage, exceptions, cross_cutting)
    return tuple(frame for deed in deeds for frame in _frames(deed, whole))


@lru_cache(_REMEMBERED)
def _deeds_in(text: str) -> tuple[Deed, ...]:
    return tuple(deeds_of(words_of(text)))


def _frames(deed: Deed, clause: _Clause) -> list[Frame]:
    thing, predicate = deed.thing, deed.predicate
    quoted = _quoted(thing, clause.text)
    head = thing.head if thing.head and thing.head in clause.text else None
    limits = _printed(thing.limits, clause.text)
    affair = affair_of(
        Matter(quoted, head or "", limits, deed.acts, clause.context, clause.text), clause.cross_cutting
    )
    by_stage: dict[Stage, list[str]] = {}
    for act in _printed(deed.acts, clause.text):
        by_stage.setdefault(stage_of(act, head, quoted), []).append(act)
    taken_out = tuple(
        run.text for run in clause.exceptions if not thing.tokens or run.start <= thing.tokens[-1].end
    )
    thing_said = FrameObject(quoted, head, limits)
    partners = _printed(predicate.partners, clause.text)
    return [
        Frame(tuple(acts), thing_said, partners, predicate.role, taken_out, affair, stage)
        for stage, acts in (by_stage or {clause.above: []}).items()
    ]


def _printed(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the words, once each, that are printed as they are: brackets may have stood within a word."""
    return tuple(dict.fromkeys(word for word in words if word in text))


def _quoted(thing: Thing, text: str) -> str:
    return text[thing.tokens[0].start : thing.tokens[-1].end] if thing.tokens else ""
