"""One address for people and programs: a browser gets the page, everybody else the data, as JSON or as a table."""

import re
from collections.abc import Mapping

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

from dutygraph.api.route_policy import PolicyRouter, RoutePolicy

JSON = "application/json"
TABLES: Mapping[str, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types of what a spreadsheet opens, by the names that the parameter ``format`` has for them."""

_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


def wants_page(request: Request) -> bool:
    """Whether the client likes HTML better than JSON and as well as a table, as browsers do, and asks for no ``format``."""
    accept = _accept(request)
    html = quality("text/html", accept)
    likes_tables = any(quality(media_type, accept) > html for media_type in TABLES.values())
    return html > quality(JSON, accept) and not likes_tables and "format" not in request.query_params


def liked_format(request: Request) -> str:
    """Return the format that an Accept header likes best among ``json`` and TABLES; ``json`` when it likes none better."""
    accept = _accept(request)
    liked = {name: quality(media_type, accept) for name, media_type in {"json": JSON, **TABLES}.items()}
    return max(liked, key=lambda name: liked[name])


def _accept(request: Request) -> str:
    return ",".join(request.headers.getlist("accept"))


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
        match, child_scope = super().matches(scope)
        if match != Match.NONE and not wants_page(Request(scope)):
            return Match.NONE, {}
        return match, child_scope


def pages(policy: RoutePolicy) -> PolicyRouter:
    """Return a router for pages, which the description of the API leaves out."""
    return PolicyRouter(policy, PageRoute, include_in_schema=False, default_response_class=Response)
