"""The network of departments: who stands between others, and which belong together."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Settings, Store
from queries.arguments import Scalar
from queries.catalogue import run_query
from visualize.negotiation import pages
from visualize.rendering import render

router = pages()


@router.get("/metrics")
def metrics(request: Request, store: Store, settings: Settings, region: str = "") -> Response:
    """Show the measures of the departments, region by region, and what they mean."""
    arguments: dict[str, Scalar] = {"region": region, "limit": settings.max_rows}
    rows = run_query(store, "hubs", arguments).rows
    return render(request, "metrics.html", chosen=region, rows=rows)
