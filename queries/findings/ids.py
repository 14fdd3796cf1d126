"""From what a user writes to a finding or topic of the graph."""

from collections.abc import Sequence

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import UnknownFindingError

_SHOWN = 5
"""So many of the ids that a beginning may mean are read and named."""


def finding_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found`` and what standings are told by of the finding that a text means.

    The text is an id or the beginning of one, with or without ``finding-``. Raises UnknownFindingError when no finding
    or more than one begins so.
    """
    rows = store.read(cypher("finding_by_id"), {"text": text.strip(), "most": _SHOWN})
    return _the_one(rows, text, zh="问题线索", en="finding")


def topic_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found`` and ``wordings`` of the topic that a text means, as for a finding."""
    rows = store.read(cypher("topic_by_id"), {"text": text.strip(), "most": _SHOWN})
    return _the_one(rows, text, zh="议题", en="topic")


def judged_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``score``, ``payloads`` (of the finding, or of a topic's members) and ``reaches`` (ids of findings).

    The text means a finding, or, if it begins with ``topic-``, a topic. Raises UnknownFindingError.
    """
    if text.strip().startswith("topic-"):
        id_, score = topic_row(store, text)["id"], None
    else:
        row = finding_row(store, text)
        id_, score = row["id"], row["score"]
    (judged,) = store.read(cypher("judged"), {"id": id_})
    return {"id": id_, "score": score, **judged}


def _the_one(rows: Sequence[Row], text: str, *, zh: str, en: str) -> Row:
    if len(rows) == 1 or (rows and rows[0]["id"] == text.strip()):
        return rows[0]
    if not rows:
        raise UnknownFindingError(
            zh=f"没有编号为“{text}”的{zh}，可能已随清单更新而消除",
            en=f"there is no {en} {text!r}; the lists may have changed since",
        )
    names = [row["id"] for row in rows]
    raise UnknownFindingError(
        zh=f"不止一个{zh}的编号以“{text}”开头，请多写几位，如 {'、'.join(names)}",
        en=f"several {en}s begin with {text!r}; write more of the id, as {', '.join(names)}",
    )
