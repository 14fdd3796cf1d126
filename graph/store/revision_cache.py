"""What was made of a graph, kept while the graph stays as it is."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


MOST_NAMES = 256
"""So many names are remembered: names hold regions, of which a graph of the nation has thousands."""


@dataclass(slots=True)
class _CachedValue:
    """The value of a name; ``making`` is held by the thread that makes it."""

    making: Lock = field(default_factory=Lock)
    revision: str = ""
    value: Any = None


class RevisionCache:
    """Values by name, each of the revision at which it was made; safe to share between threads.

    The names that were asked for longest ago are forgotten beyond MOST_NAMES.
    """

    def __init__(self) -> None:
        self._names: OrderedDict[str, _CachedValue] = OrderedDict()
        self._changing = Lock()

    def value(self, name: str, revision: Callable[[], str], make: Callable[[], T]) -> T:
        """Return the value of a name at the revision that there is; one thread makes it while others wait for it."""
        cached = self._found(name)
        with cached.making:
            before = revision()
            if before and cached.revision == before:
                value: T = cached.value
                return value
            made = make()
            if before and revision() == before:
                cached.revision, cached.value = before, made
            return made

    def _found(self, name: str) -> _CachedValue:
        with self._changing:
            cached = self._names.setdefault(name, _CachedValue())
            self._names.move_to_end(name)
            while len(self._names) > MOST_NAMES:
                self._names.popitem(last=False)
            return cached
