"""What the lists say: the departments, all of one of them, and a statement in its place."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.cards import department_card, statement_context
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.read import Selection, list_findings, stored_findings
from dutygraph.visualize.finding_groups import about, by_department, by_node

router = pages()


@router.get("/departments")
def departments(request: Request, store: Store, settings: Settings, text: str = "") -> Response:
    """Show the departments with a list, and the bodies that are only mentioned."""
    arguments: dict[str, Scalar] = {"text": text, "limit": settings.max_rows}
    return render(
        request,
        "departments.html",
        chosen=text,
        departments=run_query(store, "departments", arguments).rows,
        mentioned=run_query(store, "mentioned", arguments).rows,
        finding_counts=by_department(list_findings(store)),
    )


@router.get("/departments/{department:path}")
def department(request: Request, store: Store, department: str) -> Response:
    """Show all of one department."""
    card = department_card(store, department)
    stored = stored_findings(store, Selection(department=card.id))
    return render(
        request,
        "department.html",
        card=card,
        findings=stored.findings,
        marked=by_node(stored.findings),
        stale=stored.stale,
    )


@router.get("/statements/{statement}")
def statement(request: Request, store: Store, statement: str) -> Response:
    """Show a statement as printed, with its file and place, and what stands around it."""
    context = statement_context(store, statement)
    stored = stored_findings(store, Selection(department=context.statement["department_id"]))
    return render(
        request,
        "statement.html",
        statement=context.statement,
        around=context.around,
        findings=about(stored.findings, statement),
        stale=stored.stale,
    )
