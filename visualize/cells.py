"""The table of an answer as a reader sees it: which columns, and where each cell leads."""

from collections.abc import Mapping
from typing import Any

from dutygraph.queries.catalogue.named_queries import AnswerColumn
from dutygraph.visualize.wording import node_address, source_address

_LABELS: Mapping[str, str] = {
    "department": "Department",
    "declared_by": "Department",
    "body": "Department",
    "party": "Department",
    "office": "Office",
    "matter": "SharedMatter",
    "basis": "LegalBasis",
    "target": "SupervisionTarget",
    "region": "Region",
    "service": "PublicService",
}
"""What the values of a column are names of; with an id, those of all others are texts of statements."""
_FOUND_BY_NAME = ("department", "declared_by", "basis", "region")
_FOR_PROGRAMS = ("sha256", "region_clue", "region_clue_en")


def shown_columns(columns: Mapping[str, AnswerColumn]) -> list[str]:
    """Return the columns that a reader sees: ids become links, and the place of a text stands with its document."""
    return [
        name
        for name, column in columns.items()
        if not (column.of or name.removesuffix("_id") in {*columns} - {name})
        and not (name == "locator" and "source" in columns)
        and name not in _FOR_PROGRAMS
    ]


def cell_address(row: Mapping[str, Any], name: str, columns: Mapping[str, AnswerColumn]) -> str | None:
    """Return where a cell of a row leads: to the page of what it names, to its place in a document, or nowhere."""
    value = row[name]
    if name == "source" and value:
        return source_address(value, row.get("locator"))
    ids = [column for column, it in columns.items() if it.of == name or column == f"{name}_id"]
    if ids and row[ids[0]]:
        return node_address(_LABELS.get(name, ""), row[ids[0]])
    named = isinstance(value, str) and value and name in _FOUND_BY_NAME
    return node_address(_LABELS[name], value) if named else None
