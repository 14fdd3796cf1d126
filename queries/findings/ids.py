"""From what a user writes to a finding or topic of the graph."""

from typing import Literal

from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import AmbiguousNameError, Namesake, UnknownFindingError
from dutygraph.visible import shortened

Subject = Literal["finding", "topic"]
"""What people give a verdict on."""
_SHOWN = 8
"""So many of the ids that a beginning may mean are read and named."""
_LONGEST = 41
"""Characters of a sentence by which one of several is told."""


def finding_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found`` and what standings are told by of the finding that a text means.

    The text is an id or the beginning of one, with or without ``finding-``. Raises UnknownFindingError when no finding
    begins so, AmbiguousNameError when more than one does.
    """
    return _the_one(store, text.strip(), "Finding", cypher("finding_by_id"))


def topic_row(store: GraphStore, text: str) -> Row:
    """Return ``id``, ``payload``, ``found`` and ``wordings`` of the topic that a text means, as for a finding."""
    return _the_one(store, text.strip(), "Topic", cypher("topic_by_id"))


def subject_of(text: str) -> Subject:
    """Return what a text that may mean either means: a topic only if it begins with ``topic-``."""
    return "topic" if text.strip().startswith("topic-") else "finding"


def judged_row(store: GraphStore, text: str, subject: Subject) -> Row:
    """Return ``id``, ``score``, ``payloads`` (of the finding, or of a topic's members) and ``reaches`` (ids of findings).

    The text is the id of such a subject, or the beginning of one. Raises UnknownFindingError and AmbiguousNameError.
    """
    if subject == "topic":
        id_, score = topic_row(store, text)["id"], None
    else:
        row = finding_row(store, text)
        id_, score = row["id"], row["score"]
    (judged,) = store.read(cypher("judged"), {"id": id_})
    return {"id": id_, "score": score, **judged}


def _the_one(store: GraphStore, text: str, kind: Literal["Finding", "Topic"], statement: str) -> Row:
    name, term = kind.lower(), ontology().node(kind)
    rows = store.read(statement, {"text": text, "most": _SHOWN})
    if len(rows) == 1 or (rows and rows[0]["id"] == text):
        return rows[0]
    if not rows:
        raise UnknownFindingError(
            zh=f"没有编号为“{text}”的{term.zh}，可能已随清单更新而消除",
            en=f"there is no {name} {text!r}; the lists may have changed since",
        )
    (counted,) = store.read(cypher("begun_ids", KIND=kind), {"text": text, "begun": f"{name}-"})
    choices = [Namesake(row["id"], shortened(row["sentence"] or "", _LONGEST), kind) for row in rows]
    raise AmbiguousNameError(text, choices, counted["count"], zh=f"个{term.zh}", en=f"{name}s")
