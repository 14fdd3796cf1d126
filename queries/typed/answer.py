"""The answer to a statement that a user types."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from dutygraph.graph.errors import QueryError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import RefusedStatementError
from dutygraph.queries.typed.columns import columns_of
from dutygraph.queries.typed.guard import checked
from dutygraph.queries.versions import data_version

_SAID = 500
"""Characters of what the engine says."""


class TypedAnswer(BaseModel):
    """Rows of a statement, by column; ``more`` says that it had more than ``limit`` rows, which were not read.

    Where there are no rows, ``RETURN *`` names no columns.
    """

    columns: list[str]
    rows: list[dict[str, Any]]
    limit: int
    more: bool
    data_version: str


def answer_typed(store: GraphStore, statement: str, parameters: Mapping[str, Any], limit: int) -> TypedAnswer:
    """Return the first rows of a statement that reads.

    Raises RefusedStatementError for one that does anything else and for one that the engine does not understand.
    """
    try:
        sent = checked(statement)
        columns, rows = store.read_first(sent, parameters, limit + 1)
    except QueryError as error:
        raise RefusedStatementError(zh=error.text.zh[:_SAID], en=error.text.en[:_SAID]) from error
    return TypedAnswer(
        columns=columns or columns_of(sent),
        rows=rows[:limit],
        limit=limit,
        more=len(rows) > limit,
        data_version=data_version(store),
    )
