"""What can be asked: named queries, each a route with parameters and columns of its own, and the ontology."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel

from dutygraph.api.data_route import StrictRoute, data_routes
from dutygraph.api.listing import RowChoice, rows_of
from dutygraph.api.query_routes import add_query_route
from dutygraph.api.route_policy import CACHED, PolicyRouter
from dutygraph.graph.ontology import Ontology, ontology
from dutygraph.queries.catalogue.arguments import Parameter
from dutygraph.queries.catalogue.named_queries import AnswerColumn, catalogue, find_query
from dutygraph.queries.catalogue.named_queries import Query as NamedQuery

_catalogue = PolicyRouter(CACHED, StrictRoute, "查询 / queries", prefix="/queries")
_queries = data_routes(CACHED, "/queries")
_schema = PolicyRouter(CACHED, StrictRoute, "本体 / schema")
ROUTERS = (_queries, _catalogue, _schema)


class QueryCard(BaseModel):
    """A named query as the list shows it."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, AnswerColumn]


@_catalogue.get("", summary="全部命名查询 / All named queries")
def queries(request: Request, response: Response, params: Annotated[RowChoice, Query()]) -> list[QueryCard]:
    """All named queries."""
    return rows_of(request, response, [_card(query) for query in catalogue().values()], params)


def _card(query: NamedQuery) -> QueryCard:
    return QueryCard.model_validate(query.model_dump(exclude={"cypher", "computed"}))


for _query in catalogue().values():
    add_query_route(_queries, f"/{_query.name}", _query.name, "查询 / queries")


@_catalogue.get("/{name}", include_in_schema=False)
def unknown(name: str) -> None:
    """Refuse every other name; the error names the nearest queries."""
    find_query(name)


@_schema.get("/schema", summary="节点和关系的类型 / The kinds of nodes and edges")
def schema() -> Ontology:
    """The kinds of nodes and edges."""
    return ontology()
