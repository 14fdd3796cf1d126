"""The lists of the service for browsers, each the rows of a named query with its filters, page by page."""

from collections import defaultdict
from collections.abc import Callable
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.api.pages.window import Window
from dutygraph.api.route_policy import CACHED
from dutygraph.api.routes.lists import LISTS
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.bodies import bodies_with_lists
from dutygraph.queries.catalogue.named_queries import Query, find_query, run_query

router = pages(CACHED)
_OWN_PAGES = ("/departments", "/metrics")
"""Lists that have a page of another kind."""
_NO_ARGUMENTS = ("lang", "page", "limit", "offset")
"""Which rows stand on a page, the page itself decides."""


def _page(name: str) -> Callable[..., Response]:
    query = find_query(name)
    known = {key: one for key, one in query.parameters.items() if key not in ("limit", "offset")}
    filtered: Query = query.model_copy(update={"parameters": known})

    def show(request: Request, store: Store, settings: Settings) -> Response:
        sent = request.query_params.items()
        arguments: dict[str, Scalar] = {key: one for key, one in sent if key not in _NO_ARGUMENTS}
        window = Window.of(request, min(settings.page_size, settings.max_rows))
        answer = run_query(store, name, {**arguments, **window.arguments})
        chosen = {key: value for key, value in arguments.items() if value}
        return render(
            request,
            "list.html",
            query=filtered,
            answer=answer,
            arguments=defaultdict(str, chosen),
            departments=bodies_with_lists(store) if "department" in known else [],
            as_json=f"?{urlencode({**chosen, 'format': 'json'})}",
            as_csv=f"?{urlencode({**chosen, 'format': 'csv'})}",
            **window.ways(request, more=answer.more),
        )

    return show


for _address, (_name, _) in LISTS.items():
    if _address not in _OWN_PAGES:
        router.add_api_route(_address, _page(_name), name=f"page_of_{_name}")
