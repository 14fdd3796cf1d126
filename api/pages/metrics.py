"""The network of departments: who stands between others, and which belong together."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import run_query

router = pages()


@router.get("/metrics")
def metrics(request: Request, store: Store, settings: Settings, region: str = "") -> Response:
    """Show the measures of the departments, region by region, and what they mean."""
    arguments: dict[str, Scalar] = {"region": region, "limit": settings.max_rows}
    rows = run_query(store, "hubs", arguments).rows
    return render(request, "metrics.html", chosen=region, rows=rows)
