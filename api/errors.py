"""Errors of the service in one shape: as JSON for programs, as a page for browsers."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from dutygraph.api.negotiation import wants_page
from dutygraph.api.pages.page import error_page
from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError
from dutygraph.mistakes import words_of

RETRY_SECONDS = 10
"""After so long a client may ask again what was answered with 503."""

log = logging.getLogger("dutygraph.api")


class Problem(BaseModel):
    """One mistake: where it is (``query.limit``), and what is wrong."""

    where: str
    zh: str
    en: str


class ErrorBody(BaseModel):
    """What every error answer holds.

    ``problems`` names the parameters of a request that does not fit; ``request_id`` stands in the log as well.
    """

    status: int
    code: str
    zh: str
    en: str
    problems: list[Problem] = []
    request_id: str


class ForeignHostError(DutygraphError):
    """A request that names a host by which this service does not go."""

    status = 400
    code = "foreign_host"


_HTTP: Mapping[int, tuple[str, Bilingual]] = {
    400: ("bad_request", Bilingual("请求有误", "the request is wrong")),
    404: ("not_found", Bilingual("没有这个页面或接口", "there is nothing at this address")),
    405: (
        "method_not_allowed",
        Bilingual("这个地址不支持这种请求方法", "this address does not take this method"),
    ),
}
_BAD_PARAMETER = Bilingual("请求参数有误", "the parameters of the request do not fit")
RESPONSES: dict[int | str, dict[str, Any]] = {"4XX": {"model": ErrorBody}, "5XX": {"model": ErrorBody}}
"""For OpenAPI: every route can answer so."""


def add_handlers(app: FastAPI) -> None:
    """Let the app answer what FastAPI refuses by itself in the one shape."""
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http_error)


def answer_error(request: Request, error: Exception) -> Response:
    """Return the answer to an error; one that the client cannot mend is logged with its trace.

    An error that is not of this project is a fault of the service.
    """
    answered = error if isinstance(error, DutygraphError) else DutygraphError(zh="", en="")
    if answered.status >= 500:
        log.error("%s %s [%s]", request.method, request.url.path, request.state.request_id, exc_info=error)
    return _respond(request, answered.status, answered.code, answered.answer)


def _bad_request(request: Request, error: Exception) -> Response:
    mistakes = cast("Sequence[Mapping[str, Any]]", cast("RequestValidationError", error).errors())
    return _respond(
        request, 422, "bad_parameter", _BAD_PARAMETER, [_problem(mistake) for mistake in mistakes]
    )


def _problem(mistake: Mapping[str, Any]) -> Problem:
    """Return one of pydantic's mistakes in words; what was sent is not repeated."""
    words = words_of(mistake)
    return Problem(where=".".join(str(part) for part in mistake["loc"]), zh=words.zh, en=words.en)


def _http_error(request: Request, error: Exception) -> Response:
    http_error = cast("HTTPException", error)
    response = _respond(request, http_error.status_code, *_HTTP.get(http_error.status_code, _HTTP[400]))
    response.headers.update(http_error.headers or {})
    return response


def _respond(
    request: Request, status: int, code: str, text: Bilingual, problems: Sequence[Problem] = ()
) -> Response:
    """Return the error as the client wants it: a page or JSON."""
    id_: str = request.state.request_id
    response: Response
    if wants_page(request):
        response = error_page(request, status, text, [p.model_dump() for p in problems], id_)
    else:
        body = ErrorBody(
            status=status, code=code, zh=text.zh, en=text.en, problems=list(problems), request_id=id_
        )
        response = JSONResponse(body.model_dump(), status)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
