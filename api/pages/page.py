"""A template as the answer to a request: in the language of the reader, who is Chinese unless English was chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from dutygraph.bilingual import Bilingual
from dutygraph.visualize.rendering import html
from dutygraph.visualize.texts import LANGUAGES, Language

_LANGUAGE = "lang"
_YEAR = 365 * 24 * 3600


def language_of(request: Request) -> Language:
    """Return the language that the address names, else the one chosen before."""
    for choice in (request.query_params.get(_LANGUAGE), request.cookies.get(_LANGUAGE)):
        if choice in LANGUAGES:
            return choice
    return "zh"


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Return the page that a template makes of its context; a language that the address names is kept for the next ones."""
    language = language_of(request)
    page = html(template, language, {**_addresses(request), **context})
    response = HTMLResponse(page, status)
    if request.query_params.get(_LANGUAGE) in LANGUAGES:
        response.set_cookie(_LANGUAGE, language, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def error_page(
    request: Request, status: int, text: Bilingual, problems: Sequence[Mapping[str, str]], request_id: str
) -> Response:
    """Return a page for an error: its sentence, each problem of the request, and the way back.

    For an error of the service it names the request, to be found in the log.
    """
    return render(
        request,
        "error.html",
        status=status,
        code=status,
        sentence=text.zh if language_of(request) == "zh" else text.en,
        problems=problems,
        request_id=request_id if status >= 500 else None,
    )


def _addresses(request: Request) -> Mapping[str, str]:
    """Return the address of this page, and those of the same in the other language and as data."""
    return {
        "path": request.url.path,
        "in_zh": _address(request, _LANGUAGE, "zh"),
        "in_en": _address(request, _LANGUAGE, "en"),
        "as_json": _address(request, "format", "json"),
    }


def _address(request: Request, name: str, value: str) -> str:
    """Return the address of this page with one parameter changed."""
    return f"{request.url.path}?{request.url.include_query_params(**{name: value}).query}"
