"""Findings in the form that reports and other systems take."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dutygraph.api.csv import csv_response
from dutygraph.api.dependencies import Department, Page, Settings, Store
from dutygraph.queries.findings.models import FindingCard, Findings, Severity
from dutygraph.queries.findings.read import Selection, Status, finding_card, list_findings, read_findings
from dutygraph.queries.findings.rules import select_kinds
from dutygraph.visualize.findings_table import findings_csv

router = APIRouter(prefix="/findings", tags=["问题线索 / findings"])


class FindingsPage(Findings):
    """A page of the findings; ``total`` counts all that fit."""

    total: int


@router.get(
    "",
    summary="问题线索，最该看的在前 / Findings, the one to look at first first",
    response_model=FindingsPage,
)
def findings(
    store: Store,
    settings: Settings,
    kind: Annotated[list[str] | None, Query(description="类别，可多选 / kinds")] = None,
    department: Department = None,
    severity: Annotated[Severity | None, Query(description="程度 / severity")] = None,
    status: Annotated[Status | None, Query(description="核查意见 / what the last verdict says")] = None,
    min_score: Annotated[float | None, Query(ge=0, le=1, description="最低得分 / least score")] = None,
    page: Page = 1,
    page_size: Annotated[int | None, Query(ge=1, description="每页条数 / findings per page")] = None,
    shape: Annotated[
        Literal["json", "csv"],
        Query(
            alias="format",
            description="json，或供表格软件打开的 csv（不分页） / csv for a spreadsheet, all pages",
        ),
    ] = "json",
) -> FindingsPage | Response:
    """Findings, the one to look at first first."""
    entries = list_findings(
        store, Selection(select_kinds(kind or ()), department, severity, status, min_score)
    )
    if shape == "csv":
        return csv_response("findings", findings_csv(read_findings(store, entries).findings, "zh"))
    size = min(page_size or settings.page_size, settings.max_page_size)
    found = read_findings(store, entries[(page - 1) * size : page * size])
    return FindingsPage(**dict(found), total=len(entries))


@router.get("/{finding}", summary="一条问题线索及其核查意见 / One finding and its verdicts")
def finding(store: Store, finding: str) -> FindingCard:
    """One finding with its verdict history; the beginning of its id is enough."""
    return finding_card(store, finding)
