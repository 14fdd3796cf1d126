"""What departments answer about findings: kept apart from what is computed, added to and never overwritten."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable

from dutygraph.bilingual import Bilingual
from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Comment
from dutygraph.queries.findings.review.review_journal import SaidJournal


def _comment(properties: Row) -> Comment:
    """The comment that properties stand for; ``_row`` makes them."""
    return Comment.model_validate(
        {
            "finding": properties.get("finding"),
            "department": properties.get("department_name"),
            "department_id": properties.get("department"),
            "text": properties.get("text"),
            "at": properties.get("at"),
            "source": properties.get("source"),
            "locator": json.loads(str(properties.get("place"))),
        }
    )


COMMENTS = SaidJournal(
    "comments.jsonl",
    "all_comments",
    "keep_comments",
    Bilingual("部门意见", "comments"),
    _comment,
)


def keep_comments(store: GraphStore, comments: Iterable[Comment]) -> list[Comment]:
    """Add comments, all or none; return those that were new.

    One that says what its department said last about the finding is there already. Raises UnwritableFileError.
    """
    with store.locked():
        given = list(comments)
        last = {
            (one.finding, one.department_id): one.text
            for found in comments_on(store, {one.finding for one in given}).values()
            for one in found
        }
        new = [one for one in given if last.get((one.finding, one.department_id)) != one.text]
        if new:
            COMMENTS.keep_rows(store, map(_row, new))
    return new


def comments_on(store: GraphStore, findings: Collection[str] | None = None) -> dict[str, list[Comment]]:
    """Return the comments on findings (whole ids), or on all, by finding in the order of time."""
    asked = None if findings is None else sorted(findings)
    found: dict[str, list[Comment]] = defaultdict(list)
    for row in store.read(cypher("comments"), {"findings": asked}):
        found[row["finding"]].append(_comment(row))
    return dict(found)


def _row(comment: Comment) -> Row:
    properties = {
        "finding": comment.finding,
        "department": comment.department_id,
        "department_name": comment.department,
        "text": comment.text,
        "at": comment.at,
        "source": comment.source,
        "place": json.dumps(comment.locator, ensure_ascii=False),
    }
    id_ = f"comment-{digest(comment.finding, comment.department_id, comment.text, comment.at)}"
    return {"id": id_, "properties": properties}
