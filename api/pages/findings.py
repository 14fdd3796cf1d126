"""The findings, and one of them with its evidence."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Page, Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.models import Severity
from dutygraph.queries.findings.ranking import SEVERITIES
from dutygraph.queries.findings.read import (
    STATUSES,
    Selection,
    Status,
    finding_card,
    list_findings,
    read_findings,
)
from dutygraph.queries.findings.rules import rules
from dutygraph.visualize.found import by_class
from dutygraph.visualize.waterfall import waterfall

router = pages()


@router.get("/findings")
def findings(
    request: Request,
    store: Store,
    settings: Settings,
    kind: str = "",
    department: str = "",
    severity: Severity | Literal[""] = "",
    status: Status | Literal[""] = "",
    min_score: Annotated[float, Field(ge=0, le=1)] | Literal[""] = "",
    page: Page = 1,
) -> Response:
    """Show the findings of a choice, page by page."""
    chosen = {
        "kind": kind,
        "department": department,
        "severity": severity,
        "status": status,
        "min_score": min_score,
    }
    of_all_kinds = Selection(
        department=department or None,
        severity=severity or None,
        status=status or None,
        min_score=None if min_score == "" else min_score,
    )
    entries = list_findings(store, of_all_kinds)
    wanted = [entry for entry in entries if kind in ("", entry.kind)]
    size = settings.page_size
    found = read_findings(store, wanted[(page - 1) * size : page * size])
    return render(
        request,
        "findings.html",
        groups=by_class(entries),
        departments=run_query(store, "departments", {}).rows,
        severities=SEVERITIES,
        statuses=STATUSES,
        chosen=chosen,
        findings=found.findings,
        stale=found.stale,
        total=len(wanted),
        page=page,
        pages=max(1, -(-len(wanted) // size)),
        address=lambda to: "?" + urlencode({**chosen, "page": to}),
        as_csv="/findings?"
        + urlencode({**{name: value for name, value in chosen.items() if value != ""}, "format": "csv"}),
    )


@router.get("/findings/{finding}")
def finding(request: Request, store: Store, finding: str) -> Response:
    """Show a finding with all of its evidence and what people have said about it."""
    card = finding_card(store, finding)
    (item,) = card.findings
    return render(
        request, "finding.html", item=item, steps=waterfall(item), card=card, rule=rules().get(item.kind)
    )
