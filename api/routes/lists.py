"""What the lists say: departments, all of one of them, and statements as printed with their place in the document."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from dutygraph.api.dependencies import Settings, Store
from dutygraph.queries.catalogue.cards import (
    DepartmentCard,
    StatementContext,
    department_card,
    statement_context,
)
from dutygraph.queries.catalogue.named_queries import Answer, run_query

_departments = APIRouter(prefix="/departments", tags=["部门 / departments"])
_statements = APIRouter(prefix="/statements", tags=["出处 / sources"])
ROUTERS = (_departments, _statements)


@_departments.get(
    "", summary="有责任清单的部门及其数目 / Departments with a list of their own and what it holds"
)
def departments(
    store: Store,
    settings: Settings,
    text: Annotated[str, Query(description="名称含 / part of the name")] = "",
) -> Answer:
    """Departments with a list of their own and what it holds."""
    return run_query(store, "departments", {"text": text, "limit": settings.max_rows})


@_departments.get("/{department:path}", summary="一个部门的全部内容 / All of one department")
def department(
    store: Store,
    department: Annotated[str, Path(description="部门编号、名称或别称 / id, name or other name")],
) -> DepartmentCard:
    """All of one department."""
    return department_card(store, department)


@_statements.get("/{statement}", summary="一条内容的原文、出处和上下文 / A statement in its place")
def statement(store: Store, statement: str) -> StatementContext:
    """A statement as printed, its source and what stands around it."""
    return statement_context(store, statement)
