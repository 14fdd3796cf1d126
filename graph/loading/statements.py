"""The records of a list as the statements that the ontology makes of them: how many, with which key and properties."""

from collections.abc import Iterator, Mapping
from typing import Any

from dutygraph.graph.model import Value
from dutygraph.graph.ontology import NodeKind, StatementKind, ontology
from dutygraph.ingest.records import DutyList

Fields = Mapping[str, Any]
"""A record by its fields, as the parse output has it."""


def fields_of(duty_list: DutyList) -> Fields:
    """Return a list by its fields, those of further sections among the others."""
    fields = duty_list.model_dump()
    return {**fields, **fields.pop("further", {})}


def expected_counts(fields: Fields) -> dict[str, int]:
    """Return how many nodes of each label a list with these fields must become."""
    return {
        kind.name: sum(1 for _ in records_of(fields, statement))
        for kind, statement in ontology().statements()
    }


def records_of(fields: Fields, statement: StatementKind) -> Iterator[Fields]:
    """Yield the records of a list, given by its fields, that become statements of a kind, in order."""
    return _records(fields, statement.source.split("."))


def value_of(statement: StatementKind, record: Fields, name: str) -> str | None:
    """Return the text of a record that becomes a property of its statement."""
    return _in_one(record[statement.values.get(name, name)])


def key_of(statement: StatementKind, record: Fields, outer: Fields) -> str:
    """Return the text that tells a record from its like; ``outer`` is the record it stands in."""
    parts = (outer[name[1:]] if name.startswith("^") else record[name] for name in statement.key)
    return "\x1f".join(part or "" for part in parts)


def properties_of(kind: NodeKind, statement: StatementKind, record: Fields) -> dict[str, Value]:
    """Return the properties of a label that the record has a value for."""
    fields = {name: statement.values.get(name, name) for name in kind.properties}
    return {
        name: _in_one(record[field]) if kind.properties[name] == "string" else record[field]
        for name, field in fields.items()
        if field in record
    }


def _records(fields: Fields, path: list[str]) -> Iterator[Fields]:
    for record in fields.get(path[0], ()):
        if path[1:]:
            yield from _records(record, path[1:])
        else:
            yield record


def _in_one(value: str | list[Fields] | None) -> str | None:
    """A text in sections (the body of a regime) becomes one text, each section under its heading."""
    if not isinstance(value, list):
        return value
    return "\n".join(f"{part['heading']}\n{part['text']}".strip() for part in value)
