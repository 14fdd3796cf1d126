"""Cypher statements of this room: files in ``cypher/``, placeholders filled from the ontology alone."""

import re
from functools import cache
from importlib import resources

from dutygraph.graph.errors import OntologyError
from dutygraph.graph.ontology import StatementKind, ontology

_PLACEHOLDER = re.compile(r"__([A-Z]+(?:_[A-Z]+)*)__")
_EACH = "__EACH_STATEMENT__"
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z_0-9]*")


@cache
def cypher(file: str, **names: str) -> str:
    """Return ``cypher/<file>.cypher`` with ``__LABEL__`` and its like replaced, as ``filled`` does it."""
    text = resources.files("dutygraph.graph").joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8")
    return filled(text, **names)


def filled(text: str, **names: str) -> str:
    """Return a Cypher text with its placeholders replaced by names of the ontology.

    Cypher has no parameters for labels and edge types, hence the placeholders:

    - ``__NAME__`` is a name that the caller gives (``LABEL="Duty"``);
    - ``__STATEMENTS__`` stands for the labels of all statements;
    - ``__TEXTS__`` stands for the properties of ``n`` that hold printed text, of ``LABEL`` or else of every statement;
    - a line with ``__EACH_STATEMENT__`` stands for one such line per label, joined by UNION ALL: an index answers each,
      while a label expression over all reads every node;
    - ``__FROM_DEPARTMENT__``, in such a line, is the way from the department to the statement.

    Callers give names of node kinds and edge kinds; that they are plain identifiers is checked once more here: no text can
    become syntax. Raises OntologyError for any other name.
    """
    for name in names.values():
        if not _IDENTIFIER.fullmatch(name):
            raise OntologyError(zh=f"“{name}”不能用作名称", en=f"{name!r} cannot be used as a name")
    values = {"STATEMENTS": "|".join(_labels()), "TEXTS": _texts(names.get("LABEL")), **names}
    lines = "\n".join(_for_each(line) if _EACH in line else line for line in text.split("\n"))
    return _PLACEHOLDER.sub(lambda found: values[found[1]], lines)


def _labels() -> list[str]:
    return [kind.name for kind, _ in ontology().statements()]


def _texts(label: str | None) -> str:
    statements = [one for kind, one in ontology().statements() if label in (None, kind.name)]
    return ", ".join(dict.fromkeys(f"n.{name}" for one in statements for name in one.texts))


def _for_each(line: str) -> str:
    return "\nUNION ALL\n".join(
        line.replace(_EACH, kind.name).replace("__FROM_DEPARTMENT__", _way_to(one))
        for kind, one in ontology().statements()
    )


def _way_to(one: StatementKind) -> str:
    """The edges from a department to a statement, with the statements on the way."""
    outer = ontology().outer(one)
    return f"{_way_to(outer[1])}(:{outer[0].name})-[:{one.edge}]-" if outer else f"-[:{one.edge}]-"
