"""A template as the answer to a request: in the language of the reader, who is Chinese unless English was chosen."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from dutygraph import clock
from dutygraph.api.jobs.queue import Jobs
from dutygraph.api.pages.naming import naming
from dutygraph.bilingual import in_language
from dutygraph.errors import DutygraphError
from dutygraph.queries.errors import OutdatedFindingsError
from dutygraph.visualize.rendering import html
from dutygraph.visualize.texts import LANGUAGES, Language

_LANGUAGE = "lang"
REVIEWER = "reviewer"
"""The cookie that remembers the name of whoever judged last."""
REGION = "region"
"""The parameter that names a region, and the cookie that keeps it."""
YEAR = 365 * 24 * 3600
"""Seconds that a cookie stays."""
_WRONG = 400


def language_of(request: Request) -> Language:
    """Return the language that the address names, else the one chosen before."""
    for choice in (request.query_params.get(_LANGUAGE), request.cookies.get(_LANGUAGE)):
        if choice in LANGUAGES:
            return choice
    return "zh"


def reviewer_of(request: Request) -> str:
    """Return the name of whoever judged last in this browser; empty before that."""
    return unquote(request.cookies.get(REVIEWER, ""))


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    refused: DutygraphError | None = None,
    **context: Any,
) -> HTMLResponse:
    """Return the page that a template makes of its context; what the address names as language or region is kept.

    ``refused`` is why the form of the page could not be taken; the template is given its words ("" when there is none).
    """
    language = language_of(request)
    status = refused.status if refused else status
    words = in_language(refused.text, language) if refused else ""
    jobs: Jobs = request.state.jobs
    beside = {"named": naming(request), "computing": jobs.going_on()}
    page = html(template, language, {**_addresses(request), **beside, "refused": words, **context})
    response = HTMLResponse(page, status)
    if request.query_params.get(_LANGUAGE) in LANGUAGES:
        response.set_cookie(_LANGUAGE, language, max_age=YEAR, httponly=True, samesite="lax")
    region = request.query_params.get(REGION)
    if region is not None and status < _WRONG and unquote(request.cookies.get(REGION, "")) != region:
        response.set_cookie(REGION, quote(region), max_age=YEAR, httponly=True, samesite="lax")
    return response


def error_page(request: Request, body: Mapping[str, Any]) -> Response:
    """Return a page for an error (``ErrorBody``): its sentence, each problem of the request or choice, and the way back.

    For an error of the service it names the request, to be found in the log.
    """
    status = body["status"]
    return render(
        request,
        "error.html",
        status=status,
        code=status,
        sentence=body[language_of(request)],
        problems=[{**one, "parameter": _parameter(one["where"])} for one in body["problems"]],
        choices=body["choices"],
        outdated=body["code"] == OutdatedFindingsError.code,
        request_id=body["request_id"] if status >= 500 else None,
    )


def _parameter(where: str) -> str:
    """Return the name of the parameter in which a mistake is (query.class.0), as a person gave it."""
    _, *inner = where.split(".")
    return ".".join(part for part in inner if not part.isdigit()) or where


def _addresses(request: Request) -> Mapping[str, str]:
    """Return the address of this page, and those of the same in the other language and as data."""
    return {
        "path": request.url.path,
        "today": clock.today().isoformat(),
        "in_zh": _address(request, _LANGUAGE, "zh"),
        "in_en": _address(request, _LANGUAGE, "en"),
        "as_json": _address(request, "format", "json"),
    }


def _address(request: Request, name: str, value: str) -> str:
    """Return the address of this page with one parameter changed, without the path: //elsewhere/x would lead elsewhere."""
    return f"?{request.url.include_query_params(**{name: value}).query}"
