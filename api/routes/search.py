"""Search: who answers for what was asked, and where it stands."""

from typing import Annotated

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, Listed, PageChoice, send
from dutygraph.api.route_policy import DEAR
from dutygraph.queries.search.answer import SearchFilters, as_table, search
from dutygraph.queries.search.models import SearchAnswer
from dutygraph.queries.search.question import LONGEST
from dutygraph.visualize.tables import answer_table

router = data_routes(DEAR, "", "检索 / search")
_ROWS = 50


class SearchRequest(PageChoice, SearchFilters):
    """A question, what narrows its answer, and which rows are asked for."""

    q: str = Field(
        min_length=1,
        max_length=LONGEST,
        description="问题或要找的文字，如 谁管食品、食品 安全、7600272 / a question or a text",
        examples=["谁管食品"],
    )


@router.get(
    "/search",
    summary="谁管什么，写在哪里 / Who answers for what, and where it says so",
    response_model=SearchAnswer,
    responses=TABLE_RESPONSES,
)
def answer(
    request: Request, store: Store, settings: Settings, params: Annotated[SearchRequest, Query()]
) -> Response:
    """The bodies that answer, and every entry that has all words of the question, the best first."""
    offset, limit = params.slice(settings.max_rows, _ROWS)
    found = search(store, params.q, params, offset=offset, limit=limit)
    table = as_table(found)
    page = Listed("search", found, lambda lang: answer_table(table, lang), limit, offset, found.more)
    return send(request, page, params)
