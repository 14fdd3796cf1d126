"""Letters: who would get one, and the form at which a filled-in one is read back, with what it brought."""

from typing import Annotated

from fastapi import File, Request, UploadFile
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import CACHED, FILE, PolicyRouter
from dutygraph.api.routes.letters import taken_letter
from dutygraph.api.security.access import Reviewer
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.errors import LetterError
from dutygraph.queries.letters.reading import LetterRead
from dutygraph.queries.letters.selection import LetterFilters, recipients

router = pages(CACHED)
forms = PolicyRouter(FILE, WriteRoute, include_in_schema=False)


@router.get("/letters")
def letters(request: Request, store: Store) -> Response:
    """Show to whom letters can be written, and the form that takes one that came back."""
    return _shown(request, store)


@forms.post("/letters/answers")
def answers(request: Request, store: Store, actor: Reviewer, file: Annotated[UploadFile, File()]) -> Response:
    """Keep the answers of a letter, and show them; why one cannot be read is shown on the page."""
    try:
        read = taken_letter(request, actor, file)
    except LetterError as error:
        return _shown(request, store, refused=error)
    return _shown(request, store, read)


def _shown(
    request: Request, store: GraphStore, read: LetterRead | None = None, refused: LetterError | None = None
) -> Response:
    return render(
        request,
        "letters.html",
        read=read,
        refused=refused,
        counts=recipients(store, LetterFilters()),
        known=bodies(store),
    )
