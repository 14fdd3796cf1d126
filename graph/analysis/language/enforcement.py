"""Words by which a sentence takes hold of a concrete case (enforcement.yaml): it inspects, stops, orders or penalises."""

import re
from functools import cache

from dutygraph.graph.analysis.language.data_files import read_data


def enforcing_words(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the words of a text that inspect, stop or penalise, in order, and whether one does more than inspect."""
    acts = tuple(dict.fromkeys(_words("inspect", "punish").findall(text)))
    return acts, any(_words("punish").fullmatch(act) for act in acts)


def without_enforcing(text: str) -> str:
    """Return a text with a comma for each word of enforcement and of its manner, so that what it is about is left."""
    return _words("inspect", "punish", "manner").sub("，", text)


@cache
def _words(*groups: str) -> re.Pattern[str]:
    words = {word for group in groups for word in read_data("enforcement")[group]}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))
