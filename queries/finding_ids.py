"""From what a user writes to a finding of the graph."""

from graph.store import GraphStore
from graph.values import Row
from queries.errors import UnknownFindingError
from queries.statements import statement

_SHOWN = 5


def finding_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found``, ``evidence`` and ``score`` of the finding that a text means.

    The text is an id or the beginning of one, with or without ``finding-``. Raises UnknownFindingError when no finding
    or more than one begins so.
    """
    rows = store.read(statement("finding_by_id"), {"text": text.strip()})
    exact = [row for row in rows if row["id"] == text.strip()]
    if len(rows) == 1 or exact:
        return (exact or rows)[0]
    if not rows:
        raise UnknownFindingError(
            zh=f"没有编号为“{text}”的问题线索，可能已随清单更新而消除",
            en=f"there is no finding {text!r}; the lists may have changed since",
        )
    names = "、".join(row["id"] for row in rows[:_SHOWN])
    raise UnknownFindingError(
        zh=f"有 {len(rows)} 条问题线索的编号以“{text}”开头，请多写几位：{names}",
        en=f"{len(rows)} findings begin with {text!r}; write more of the id: {names}",
    )
