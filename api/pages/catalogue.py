"""What can be asked: the named queries with a form each, the ontology, and the description of the API."""

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.route_policy import CACHED
from dutygraph.bilingual import in_language
from dutygraph.graph.health import count_kinds
from dutygraph.queries.catalogue.bodies import bodies_with_lists
from dutygraph.queries.catalogue.named_queries import Answer, Query, catalogue, find_query, run_query
from dutygraph.queries.errors import ArgumentError

router = pages(CACHED)


@router.get("/queries")
def queries(request: Request) -> Response:
    """Show all named queries."""
    return render(request, "queries.html", queries=list(catalogue().values()))


@router.get("/queries/{name}")
def query(request: Request, store: Store, settings: Settings, name: str) -> Response:
    """Show the form of a query, and its answer once every parameter that it needs is given."""
    query = find_query(name)
    sent = request.query_params.items()
    arguments = {key: value for key, value in sent if key in query.parameters and value}
    answer: Answer | None = None
    mistake = ""
    if _complete(query, arguments):
        try:
            answer = run_query(store, name, arguments, most=settings.max_rows)
        except ArgumentError as error:
            mistake = in_language(error.text, language_of(request))
    return render(
        request,
        "query.html",
        status=422 if mistake else 200,
        query=query,
        arguments=defaultdict(str, arguments),
        answer=answer,
        mistake=mistake,
        departments=bodies_with_lists(store),
        as_json=_data_address(name, arguments, "json"),
        as_csv=_data_address(name, arguments, "csv"),
    )


def _complete(query: Query, arguments: Mapping[str, str]) -> bool:
    return all(name in arguments for name, parameter in query.parameters.items() if parameter.required)


def _data_address(name: str, arguments: Mapping[str, str], shape: str) -> str:
    return f"/queries/{name}?{urlencode({**arguments, 'format': shape})}"


@router.get("/schema")
def schema(request: Request, store: Store) -> Response:
    """Show the kinds of nodes and edges, and how many there are."""
    return render(request, "schema.html", counts=count_kinds(store))


@router.get("/docs")
def docs(request: Request) -> Response:
    """Show every data route with its parameters, to be tried out; drawn in the browser without the network."""
    return render(request, "docs.html")
