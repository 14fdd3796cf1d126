"""Departments, and all of one of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from dutygraph.api.dependencies import Settings, Store
from dutygraph.queries.catalogue.cards import DepartmentCard, department_card
from dutygraph.queries.catalogue.named_queries import Answer, run_query

router = APIRouter(prefix="/departments", tags=["部门 / departments"])


@router.get("", summary="有责任清单的部门及其数目 / Departments with a list of their own and what it holds")
def departments(
    store: Store,
    settings: Settings,
    text: Annotated[str, Query(description="名称含 / part of the name")] = "",
) -> Answer:
    """Departments with a list of their own and what it holds."""
    return run_query(store, "departments", {"text": text, "limit": settings.max_rows})


@router.get("/{department:path}", summary="一个部门的全部内容 / All of one department")
def department(
    store: Store,
    department: Annotated[str, Path(description="部门编号、名称或别称 / id, name or other name")],
) -> DepartmentCard:
    """All of one department."""
    return department_card(store, department)
