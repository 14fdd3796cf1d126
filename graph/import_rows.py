"""Nodes and edges as the rows that ``neo4j-admin database import`` reads, each label and edge type with its header."""

from collections.abc import Iterable, Mapping
from typing import Any

from dutygraph.graph.model import Edge, Node
from dutygraph.graph.ontology import ontology

ARRAY_DELIMITER = "\x1f"
"""Separator of the values of a list, for neo4j-admin's ``--array-delimiter=U+001F``; texts hold ; and |."""
_IMPORT_TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string[]",
}
"""Property type of the ontology to its name in the headers of neo4j-admin."""


def file_of(item: Node | Edge) -> str:
    """Return the name, without ending, of the file that a node or edge stands in: a label, or a type and the two labels."""
    return item.label if isinstance(item, Node) else f"{item.type}-{item.start.label}-{item.end.label}"


def header_of(file: str) -> str:
    """Return the header of a file, by its name as ``file_of`` gives it."""
    if "-" not in file:
        return ",".join((f"id:ID({file})", *_header(ontology().node(file).properties), ":LABEL"))
    type_, start, end = file.split("-")
    properties = ontology().edge(type_).properties
    return ",".join((f":START_ID({start})", f":END_ID({end})", *_header(properties), ":TYPE"))


def row_of(item: Node | Edge) -> str:
    """Return the row of a node or edge under its header, without the end of the line."""
    if isinstance(item, Node):
        names = ontology().node(item.label).properties
        return ",".join((_cell(item.id), *_cells(names, item.properties), item.label))
    names = ontology().edge(item.type).properties
    return ",".join((_cell(item.start.id), _cell(item.end.id), *_cells(names, item.properties), item.type))


def _header(properties: Mapping[str, str]) -> Iterable[str]:
    return (f"{name}:{_IMPORT_TYPES[type_]}" for name, type_ in properties.items())


def _cells(names: Iterable[str], properties: Mapping[str, Any]) -> Iterable[str]:
    return (_cell(properties.get(name)) for name in names)


def _cell(value: Any) -> str:
    """Return a value as it stands in a row: one that is absent is not quoted, an empty text is."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = ARRAY_DELIMITER.join(item.replace(ARRAY_DELIMITER, "\ufffd") for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)
