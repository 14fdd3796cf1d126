"""Answers short enough for an assistant: long lists and texts are cut, and it is said what was left out."""

import json
from typing import Any

MOST_CHARACTERS = 30_000
"""Of an answer as JSON."""
_LONGEST_TEXT = 1_000
_ROWS = (100, 50, 20, 10, 5, 2, 1)
"""Rows that a list may have, the next fewer where the answer is still too long."""


def capped(answer: Any) -> dict[str, Any]:
    """Return a JSON object cut to MOST_CHARACTERS; ``left_out`` names each list that was cut, with its whole length."""
    cut: dict[str, Any] = {}
    for rows in _ROWS:
        left_out: dict[str, int] = {}
        cut = _cut(answer, rows, "", left_out)
        if left_out:
            cut["left_out"] = left_out
        if len(json.dumps(cut, ensure_ascii=False)) <= MOST_CHARACTERS:
            break
    return cut


def _cut(value: Any, rows: int, where: str, left_out: dict[str, int]) -> Any:
    if isinstance(value, dict):
        return {name: _cut(one, rows, f"{where}.{name}".strip("."), left_out) for name, one in value.items()}
    if isinstance(value, list):
        if len(value) > rows:
            left_out[where] = max(len(value), left_out.get(where, 0))
        return [_cut(one, rows, where, left_out) for one in value[:rows]]
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]}…"
    return value
