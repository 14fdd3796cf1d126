"""Errors of the service in one shape: as JSON for programs, as a page for browsers."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Mount

from dutygraph.api.error_body import PROBLEM_JSON, Choice, ErrorBody, Problem
from dutygraph.api.negotiation import wants_page
from dutygraph.api.pages.page import error_page
from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError
from dutygraph.mistakes import words_of
from dutygraph.queries.errors import AmbiguousNameError

RETRY_SECONDS = 10
"""After so long a client may ask again what was answered with 503."""

log = logging.getLogger("dutygraph.api")


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
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_BAD_PARAMETER = Bilingual("请求参数有误", "the parameters of the request do not fit")
_SCHEMA = {"schema": {"$ref": "#/components/schemas/ErrorBody"}}
_DESCRIBED: Mapping[int | str, str] = {
    300: "名称可以指多个对象，choices 列出各个 / a name means several things, which choices lists",
    "4XX": "请求有误 / the request is wrong",
    "5XX": "服务出错或繁忙 / the service failed or is busy",
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"content": {PROBLEM_JSON: _SCHEMA}, "description": description}
    for status, description in _DESCRIBED.items()
}
"""For OpenAPI: every route can answer so. ``describe`` adds the schema; as a model it would be made anew for each route."""


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
    choices = (
        [Choice(**asdict(one)) for one in answered.choices]
        if isinstance(answered, AmbiguousNameError)
        else ()
    )
    body = _body(request, answered.status, answered.code, answered.answer)
    return _respond(request, body.model_copy(update={"choices": list(choices)}))


def _bad_request(request: Request, error: Exception) -> Response:
    mistakes = cast("Sequence[Mapping[str, Any]]", cast("RequestValidationError", error).errors())
    body = _body(request, 422, "bad_parameter", _BAD_PARAMETER)
    return _respond(
        request, body.model_copy(update={"problems": [_problem(mistake) for mistake in mistakes]})
    )


def _problem(mistake: Mapping[str, Any]) -> Problem:
    """Return one of pydantic's mistakes in words; what was sent is not repeated."""
    words = words_of(mistake)
    return Problem(where=".".join(str(part) for part in mistake["loc"]), zh=words.zh, en=words.en)


def _http_error(request: Request, error: Exception) -> Response:
    http_error = cast("HTTPException", error)
    status = http_error.status_code
    response = _respond(request, _body(request, status, *_HTTP.get(status, _HTTP[400])))
    response.headers.update(http_error.headers or {})
    if status == 405:
        response.headers["Allow"] = ", ".join(_allowed(request))
    return response


def _allowed(request: Request) -> list[str]:
    """Return the methods that some route takes at the address; who takes GET takes HEAD."""
    found = [method for method in _METHODS if _takes(request, method)] or ["GET"]
    return [*found, "HEAD"] if "GET" in found else found


def _takes(request: Request, method: str) -> bool:
    scope = {**request.scope, "method": method}
    return any(
        route.matches(dict(scope))[0] is Match.FULL
        for route in request.app.routes
        if not isinstance(route, Mount)
    )


def _body(request: Request, status: int, code: str, text: Bilingual) -> ErrorBody:
    return ErrorBody(
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        zh=text.zh,
        en=text.en,
        request_id=request.state.request_id,
    )


def _respond(request: Request, body: ErrorBody) -> Response:
    """Return the error as the client wants it: a page or JSON."""
    response: Response
    if wants_page(request):
        response = error_page(request, body.model_dump())
    else:
        response = JSONResponse(body.model_dump(), body.status, media_type=PROBLEM_JSON)
    response.headers["Cache-Control"] = "no-store"
    if body.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if body.status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
