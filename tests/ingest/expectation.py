"""Comparing what was read with what a person decided by hand: only what the expectation names.

White space and the stop at the end of a text do not matter; ``{any: [...]}`` names several answers that are all right;
``sections_present`` and ``empty_sections`` are sets; a warning of the lists must say one of the texts of ``warned``.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dutygraph.ingest.records import Document

_UNORDERED = ("sections_present", "empty_sections")


def unmet(expected: Mapping[str, Any], document: Document) -> list[str]:
    """Return in what a document differs from what is expected of it, each with its place."""
    lists = [one.model_dump(mode="json") for one in document.lists]
    differences = list(_differences(expected.get("lists", lists), lists, "lists"))
    said = [warning.message for one in document.lists for warning in one.warnings]
    wanted = expected.get("warned") or []
    texts = [wanted] if isinstance(wanted, str) else wanted
    if texts and not any(text in message for text in texts for message in said):
        differences.append(f"no warning says {' or '.join(texts)}: {said}")
    return differences


def _differences(expected: Any, found: Any, place: str) -> Iterator[str]:
    if isinstance(expected, Mapping) and set(expected) == {"any"}:
        if all(any(_differences(one, found, place)) for one in expected["any"]):
            yield f"{place} is {found!r}, none of {expected['any']!r}"
    elif isinstance(expected, Mapping) and isinstance(found, Mapping):
        for name, value in expected.items():
            yield from _differences(value, found.get(name), f"{place}.{name}")
    elif isinstance(expected, list) and isinstance(found, list):
        yield from _of_lists(expected, found, place)
    elif _bare(expected) != _bare(found):
        yield f"{place} is {found!r}, not {expected!r}"


def _of_lists(expected: list[Any], found: list[Any], place: str) -> Iterator[str]:
    if place.endswith(_UNORDERED):
        expected, found = sorted(set(expected)), sorted(set(found))
    if len(expected) != len(found):
        yield f"{place} has {len(found)} entries, not {len(expected)}: {found!r}"
        return
    for at, (one, other) in enumerate(zip(expected, found, strict=True)):
        yield from _differences(one, other, f"{place}[{at}]")


def _bare(value: Any) -> Any:
    return re.sub(r"\s+", "", value).rstrip("。；;，,") if isinstance(value, str) else value
