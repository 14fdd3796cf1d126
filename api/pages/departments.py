"""The departments, and all of one of them."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.cards import department_card
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.read import Selection, list_findings, stored_findings
from dutygraph.visualize.found import by_department, marked

router = pages()


@router.get("/departments")
def departments(request: Request, store: Store, settings: Settings, text: str = "") -> Response:
    """Show the departments with a list, and the bodies that are only mentioned."""
    chosen: dict[str, Scalar] = {"text": text, "limit": settings.max_rows}
    return render(
        request,
        "departments.html",
        chosen=text,
        departments=run_query(store, "departments", chosen).rows,
        mentioned=run_query(store, "mentioned", chosen).rows,
        finding_counts=by_department(list_findings(store)),
    )


@router.get("/departments/{department:path}")
def department(request: Request, store: Store, department: str) -> Response:
    """Show all of one department."""
    card = department_card(store, department)
    found = stored_findings(store, Selection(department=card.id))
    return render(
        request,
        "department.html",
        card=card,
        findings=found.findings,
        marked=marked(found.findings),
        stale=found.stale,
    )
