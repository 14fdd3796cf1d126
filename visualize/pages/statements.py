"""A statement where it stands: as printed, its file and place, and its neighbours."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Store
from queries.cards import statement_context
from queries.stored import Selection, stored_findings
from visualize.found import about
from visualize.negotiation import pages
from visualize.rendering import render

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
