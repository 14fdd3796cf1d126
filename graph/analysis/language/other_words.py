"""Things that lists call by different names (``other_words.yaml``), apart from what the taxonomy knows."""

import re
from functools import cache, lru_cache

from dutygraph.graph.analysis.language.data_files import read_data


def thing_names(group: str) -> frozenset[str]:
    """Return the names of the ``things``, or of those that are ``wide`` (财政性资金)."""
    return frozenset(_words()[group])


@lru_cache(maxsize=50_000)
def things_in(text: str) -> frozenset[str]:
    """Return the things that a text calls by any of their names, those that are wide apart."""
    return _found("things", text)


def wide_things_in(text: str) -> frozenset[str]:
    """Return the wide things that a text calls by any of their names."""
    return _found("wide", text)


def _found(group: str, text: str) -> frozenset[str]:
    return frozenset(thing for thing, words in _words()[group].items() if words.search(text))


@cache
def _words() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        group: {thing: re.compile("|".join(map(re.escape, words))) for thing, words in things.items()}
        for group, things in read_data("other_words").items()
    }
