"""A statement where it stands: as printed, its file and place, and its neighbours."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Settings, Store
from queries.cards import statement_context
from queries.findings import find
from visualize.found import about
from visualize.negotiation import pages
from visualize.rendering import render

router = pages()


@router.get("/statements/{statement}")
def statement(request: Request, store: Store, settings: Settings, statement: str) -> Response:
    """Show a statement and what stands around it."""
    context = statement_context(store, statement, timeout=settings.timeout)
    return render(
        request,
        "statement.html",
        statement=context.statement,
        around=context.around,
        findings=about(find(store, department=context.statement["department_id"]).findings, statement),
    )
