"""Findings in the form that reports and other systems take, the rules they come from, and what people say of them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import csv_response
from dutygraph.queries.findings.filters import FindingFilters
from dutygraph.queries.findings.models import FindingCard, Findings
from dutygraph.queries.findings.read import finding_card, list_findings, read_findings
from dutygraph.queries.findings.rule_cards import RuleCard, rule_card, rule_cards
from dutygraph.queries.verdicts.report import VerdictReport, verdict_report
from dutygraph.visualize.findings_table import findings_csv

_findings = APIRouter(prefix="/findings", tags=["问题线索 / findings"])
_verdicts = APIRouter(prefix="/verdicts", tags=["核查意见 / verdicts"])
_rules = APIRouter(prefix="/rules", tags=["规则 / rules"])
ROUTERS = (_findings, _verdicts, _rules)


class FindingsPage(Findings):
    """A page of the findings; ``total`` counts all that fit."""

    total: int


class FindingsRequest(FindingFilters):
    """The findings that a program asks for, how many at once, and in which form."""

    page: int = Field(default=1, ge=1, description="第几页 / page, from 1")
    page_size: int | None = Field(default=None, ge=1, description="每页条数 / findings per page")
    shape: Literal["json", "csv"] = Field(
        default="json",
        alias="format",
        description="json，或供表格软件打开的 csv（不分页） / csv for a spreadsheet, all pages",
    )


@_findings.get(
    "",
    summary="问题线索，最该看的在前 / Findings, the one to look at first first",
    response_model=FindingsPage,
)
def findings(
    store: Store, settings: Settings, request: Annotated[FindingsRequest, Query()]
) -> FindingsPage | Response:
    """Findings, the one to look at first first."""
    entries = list_findings(store, request.selection)
    if request.shape == "csv":
        return csv_response("findings", findings_csv(read_findings(store, entries).findings, "zh"))
    size = min(request.page_size or settings.page_size, settings.max_page_size)
    page = read_findings(store, entries[(request.page - 1) * size : request.page * size])
    return FindingsPage(**dict(page), total=len(entries))


@_findings.get("/{finding}", summary="一条问题线索及其核查意见 / One finding and its verdicts")
def finding(store: Store, finding: str) -> FindingCard:
    """One finding with its verdict history; the beginning of its id is enough."""
    return finding_card(store, finding)


@_verdicts.get("/report", summary="需复查的核查意见 / Verdicts to be looked at again")
def report(store: Store) -> VerdictReport:
    """Where what is computed now does not fit the verdicts, or people do not agree."""
    return verdict_report(store)


@_rules.get("", summary="全部规则及其设置 / All rules and how they are set")
def rules(store: Store) -> list[RuleCard]:
    """All rules and how they are set."""
    return rule_cards(store)


@_rules.get("/{kind}", summary="一条规则 / One rule")
def rule(store: Store, kind: str) -> RuleCard:
    """One rule and how it is set."""
    return rule_card(store, kind)
