"""Terms of a text, by which a declared matter is found: its words, the things that contain them, and their other names."""

import re
from functools import cache
from importlib import resources

import yaml

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import wording_of


def terms_of(text: str) -> frozenset[str]:
    """Return the terms of a text: its bigrams, the concepts it is about (with #) and the things it calls by any name."""
    wording = wording_of(text)
    concepts = load_taxonomy().concepts
    around = (name for concept in wording.concepts for name in concepts[concept].around)
    about = {f"#{name}" for name in around if not concepts[name].broad}
    return wording.bigrams | about | {f"#{thing}" for thing in things_in(text)}


def things_in(text: str) -> frozenset[str]:
    """Return the things that a text calls by any of their names (``other_words.yaml``)."""
    return frozenset(thing for thing, words in _words().items() if words.search(text))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    file = resources.files("dutygraph.graph.analysis.boundaries").joinpath("other_words.yaml")
    things = yaml.safe_load(file.read_text(encoding="utf-8"))["things"]
    return {thing: re.compile("|".join(map(re.escape, words))) for thing, words in things.items()}
