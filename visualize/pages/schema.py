"""The ontology as a page."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Store
from graph.health import count_kinds
from visualize.negotiation import pages
from visualize.rendering import render

router = pages()


@router.get("/schema")
def schema(request: Request, store: Store) -> Response:
    """Show the kinds of nodes and edges, and how many there are."""
    return render(request, "schema.html", counts=count_kinds(store))
