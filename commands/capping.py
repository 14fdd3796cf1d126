"""Answers short enough for an assistant: long lists and texts are cut, and what was left out is named."""

import json
from collections.abc import Sized
from dataclasses import dataclass
from typing import Any

from dutygraph.visible import shortened

MOST_CHARACTERS = 30_000
"""Of an answer as JSON."""
_STEPS = (
    *((rows, 1_000) for rows in (100, 50, 20, 10, 5, 2, 1)),
    *((1, characters) for characters in (500, 200, 100, 50, 20)),
)
"""Rows that a list and characters that a text may have, the next fewer where the answer is still too long."""


def capped(answer: Any) -> dict[str, Any]:
    """Return a JSON object cut to MOST_CHARACTERS, as far as its lists and texts are what makes it long.

    ``left_out`` names each list and text that was cut, with its whole length in rows or characters; of those under one
    name in several rows, the longest.
    """
    cut: dict[str, Any] = {}
    for rows, characters in _STEPS:
        left_out: dict[str, int] = {}
        cut = _Cut(rows, characters, left_out).of(answer, "")
        if left_out:
            cut["left_out"] = left_out
        if len(json.dumps(cut, ensure_ascii=False)) <= MOST_CHARACTERS:
            break
    return cut


@dataclass(frozen=True, slots=True)
class _Cut:
    rows: int
    characters: int
    left_out: dict[str, int]
    """To which it adds what it cuts."""

    def of(self, value: Any, where: str) -> Any:
        if isinstance(value, dict):
            return {name: self.of(one, f"{where}.{name}".strip(".")) for name, one in value.items()}
        if isinstance(value, list):
            self._note(value, self.rows, where)
            return [self.of(one, where) for one in value[: self.rows]]
        if isinstance(value, str):
            self._note(value, self.characters, where)
            return shortened(value, self.characters)
        return value

    def _note(self, value: Sized, most: int, where: str) -> None:
        if len(value) > most:
            self.left_out[where] = max(len(value), self.left_out.get(where, 0))
