"""Search by text."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import run_query

router = pages()


@router.get("/search")
def search(request: Request, store: Store, settings: Settings, q: str = "", department: str = "") -> Response:
    """Show every statement that contains a text."""
    arguments: dict[str, Scalar] = {"text": q, "department": department, "limit": settings.max_rows}
    rows = run_query(store, "search", arguments).rows if q else []
    return render(
        request,
        "search.html",
        q=q,
        chosen_department=department,
        departments=run_query(store, "departments", {}).rows,
        rows=rows,
        cut=len(rows) == settings.max_rows,
    )
