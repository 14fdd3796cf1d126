"""Cypher statements of this room: files in ``cypher/``, placeholders filled from the ontology alone."""

import re
from functools import cache
from importlib import resources

from graph.errors import OntologyError

_PLACEHOLDER = re.compile(r"__([A-Z]+)__")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z_0-9]*")


@cache
def statement(file: str, **names: str) -> str:
    """Return ``cypher/<file>.cypher`` with ``__LABEL__`` and its like replaced by names of the ontology.

    Cypher has no parameters for labels and edge types, hence the templates. Callers pass names of node kinds
    and edge kinds; that they are plain identifiers is checked once more here: no text can become syntax.
    Raises OntologyError for any other name.
    """
    for name in names.values():
        if not _IDENTIFIER.fullmatch(name):
            raise OntologyError(zh=f"“{name}”不能用作名称", en=f"{name!r} cannot be used as a name")
    text = resources.files("graph").joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8")
    return _PLACEHOLDER.sub(lambda found: names[found[1]], text)
