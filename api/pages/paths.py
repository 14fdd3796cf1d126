"""Dependency paths: from where to where, over which edges, each in a sentence and step by step with its texts."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.route_policy import DEAR
from dutygraph.api.routes.graph import MOST_HOPS, PathsRequest
from dutygraph.bilingual import in_language
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.catalogue.nodes import find_node
from dutygraph.queries.catalogue.paths import PathsAnswer, paths_between
from dutygraph.queries.errors import AmbiguousNameError, ArgumentError, Namesake
from dutygraph.queries.findings.read.pairs import sharing_most

router = pages(DEAR)
_SUGGESTED = {"departments": "department", "matters": "matter", "laws": "basis"}
"""Named queries whose rows are suggested as ends, and the column with the name."""
_MOST = 300
"""So many of each are suggested."""
_EXAMPLES = 3


class _PathsParams(PathsRequest):
    """What a reader asks for; the page without both ends is the form alone."""

    source: str = ""
    target: str = ""
    hops: int = Field(6, ge=1, le=MOST_HOPS)


@router.get("/paths")
def paths(request: Request, store: Store, params: Annotated[_PathsParams, Query()]) -> Response:
    """Show the paths between two things, or which of the names means several."""
    answer: PathsAnswer | None = None
    mistake, choices, status = "", {}, 200
    try:
        if params.source.strip() and params.target.strip():
            answer = paths_between(store, params.source, params.target, params.limits, params.which)
    except ArgumentError as error:
        mistake = in_language(error.text, language_of(request))
        choices, status = _choices(request, store, params), error.status
    return render(
        request,
        "paths.html",
        status=status,
        params=params,
        answer=answer,
        mistake=mistake,
        choices=choices,
        edges=ontology().dependencies(),
        chosen={edge.value for edge in params.edge},
        most=MOST_HOPS,
        suggestions=_suggestions(store),
        examples=[] if answer or mistake else _examples(store),
    )


def _choices(request: Request, store: GraphStore, params: _PathsParams) -> dict[str, list[dict[str, Any]]]:
    """For each end whose name means several things: these, with the address that asks for one of them instead."""
    return {
        end: [
            {"node": one, "address": f"?{request.url.include_query_params(**{end: one.id}).query}"}
            for one in _namesakes(store, text)
        ]
        for end, text in (("source", params.source), ("target", params.target))
    }


def _namesakes(store: GraphStore, text: str) -> Sequence[Namesake]:
    try:
        find_node(store, text)
    except AmbiguousNameError as error:
        return error.choices
    except ArgumentError:
        return []
    return []


def _examples(store: GraphStore) -> list[dict[str, Any]]:
    """Bodies that share matters, with the address of the paths between them."""
    named = Counter(body.name for body in bodies(store).values())
    return [
        {"a": a.short, "b": b.short, "count": count, "address": f"/paths?{urlencode(ends)}"}
        for a, b, count in sharing_most(store, _EXAMPLES)
        for ends in [
            {end: one.name if named[one.name] == 1 else one.id for end, one in (("source", a), ("target", b))}
        ]
    ]


def _suggestions(store: GraphStore) -> list[str]:
    found = {
        row[column]: None
        for query, column in _SUGGESTED.items()
        for row in run_query(store, query, {"limit": _MOST}).rows
    }
    return list(found)
