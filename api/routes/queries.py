"""The named queries: a list of them, and one route each with its own parameters and columns."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, create_model
from starlette.responses import Response

from dutygraph.api.csv import csv_response
from dutygraph.api.dependencies import Settings, Store
from dutygraph.queries.catalogue.arguments import Parameter
from dutygraph.queries.catalogue.named_queries import Answer, Column, catalogue, find_query, run_query
from dutygraph.queries.catalogue.named_queries import Query as NamedQuery
from dutygraph.visualize.tables import csv_text

router = APIRouter(prefix="/queries", tags=["查询 / queries"])

_TYPES: Mapping[str, type] = {"string": str, "integer": int, "number": float, "boolean": bool}
_FORMAT: Any = (
    Literal["json", "csv"],
    Field("json", description="json，或供表格软件打开的 csv / csv for a spreadsheet"),
)


class QueryCard(BaseModel):
    """A named query as the list shows it."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Column]


@router.get("", summary="全部命名查询 / All named queries")
def queries() -> list[QueryCard]:
    """All named queries."""
    return [_card(query) for query in catalogue().values()]


def _card(query: NamedQuery) -> QueryCard:
    return QueryCard.model_validate(query.model_dump(exclude={"cypher", "computed"}))


def _add_route(query: NamedQuery) -> None:
    router.add_api_route(
        f"/{query.name}",
        _endpoint(query),
        name=f"query_{query.name}",
        response_model=_answer_model(query),
        summary=f"{query.title.zh} / {query.title.en}",
        description=f"{query.description.zh}\n\n{query.description.en}",
    )


def _endpoint(query: NamedQuery) -> Callable[..., Answer | Response]:
    def ask(store: Store, settings: Settings, given: BaseModel) -> Answer | Response:
        arguments = given.model_dump(exclude_unset=True, exclude_none=True)
        shape = arguments.pop("format", "json")
        answer = run_query(store, query.name, arguments, most=settings.max_rows)
        return csv_response(answer.query, csv_text(answer, "zh")) if shape == "csv" else answer

    # FastAPI reads the parameters of a route off its annotations, and these are only known here.
    ask.__annotations__["given"] = Annotated[_arguments_model(query), Query()]
    return ask


def _arguments_model(query: NamedQuery) -> type[BaseModel]:
    fields: dict[str, Any] = {name: _field(parameter) for name, parameter in query.parameters.items()}
    config = ConfigDict(extra="forbid")
    return create_model(f"{query.name}_arguments", __config__=config, **fields, format=_FORMAT)


def _field(parameter: Parameter) -> tuple[Any, Any]:
    type_ = _TYPES[parameter.type]
    field = Field(
        ... if parameter.required else parameter.default,
        description=f"{parameter.zh} / {parameter.en}",
        ge=parameter.minimum,
        le=parameter.maximum,
    )
    return (type_ if parameter.required or parameter.default is not None else type_ | None), field


def _answer_model(query: NamedQuery) -> type[BaseModel]:
    columns: dict[str, Any] = {
        name: (Any, Field(description=f"{column.zh} / {column.en}")) for name, column in query.columns.items()
    }
    row = create_model(f"{query.name}_row", **columns)
    return create_model(f"{query.name}_answer", __base__=Answer, rows=(list[row], ...))  # type: ignore[valid-type]


for _query in catalogue().values():
    _add_route(_query)


@router.get("/{name}", include_in_schema=False)
def unknown(name: str) -> None:
    """Every other name; the error names the nearest queries."""
    find_query(name)
