"""Search: a question, who answers, and where it stands."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.api.route_policy import DEAR
from dutygraph.api.routes.search import SearchRequest
from dutygraph.queries.catalogue.bodies import bodies_with_lists
from dutygraph.queries.search.answer import search as answer_of
from dutygraph.queries.search.question import LONGEST

router = pages(DEAR)


class _SearchParams(SearchRequest):
    """A question of a reader; the page without one is the form alone."""

    q: str = Field(default="", max_length=LONGEST)

    def address(self, **more: object) -> str:
        """Return the query of the address of the same question with other parameters; what is None is left out."""
        values = {**self.model_dump(exclude_defaults=True, exclude={"offset"}), **more}
        return "?" + urlencode({name: value for name, value in values.items() if value is not None})


@router.get("/search")
def search(
    request: Request, store: Store, settings: Settings, params: Annotated[_SearchParams, Query()]
) -> Response:
    """Show who answers a question, and every entry that has all of its words, page by page."""
    size = settings.page_size
    answer = (
        answer_of(store, params.q, params, offset=params.offset, limit=size) if params.q.strip() else None
    )
    return render(
        request,
        "search.html",
        params=params,
        answer=answer,
        departments=bodies_with_lists(store),
        page=params.offset // size + 1,
        pages=-(-answer.total // size) if answer else 0,
        previous_page=params.address(offset=max(0, params.offset - size)),
        next_page=params.address(offset=params.offset + size),
    )
