"""The page at which a filled-in letter is read back, and what it brought."""

from typing import Annotated

from fastapi import File, Request, UploadFile
from starlette.responses import Response

from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import CACHED, FILE, PolicyRouter
from dutygraph.api.routes.letters import taken_letter
from dutygraph.api.security.access import Reviewer
from dutygraph.bilingual import in_language
from dutygraph.queries.errors import LetterError

router = pages(CACHED)
forms = PolicyRouter(FILE, WriteRoute, include_in_schema=False)


@router.get("/letters")
def letters(request: Request) -> Response:
    """Show the form that takes a letter."""
    return render(request, "letters.html", read=None, refused="")


@forms.post("/letters/answers")
def answers(request: Request, actor: Reviewer, file: Annotated[UploadFile, File()]) -> Response:
    """Keep the answers of a letter, and show them; one that cannot be read is told on the page."""
    try:
        read = taken_letter(request, actor, file)
    except LetterError as error:
        told = in_language(error.text, language_of(request))
        return render(request, "letters.html", status=error.status, read=None, refused=told)
    return render(request, "letters.html", read=read, refused="")
