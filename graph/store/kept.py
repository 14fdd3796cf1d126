"""What was made of a graph, kept while the graph stays as it is."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class KeptValues:
    """Values by name, each of the revision at which it was made; safe to share between threads."""

    def __init__(self) -> None:
        self._values: dict[str, tuple[str, Any]] = {}
        self._making: dict[str, Lock] = {}

    def value(self, name: str, revision: Callable[[], str], make: Callable[[], T]) -> T:
        """Return the value of a name at the revision that there is; one thread makes it while others wait for it."""
        with self._making.setdefault(name, Lock()):
            before = revision()
            kept = self._values.get(name)
            if kept is not None and kept[0] == before:
                value: T = kept[1]
                return value
            made = make()
            if before and revision() == before:
                self._values[name] = before, made
            return made
