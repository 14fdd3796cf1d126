"""Findings in the form that reports and other systems take."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Department, Page, Settings, Store
from queries.cards import finding_by_id
from queries.finding import Findings
from queries.findings import find

router = APIRouter(prefix="/findings", tags=["问题线索 / findings"])


class FindingsPage(Findings):
    """A page of the findings; ``total`` counts all that fit."""

    total: int


@router.get("", summary="问题线索，最该看的在前 / Findings, the one to look at first first")
def findings(
    store: Store,
    settings: Settings,
    kind: Annotated[list[str] | None, Query(description="类别，可多选 / kinds")] = None,
    department: Department = None,
    page: Page = 1,
    page_size: Annotated[int | None, Query(ge=1, description="每页条数 / findings per page")] = None,
) -> FindingsPage:
    """Findings, the one to look at first first."""
    found = find(store, kinds=kind, department=department)
    size = min(page_size or settings.page_size, settings.max_page_size)
    start = (page - 1) * size
    return FindingsPage(
        data_version=found.data_version,
        rules_version=found.rules_version,
        findings=found.findings[start : start + size],
        total=len(found.findings),
    )


@router.get("/{finding}", summary="一条问题线索 / One finding")
def finding(store: Store, finding: str) -> Findings:
    """One finding."""
    return finding_by_id(store, finding)
