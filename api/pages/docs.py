"""The description of the API, drawn in the browser without the network."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render

router = pages()


@router.get("/docs")
def docs(request: Request) -> Response:
    """Show every data route with its parameters, to be tried out."""
    return render(request, "docs.html")
