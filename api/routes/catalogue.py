"""What can be asked: named queries, each a route with parameters and columns of its own, search, and the ontology."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, create_model
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import csv_response
from dutygraph.graph.ontology import Ontology, ontology
from dutygraph.queries.catalogue.arguments import Parameter, Scalar, arguments_model
from dutygraph.queries.catalogue.named_queries import Answer, AnswerColumn, catalogue, find_query, run_query
from dutygraph.queries.catalogue.named_queries import Query as NamedQuery
from dutygraph.visualize.tables import csv_text

_queries = APIRouter(prefix="/queries", tags=["查询 / queries"])
_search = APIRouter(tags=["检索 / search"])
_schema = APIRouter(tags=["本体 / schema"])
ROUTERS = (_queries, _search, _schema)

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
    columns: Mapping[str, AnswerColumn]


@_queries.get("", summary="全部命名查询 / All named queries")
def queries() -> list[QueryCard]:
    """All named queries."""
    return [_card(query) for query in catalogue().values()]


def _card(query: NamedQuery) -> QueryCard:
    return QueryCard.model_validate(query.model_dump(exclude={"cypher", "computed"}))


def _add_route(query: NamedQuery) -> None:
    _queries.add_api_route(
        f"/{query.name}",
        _endpoint(query),
        name=f"query_{query.name}",
        response_model=_answer_model(query),
        summary=f"{query.title.zh} / {query.title.en}",
        description=f"{query.description.zh}\n\n{query.description.en}",
    )


def _endpoint(query: NamedQuery) -> Callable[..., Answer | Response]:
    def ask(store: Store, settings: Settings, request: BaseModel) -> Answer | Response:
        arguments = request.model_dump(exclude_unset=True, exclude_none=True)
        shape = arguments.pop("format", "json")
        answer = run_query(store, query.name, arguments, most=settings.max_rows)
        return csv_response(answer.query, csv_text(answer, "zh")) if shape == "csv" else answer

    # FastAPI reads the parameters of a route off its annotations, and these are only known here.
    ask.__annotations__["request"] = Annotated[_request_model(query), Query()]
    return ask


def _request_model(query: NamedQuery) -> type[BaseModel]:
    """The arguments of a query, and the form of its answer."""
    arguments = arguments_model(tuple(query.parameters.items()))
    return create_model(f"{query.name}_request", __base__=arguments, format=_FORMAT)


def _answer_model(query: NamedQuery) -> type[BaseModel]:
    columns: dict[str, Any] = {
        name: (Any, Field(description=f"{column.zh} / {column.en}")) for name, column in query.columns.items()
    }
    row = create_model(f"{query.name}_row", **columns)
    return create_model(f"{query.name}_answer", __base__=Answer, rows=(list[row], ...))  # type: ignore[valid-type]


for _query in catalogue().values():
    _add_route(_query)


@_queries.get("/{name}", include_in_schema=False)
def unknown(name: str) -> None:
    """Refuse every other name; the error names the nearest queries."""
    find_query(name)


@_search.get("/search", summary="含某词的全部内容 / Every statement that contains a text")
def search(
    store: Store,
    settings: Settings,
    q: Annotated[
        str, Query(min_length=1, description="要找的文字，两个字即可 / text; two characters are enough")
    ],
    department: Annotated[
        str | None, Query(description="部门名称、别称或编号 / name, other name or id of a department")
    ] = None,
) -> Answer:
    """Every statement that contains a text."""
    arguments: dict[str, Scalar] = {"text": q, "department": department or "", "limit": settings.max_rows}
    return run_query(store, "search", arguments)


@_schema.get("/schema", summary="节点和关系的类型 / The kinds of nodes and edges")
def schema() -> Ontology:
    """The kinds of nodes and edges."""
    return ontology()
