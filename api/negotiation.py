"""One address for people and programs: a browser gets the page, everybody else the data, as JSON or CSV."""

import re

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


def wants_page(request: Request) -> bool:
    """Whether the client likes HTML better than JSON, as browsers do, and asks for no ``format``."""
    accept = ",".join(request.headers.getlist("accept"))
    likes_html = quality("text/html", accept) > quality("application/json", accept)
    return likes_html and "format" not in request.query_params


def quality(media_type: str, accept: str) -> float:
    """Return how much an Accept header likes a media type, from 0 to 1 (RFC 9110, 12.5.1).

    The most specific range that fits decides; a range whose weight is not well formed counts as 0.
    """
    weights = dict(map(_weighted, accept.lower().split(",")))
    ranges = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((weights[name] for name in ranges if name in weights), 0.0)


def _weighted(text: str) -> tuple[str, float]:
    """The media range that a part of an Accept header names, and its weight."""
    name, *parameters = (part.strip() for part in text.split(";"))
    weight = next((part[2:] for part in parameters if part.startswith("q=")), "1")
    return name, float(weight) if _QUALITY.fullmatch(weight) else 0.0


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


def csv_response(name: str, text: str) -> Response:
    """Return CSV text as the file ``name``.csv."""
    return Response(
        text.encode("utf-8-sig"),  # without the mark at the start Excel garbles Chinese
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
