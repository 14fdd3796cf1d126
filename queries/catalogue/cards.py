"""Several questions at once: all of one department, a statement in its place."""

from typing import Any

from pydantic import BaseModel, Field

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import UnknownStatementError

Rows = list[dict[str, Any]]
_ALL = 10_000
"""The most rows a named query gives; more than any list holds."""


class DepartmentCard(BaseModel):
    """All of one department; each part holds the rows of the named query that its description names."""

    id: str
    name: str
    lists: Rows = Field(description="department")
    duties: Rows = Field(description="duties")
    offices: Rows = Field(description="offices")
    matters: Rows = Field(description="department_parties")
    regimes: Rows = Field(description="regimes")
    services: Rows = Field(description="services")
    rules: Rows = Field(description="rules")
    network: Rows = Field(description="hubs")
    data_version: str


class StatementContext(BaseModel):
    """A statement as printed, and what stands around it in its list: rows of the named query ``context``."""

    statement: dict[str, Any]
    around: Rows
    data_version: str


def department_card(store: GraphStore, text: str) -> DepartmentCard:
    """Return all of the department that a text means; raises UnknownDepartmentError."""
    id_ = department_id(store, text)

    def ask(query: str, **more: int) -> Rows:
        return run_query(store, query, {"department": id_, **more}).rows

    head = run_query(store, "department", {"department": id_})
    return DepartmentCard(
        id=id_,
        name=head.rows[0]["department"],
        lists=head.rows,
        duties=ask("duties", limit=_ALL),
        offices=ask("offices"),
        matters=ask("department_parties", limit=_ALL),
        regimes=ask("regimes"),
        services=ask("services", limit=_ALL),
        rules=ask("rules", limit=_ALL),
        network=ask("hubs"),
        data_version=head.data_version,
    )


def statement_context(store: GraphStore, id_: str) -> StatementContext:
    """Return a statement with what stands around it; raises UnknownStatementError."""
    answer = run_query(store, "context", {"id": id_})
    here = [row for row in answer.rows if row["here"]]
    if not here:
        raise UnknownStatementError(
            zh=f"图中没有编号为“{id_}”的内容，清单可能已重新读取",
            en=f"there is no statement {id_!r} in the graph",
        )
    return StatementContext(statement=here[0], around=answer.rows, data_version=answer.data_version)
