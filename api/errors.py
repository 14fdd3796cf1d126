"""Errors of the service in one shape: as JSON for programs, as a page for browsers."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from api.mistakes import Problem, problems_of
from graph.errors import DeadlineError, GraphError
from queries.cards import UnknownStatementError
from queries.errors import ArgumentError, UnknownDepartmentError, UnknownFindingError, UnknownQueryError
from visualize.errors import error_page
from visualize.negotiation import wants_page

log = logging.getLogger("dutygraph.api")


class ErrorBody(BaseModel):
    """What every error answer holds; ``problems`` names the parameters of a request that does not fit."""

    status: int
    code: str
    zh: str
    en: str
    problems: list[Problem] = []


_SAID: Mapping[type[GraphError], tuple[int, str]] = {
    UnknownQueryError: (404, "unknown_query"),
    UnknownDepartmentError: (404, "unknown_department"),
    UnknownStatementError: (404, "unknown_statement"),
    UnknownFindingError: (404, "unknown_finding"),
    ArgumentError: (422, "bad_parameter"),
    DeadlineError: (504, "deadline"),
}
"""Errors that whoever asks can mend, with their own words. Every other error of the graph is the service's."""

_HTTP: Mapping[int, tuple[str, str, str]] = {
    400: ("bad_request", "请求有误", "the request is wrong"),
    404: ("not_found", "没有这个页面或接口", "there is nothing at this address"),
    405: ("method_not_allowed", "这个地址不支持这种请求方法", "this address does not take this method"),
}
_UNAVAILABLE = ErrorBody(
    status=503,
    code="store_unavailable",
    zh="图数据库暂时不可用，请稍后再试；原因见服务日志",
    en="the graph database is not available; try again later, the reason is in the log of the service",
)
_INTERNAL = ErrorBody(
    status=500,
    code="internal",
    zh="服务内部出错，原因见服务日志",
    en="the service failed; the reason is in its log",
)
RESPONSES: dict[int | str, dict[str, Any]] = {"4XX": {"model": ErrorBody}, "5XX": {"model": ErrorBody}}
"""For OpenAPI: every route can answer so."""


def add_handlers(app: FastAPI) -> None:
    """Let the app answer every error in the one shape."""
    app.add_exception_handler(GraphError, _graph_error)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http_error)


def respond(request: Request, body: ErrorBody) -> Response:
    """Return the error as the client wants it."""
    if wants_page(request):
        return error_page(request, body.status, body.zh, body.en, [p.model_dump() for p in body.problems])
    return JSONResponse(body.model_dump(), body.status)


def internal_error(request: Request, error: Exception) -> Response:
    """Log what nobody expected, with its trace, and tell the client no more than that it happened."""
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    return respond(request, _INTERNAL)


def _graph_error(request: Request, error: Exception) -> Response:
    graph_error = cast("GraphError", error)
    for kind, (status, code) in _SAID.items():
        if isinstance(error, kind):
            return respond(request, ErrorBody(status=status, code=code, zh=graph_error.zh, en=graph_error.en))
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    return respond(request, _UNAVAILABLE)


def _bad_request(request: Request, error: Exception) -> Response:
    mistakes = cast("Sequence[Mapping[str, object]]", cast("RequestValidationError", error).errors())
    return respond(
        request,
        ErrorBody(
            status=422,
            code="bad_parameter",
            zh="请求参数有误",
            en="the parameters of the request do not fit",
            problems=problems_of(mistakes),
        ),
    )


def _http_error(request: Request, error: Exception) -> Response:
    http_error = cast("HTTPException", error)
    code, zh, en = _HTTP.get(http_error.status_code, _HTTP[400])
    return respond(request, ErrorBody(status=http_error.status_code, code=code, zh=zh, en=en))
