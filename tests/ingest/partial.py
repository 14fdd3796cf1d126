"""Comparison of a record with the keys of it that a labelled case states."""

from collections.abc import Iterator
from typing import Any


def differences(stated: Any, found: Any) -> list[str]:
    """Where a record differs from what is stated of it; keys that are not stated do not matter."""
    return list(_differences(stated, found, ""))


def _differences(stated: Any, found: Any, place: str) -> Iterator[str]:
    if isinstance(stated, dict) and isinstance(found, dict):
        for key, value in stated.items():
            yield from _differences(value, found.get(key), f"{place}.{key}")
    elif isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        for at, pair in enumerate(zip(stated, found, strict=True)):
            yield from _differences(*pair, f"{place}[{at}]")
    elif stated != found:
        yield f"{place}: {found!r}, not {stated!r}"
