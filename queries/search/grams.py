"""What the index is made of: two characters at a time, so that any part of a Chinese text is found without knowing words.

A run of Chinese characters becomes its pairs and, at its end, its last character alone; a run of letters or digits is one
word. An expression finds exactly the texts that contain what is looked for, of one character and up.
"""

import re

from dutygraph.ingest.characters import folded, unified

_RUN = re.compile(r"[0-9a-z]+|[^\W_0-9a-z]+")
_LATIN = re.compile(r"[0-9a-z]+")


def spelled(text: str) -> str:
    """Return a text in the one spelling in which it is looked for: simplified, narrow, small letters; as long as before."""
    plain = folded(unified(text))
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in plain)


def grams(text: str) -> str:
    """Return what a text is indexed by, with spaces between."""
    return " ".join(gram for run in _RUN.findall(spelled(text)) for gram in _of_run(run))


def expression(term: str) -> str | None:
    """Return the FTS5 expression for the texts that contain a term, or None for a term without letter or digit.

    Letters and digits at its end may go on in the text (a telephone number is found by its beginning).
    """
    runs = _RUN.findall(spelled(term))
    if not runs:
        return None
    found = [gram for run in runs for gram in _of_run(run)]
    if not _LATIN.fullmatch(runs[-1]) and len(runs[-1]) > 1:
        return f'"{" ".join(found[:-1])}"'
    return f'"{" ".join(found)}" *'


def pairs(term: str) -> list[str]:
    """Return the expressions for the pieces of a term, for texts that have only some of them."""
    return [f'"{gram}"' for run in _RUN.findall(spelled(term)) for gram in _of_run(run) if len(gram) > 1]


def _of_run(run: str) -> list[str]:
    if _LATIN.fullmatch(run):
        return [run]
    return [*(run[at : at + 2] for at in range(len(run) - 1)), run[-1]]
