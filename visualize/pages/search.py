"""Search by text."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Settings, Store
from queries.arguments import Scalar
from queries.catalogue import run_query
from visualize.negotiation import pages
from visualize.rendering import render

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
