"""A named query as a route: its parameters and columns become those of the route, and its answer comes in every form."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field, create_model
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, FormChoice, listed_answer, send
from dutygraph.queries.catalogue.arguments import arguments_model
from dutygraph.queries.catalogue.named_queries import Answer, find_query, run_query
from dutygraph.queries.catalogue.named_queries import Query as NamedQuery


def add_query_route(router: APIRouter, address: str, name: str, tag: str) -> None:
    """Let a router answer at an address what the named query ``name`` says."""
    query = find_query(name)
    router.add_api_route(
        address,
        _endpoint(query),
        name=f"{name}_at_{address[1:]}",
        tags=[tag],
        response_model=answer_model(name),
        responses=TABLE_RESPONSES,
        summary=f"{query.title.zh} / {query.title.en}",
        description=f"{query.description.zh}\n\n{query.description.en}",
    )


def _endpoint(query: NamedQuery) -> Callable[..., Response]:
    def ask(request: Request, store: Store, settings: Settings, params: Any) -> Response:
        form = FormChoice.model_validate({"format": params.shape, "lang": params.lang})
        arguments = params.model_dump(exclude_unset=True, exclude_none=True, exclude={"shape", "lang"})
        answer = run_query(store, query.name, arguments, most=settings.max_rows)
        return send(request, listed_answer(answer), form)

    # FastAPI reads the parameters of a route off its annotations, and these are only known here.
    ask.__annotations__["params"] = Annotated[_request_model(query.name), Query()]
    return ask


@cache
def _request_model(name: str) -> type[BaseModel]:
    """The arguments of a query, and the form of its answer; how many rows there are at most says the service."""
    parameters = {
        key: one.model_copy(update={"maximum": None}) if key == "limit" else one
        for key, one in find_query(name).parameters.items()
    }
    arguments = arguments_model(tuple(parameters.items()))
    form: dict[str, Any] = {
        name: (field.annotation, field) for name, field in FormChoice.model_fields.items()
    }
    return create_model(f"{name}_request", __base__=arguments, **form)


@cache
def answer_model(name: str) -> type[BaseModel]:
    """Return the form of a query's answer, with its columns described."""
    columns: dict[str, Any] = {
        name: (Any, Field(description=f"{column.zh} / {column.en}"))
        for name, column in find_query(name).columns.items()
    }
    row = create_model(f"{name}_row", **columns)
    return create_model(f"{name}_answer", __base__=Answer, rows=(list[row], ...))  # type: ignore[valid-type]
