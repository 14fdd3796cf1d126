"""What holds for every data route: known parameters only, and an answer that a client may keep while the graph stays."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.responses import Response

from dutygraph.api.route_policy import PolicyRouter, RoutePolicy
from dutygraph.graph.identity import digest
from dutygraph.mistakes import unknown_parameter
from dutygraph.queries.errors import nearest

Answering = Callable[[Request], Coroutine[Any, Any, Response]]

_EVERYWHERE = {"format": ("json",), "lang": ("zh", "en")}
"""Parameters that pages add to the address of their data, with the values that a route takes which does not name them."""
_UNCHANGED: dict[int | str, dict[str, Any]] = {
    304: {
        "description": "数据未变，If-None-Match 所列仍有效 / unchanged since the ETag that If-None-Match names"
    }
}


class StrictRoute(APIRoute):
    """A route that refuses parameters it does not take."""

    def get_route_handler(self) -> Answering:
        """Return what answers a request."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            if mistakes := list(_unknown(request, set(_names(self.dependant)))):
                raise RequestValidationError(mistakes)
            return await handle(request)

        return answer


class DataRoute(StrictRoute):
    """A route that says which state of the graph its answer rests on, and spares a client what it has already."""

    def get_route_handler(self) -> Answering:
        """Return what answers a request."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            return await _while_it_holds(request, handle)

        return answer


def data_routes(policy: RoutePolicy, prefix: str = "", *tags: str) -> PolicyRouter:
    """Return a router for data of the graph, which depend on nothing else."""
    return PolicyRouter(policy, DataRoute, *tags, prefix=prefix, responses=_UNCHANGED)


async def _while_it_holds(request: Request, handle: Answering) -> Response:
    """Answer 304 to a client that has the answer of this state of the graph; else answer, with its ETag (RFC 9110).

    The ETag also changes with the edition of the service (its version and settings), on which answers depend too.

    ``SharedReadMiddleware`` says in the state of the request which revision its answer is of.
    """
    revision = getattr(request.state, "revision", None)
    if request.method != "GET" or revision is None:
        return await handle(request)
    params = (request.url.path, request.url.query, *request.headers.getlist("accept"))
    tag = f'W/"{digest(request.app.state.edition, revision, *params)}"'
    if tag in _held(request):
        return Response(status_code=304, headers={"ETag": tag})
    response = await handle(request)
    response.headers["ETag"] = tag
    return response


def _held(request: Request) -> set[str]:
    held = ",".join(request.headers.getlist("if-none-match")).split(",")
    return {tag if tag.startswith("W/") else f"W/{tag}" for tag in map(str.strip, held)}


def _names(dependant: Dependant) -> Iterator[str]:
    """The names of all query parameters that a route takes."""
    for field in dependant.query_params:
        type_ = field.field_info.annotation
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            yield from (inner.alias or name for name, inner in type_.model_fields.items())
        else:
            yield field.alias
    for inner in dependant.dependencies:
        yield from _names(inner)


def _unknown(request: Request, known: set[str]) -> Iterator[dict[str, Any]]:
    """Return a mistake for each parameter that the route does not take, as pydantic would put it."""
    for name in dict.fromkeys(request.query_params):
        values = request.query_params.getlist(name)
        if name in known:
            continue
        if name not in _EVERYWHERE:
            yield unknown_parameter(("query", name[:80]), nearest(name, sorted(known)))
        elif not set(values) <= {"", *_EVERYWHERE[name]}:
            expected = ", ".join(_EVERYWHERE[name])
            yield {
                "type": "literal_error",
                "loc": ("query", name),
                "msg": f"Input should be {expected}",
                "ctx": {"expected": expected},
            }
