"""The ontology as a page."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.graph.health import count_kinds

router = pages()


@router.get("/schema")
def schema(request: Request, store: Store) -> Response:
    """Show the kinds of nodes and edges, and how many there are."""
    return render(request, "schema.html", counts=count_kinds(store))
