"""Whose affair an object is: the body's own, its system's, everybody's, or its field's."""

import re
from functools import cache

from dutygraph.graph.analysis.language.frames.lexicon import yaml_of
from dutygraph.graph.analysis.language.frames.model import Affair

_ORDER: tuple[Affair, ...] = ("system", "own", "everybody")


def affair_of(thing: str, clause: str, cross_cutting: bool) -> Affair:
    """Return whose affair a thing is that stands in a clause; ``cross_cutting``: the body acts for all departments."""
    patterns = _patterns()
    for text in (thing, clause):
        for affair in _ORDER:
            if patterns[affair].search(text):
                return affair
    return "everybody" if cross_cutting else "field"


@cache
def _patterns() -> dict[Affair, re.Pattern[str]]:
    words = yaml_of("affairs")
    return {
        affair: re.compile("|".join(map(re.escape, sorted(words[affair], key=len, reverse=True))))
        for affair in _ORDER
    }
