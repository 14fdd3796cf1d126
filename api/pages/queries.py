"""The named queries, each with a form for its parameters."""

from collections import defaultdict
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.queries.catalogue.named_queries import Answer, Query, catalogue, find_query, run_query
from dutygraph.queries.errors import ArgumentError

router = pages()


@router.get("/queries")
def queries(request: Request) -> Response:
    """Show all named queries."""
    return render(request, "queries.html", queries=list(catalogue().values()))


@router.get("/queries/{name}")
def query(request: Request, store: Store, settings: Settings, name: str) -> Response:
    """Show the form of a query, and its answer once every parameter that it needs is given."""
    asked = find_query(name)
    given = {key: value for key, value in request.query_params.items() if key in asked.parameters and value}
    answer: Answer | None = None
    mistake = ""
    if _complete(asked, given):
        try:
            answer = run_query(store, name, given, most=settings.max_rows)
        except ArgumentError as error:
            mistake = error.text.zh if language_of(request) == "zh" else error.text.en
    departments = run_query(store, "departments", {}).rows
    return render(
        request,
        "query.html",
        status=422 if mistake else 200,
        query=asked,
        given=defaultdict(str, given),
        answer=answer,
        mistake=mistake,
        departments=departments,
        as_json=_twin(name, given, "json"),
        as_csv=_twin(name, given, "csv"),
    )


def _complete(query: Query, given: dict[str, str]) -> bool:
    return all(name in given for name, parameter in query.parameters.items() if parameter.required)


def _twin(name: str, given: dict[str, str], shape: str) -> str:
    return f"/queries/{name}?{urlencode({**given, 'format': shape})}"
