"""One address for people and programs: a browser gets the page, everybody else the data."""

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope


def wants_page(request: Request) -> bool:
    """Whether the client is a browser that shows pages: it names text/html and asks for no ``format``."""
    return "text/html" in request.headers.get("accept", "") and "format" not in request.query_params


class PageRoute(APIRoute):
    """A route that only exists for browsers, so that the data routes behind it serve everybody else."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as any route does, for requests that want a page."""
        if scope["type"] == "http" and not wants_page(Request(scope)):
            return Match.NONE, {}
        return super().matches(scope)


def pages() -> APIRouter:
    """Return a router for pages, which the description of the API leaves out."""
    return APIRouter(route_class=PageRoute, include_in_schema=False, default_response_class=Response)
