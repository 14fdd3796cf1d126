"""What the command line prints of a file of clauses: their frames."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dutygraph.graph.analysis.language.frames.grammar import frames_of
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.content import read_bytes, readable_name


def framed_lines(path: Path) -> Iterator[str]:
    """Yield the rows of a file of clauses (JSON Lines with the key ``clause``) with the frames of each, as JSON.

    Their other keys are kept. Raises UnreadableDocumentError that names the first line that is no such row.
    """
    for row in _rows(path):
        frames = [asdict(frame) for frame in frames_of(row["clause"])]
        yield json.dumps({**row, "frames": frames}, ensure_ascii=False)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    lines = read_bytes(path).decode("utf-8-sig", errors="replace").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, number, readable_name(path))


def _row(line: str, number: int, source: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("clause"), str):
        raise UnreadableDocumentError(
            source,
            zh=f"第 {number} 行不是带有 clause（文字）的 JSON 对象",
            en=f"line {number} is no JSON object with the text of a clause",
        )
    return row
