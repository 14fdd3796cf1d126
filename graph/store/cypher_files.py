"""Cypher texts of this room: files in ``graph/cypher/``, with placeholders filled from the ontology."""

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
    """Return the text of ``cypher/<file>.cypher`` with its placeholders replaced as ``filled`` does."""
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
    - ``__FROM_DEPARTMENT__``, in such a line, is the path from the department to the statement.

    Callers give names of node kinds and edge kinds. Raises OntologyError for a name that is no plain identifier, so that no
    text can become syntax.
    """
    for name in names.values():
        if not _IDENTIFIER.fullmatch(name):
            raise OntologyError(zh=f"“{name}”不能用作名称", en=f"{name!r} cannot be used as a name")
    values = {"STATEMENTS": "|".join(_labels()), "TEXTS": _texts(names.get("LABEL")), **names}
    lines = "\n".join(_for_each(line) if _EACH in line else line for line in text.split("\n"))
    return _PLACEHOLDER.sub(lambda match: values[match[1]], lines)


def _labels() -> list[str]:
    return [kind.name for kind, _ in ontology().statements()]


def _texts(label: str | None) -> str:
    statements = [statement for kind, statement in ontology().statements() if label in (None, kind.name)]
    return ", ".join(dict.fromkeys(f"n.{name}" for statement in statements for name in statement.texts))


def _for_each(line: str) -> str:
    return "\nUNION ALL\n".join(
        line.replace(_EACH, kind.name).replace("__FROM_DEPARTMENT__", _path_from_department(statement))
        for kind, statement in ontology().statements()
    )


def _path_from_department(statement: StatementKind) -> str:
    """Return the edges from a department to a kind of statement, with the statements between them."""
    outer = ontology().outer(statement)
    start = f"{_path_from_department(outer[1])}(:{outer[0].name})" if outer else ""
    return f"{start}-[:{statement.edge}]-"
