"""From what a user writes to a finding of the graph."""

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import UnknownFindingError

_SHOWN = 5
"""So many of the ids that a beginning may mean are read and named."""


def finding_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found``, ``evidence`` and ``score`` of the finding that a text means.

    The text is an id or the beginning of one, with or without ``finding-``. Raises UnknownFindingError when no finding
    or more than one begins so.
    """
    rows = store.read(cypher("finding_by_id"), {"text": text.strip(), "most": _SHOWN})
    if len(rows) == 1 or (rows and rows[0]["id"] == text.strip()):
        return rows[0]
    if not rows:
        raise UnknownFindingError(
            zh=f"没有编号为“{text}”的问题线索，可能已随清单更新而消除",
            en=f"there is no finding {text!r}; the lists may have changed since",
        )
    names = [row["id"] for row in rows]
    raise UnknownFindingError(
        zh=f"不止一条问题线索的编号以“{text}”开头，请多写几位，如 {'、'.join(names)}",
        en=f"several findings begin with {text!r}; write more of the id, as {', '.join(names)}",
    )
