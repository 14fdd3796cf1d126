"""Cypher texts: files in the folder ``cypher/`` of a room, with placeholders filled from the ontology."""

import re
from functools import cache, partial
from importlib import resources

from dutygraph.graph.errors import OntologyError
from dutygraph.graph.ontology import StatementKind, ontology

_PLACEHOLDER = re.compile(r"__([A-Z]+(?:_[A-Z]+)*)__")
_EACH = "__EACH_STATEMENT__"
_EACH_NODE = "__EACH_NODE__"
_EACH_EDGE = {"__EACH_EDGE_OUT__": "start", "__EACH_EDGE_IN__": "end"}
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z_0-9]*")


@cache
def cypher_in(package: str, file: str, **names: str) -> str:
    """Return the text of ``cypher/<file>.cypher`` of a room with its placeholders replaced as ``filled`` does."""
    text = resources.files(package).joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8")
    return filled(text, **names)


cypher = partial(cypher_in, "dutygraph.graph")
"""Takes the name of a file of this room, and the names for its placeholders."""


def filled(text: str, **names: str) -> str:
    """Return a Cypher text with its placeholders replaced by names of the ontology.

    Cypher has no parameters for labels and edge types, hence the placeholders:

    - ``__NAME__`` is a name that the caller gives (``LABEL="Duty"``);
    - ``__STATEMENTS__`` stands for the labels of all statements;
    - ``__TEXTS__`` stands for the properties of ``n`` that hold printed text, of ``LABEL`` or else of every statement;
    - a line with ``__EACH_STATEMENT__`` stands for one such line per label, joined by UNION ALL: an index answers each,
      while a label expression over all reads every node;
    - a line with ``__EACH_NODE__`` stands for one per label of what lists say and share, in the same way;
    - a line with ``__EACH_EDGE_OUT__``, or ``__EACH_EDGE_IN__``, stands for one per type of edge that may start, or end,
      at a node of ``LABEL``, in the same way;
    - ``__DEPENDENCIES__`` stands for the edge types on which one end depends on the other, ``__STARTS_DEPEND__`` and
      ``__ENDS_DEPEND__`` for those on which the start, or the end, does;
    - ``__FROM_DEPARTMENT__``, in such a line, is the path from the department to the statement, ``__TO_DEPARTMENT__`` the
      same path begun at the statement: an engine walks from the end that is written first.

    Callers give names of node kinds and edge kinds. Raises OntologyError for a name that is no plain identifier, so that no
    text can become syntax.
    """
    for name in names.values():
        if not _IDENTIFIER.fullmatch(name):
            raise OntologyError(zh=f"“{name}”不能用作名称", en=f"{name!r} cannot be used as a name")
    values = {
        "STATEMENTS": "|".join(_labels()),
        "TEXTS": _texts(names.get("LABEL")),
        "DEPENDENCIES": _dependencies("start", "end", "both"),
        "STARTS_DEPEND": _dependencies("start", "both"),
        "ENDS_DEPEND": _dependencies("end", "both"),
        **names,
    }
    lines = "\n".join(_spelled_out(line, names.get("LABEL")) for line in text.split("\n"))
    return _PLACEHOLDER.sub(lambda match: values[match[1]], lines)


def _labels() -> list[str]:
    return [kind.name for kind, _ in ontology().statements()]


def _dependencies(*ends: str) -> str:
    return "|".join(edge.name for edge in ontology().dependencies() if edge.depends in ends)


def _texts(label: str | None) -> str:
    statements = [statement for kind, statement in ontology().statements() if label in (None, kind.name)]
    return ", ".join(dict.fromkeys(f"n.{name}" for statement in statements for name in statement.texts))


def _spelled_out(line: str, label: str | None) -> str:
    """Return the lines that a line stands for."""
    for placeholder, end in _EACH_EDGE.items():
        if placeholder in line:
            types = [edge.name for edge in ontology().edges.values() if label in getattr(edge, end)]
            return "\nUNION ALL\n".join(line.replace(placeholder, type_) for type_ in types)
    if _EACH_NODE in line:
        labels = [kind.name for kind in ontology().nodes.values() if kind.owner != "system"]
        return "\nUNION ALL\n".join(line.replace(_EACH_NODE, label) for label in labels)
    return _for_each(line) if _EACH in line else line


def _for_each(line: str) -> str:
    return "\nUNION ALL\n".join(
        line.replace(_EACH, kind.name)
        .replace("__FROM_DEPARTMENT__", _path_from_department(statement))
        .replace("__TO_DEPARTMENT__", _path_to_department(statement))
        for kind, statement in ontology().statements()
    )


def _path_from_department(statement: StatementKind) -> str:
    """Return the edges from a department to a kind of statement, with the statements between them."""
    outer = ontology().outer(statement)
    start = f"{_path_from_department(outer[1])}(:{outer[0].name})" if outer else ""
    return f"{start}-[:{statement.edge}]-"


def _path_to_department(statement: StatementKind) -> str:
    """Return the same edges the other way round."""
    outer = ontology().outer(statement)
    end = f"(:{outer[0].name}){_path_to_department(outer[1])}" if outer else ""
    return f"-[:{statement.edge}]-{end}"
