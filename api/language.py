"""The language of a page: Chinese unless the reader chose English."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.visualize.texts import LANGUAGES, Language

_NAME = "lang"
_YEAR = 365 * 24 * 3600


def language_of(request: Request) -> Language:
    """Return the language that the address names, else the one chosen before."""
    for choice in (request.query_params.get(_NAME), request.cookies.get(_NAME)):
        if choice in LANGUAGES:
            return choice
    return "zh"


def remember(request: Request, response: Response) -> None:
    """Keep a language that the address names for the pages to come."""
    if request.query_params.get(_NAME) in LANGUAGES:
        response.set_cookie(_NAME, language_of(request), max_age=_YEAR, httponly=True, samesite="lax")
