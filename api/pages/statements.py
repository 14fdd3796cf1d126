"""A statement where it stands: as printed, its file and place, and its neighbours."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.cards import statement_context
from dutygraph.queries.findings.read import Selection, stored_findings
from dutygraph.visualize.found import about

router = pages()


@router.get("/statements/{statement}")
def statement(request: Request, store: Store, statement: str) -> Response:
    """Show a statement and what stands around it."""
    context = statement_context(store, statement)
    of_department = stored_findings(store, Selection(department=context.statement["department_id"]))
    return render(
        request,
        "statement.html",
        statement=context.statement,
        around=context.around,
        findings=about(of_department.findings, statement),
        stale=of_department.stale,
    )
