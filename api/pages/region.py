"""The region that a reader has chosen: named in an address it is kept, and holds until another one is named."""

from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from dutygraph.api.pages.page import REGION
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import NamedBody, bodies, regions_of


def region_of(request: Request, known: Mapping[str, NamedBody]) -> str | None:
    """Return the code of the region that the address names, else of the one kept; None for one without bodies."""
    named = request.query_params.get(REGION, unquote(request.cookies.get(REGION, "")))
    return named if named in regions_of(known.values()) else None


def largest_region(known: Mapping[str, NamedBody]) -> str | None:
    """Return the code of the region with most bodies that have lists."""
    counts = Counter(body.region for body in known.values() if body.listed and body.region)
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def to_kept_region(request: Request, store: GraphStore) -> Response | None:
    """Return the way to the same page of the kept region, when the address names none; the state stands in the address."""
    if REGION in request.query_params or not request.cookies.get(REGION):
        return None
    kept = region_of(request, bodies(store))
    return RedirectResponse(f"?{request.url.include_query_params(region=kept).query}", 307) if kept else None
