"""Values of the driver as plain Python values that can be printed, compared and sent as JSON."""

from typing import Any

from neo4j.graph import Node, Path, Relationship

_SCALARS = frozenset((str, int, float, bool, type(None)))
"""Nearly all values are of these, and an answer may have a million."""
Row = dict[str, Any]
"""One record: column to value."""


def plain(value: Any) -> Any:
    """Return a value of the driver as dicts, lists and scalars.

    A node becomes ``{"element_id", "labels", "properties"}``, a path ``{"nodes", "edges"}``, and an edge
    ``{"element_id", "type", "start", "end", "properties"}`` whose ends are element ids of nodes. The stable id
    of a node is its property ``id``; element ids are valid within one result only. Dates become ISO text.
    """
    if type(value) in _SCALARS:
        return value
    if isinstance(value, Node):
        return {
            "element_id": value.element_id,
            "labels": sorted(value.labels),
            "properties": {name: plain(item) for name, item in value.items()},
        }
    if isinstance(value, Relationship):
        return _edge(value)
    if isinstance(value, Path):
        return {"nodes": plain(list(value.nodes)), "edges": plain(list(value.relationships))}
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else value


def _edge(value: Relationship) -> dict[str, Any]:
    start, end = value.nodes
    return {
        "element_id": value.element_id,
        "type": value.type,
        "start": start.element_id if start is not None else None,
        "end": end.element_id if end is not None else None,
        "properties": {name: plain(item) for name, item in value.items()},
    }
