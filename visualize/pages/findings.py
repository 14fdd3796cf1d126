"""The findings, and one of them with its evidence."""

from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Page, Settings, Store
from queries.cards import finding_by_id
from queries.catalogue import run_query
from queries.findings import find
from visualize.found import by_class
from visualize.negotiation import pages
from visualize.rendering import render

router = pages()


@router.get("/findings")
def findings(
    request: Request,
    store: Store,
    settings: Settings,
    kind: str = "",
    department: str = "",
    page: Page = 1,
) -> Response:
    """Show findings of a kind and of a department, page by page."""
    of_department = find(store, department=department or None).findings
    found = [finding for finding in of_department if kind in ("", finding.kind)]
    start = (page - 1) * settings.page_size
    return render(
        request,
        "findings.html",
        groups=by_class(of_department),
        departments=run_query(store, "departments", {}, timeout=settings.timeout).rows,
        chosen_kind=kind,
        chosen_department=department,
        findings=found[start : start + settings.page_size],
        total=len(found),
        page=page,
        pages=max(1, -(-len(found) // settings.page_size)),
        address=lambda to: "?" + urlencode({"kind": kind, "department": department, "page": to}),
    )


@router.get("/findings/{finding}")
def finding(request: Request, store: Store, finding: str) -> Response:
    """Show a finding with all of its evidence."""
    found = finding_by_id(store, finding)
    return render(
        request,
        "finding.html",
        item=found.findings[0],
        data_version=found.data_version,
        rules_version=found.rules_version,
    )
