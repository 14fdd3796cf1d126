"""The named queries: one ``.cypher`` file each in ``named/``, and running them."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.arguments import Parameter, Scalar, arguments_of
from dutygraph.queries.catalogue.computed import COMPUTED
from dutygraph.queries.catalogue.headed import USED, Headed, load
from dutygraph.queries.errors import UnknownQueryError
from dutygraph.queries.versions import data_version


class AnswerColumn(BaseModel):
    """A column of an answer and what it is called.

    ``type`` says what its values are: ``locator`` is JSON text in the graph and an object in the answer;
    ``term`` is a label or edge type of the ontology and becomes ``{"name", "zh", "en"}``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str
    type: Literal["value", "locator", "term"] = "value"


class Query(Headed):
    """A named query with its header.

    The statement takes the parameters or, where it asks for ``computed`` ones, these alone: functions of
    ``dutygraph.queries.catalogue.computed`` make them of the parameters.
    """

    title: Bilingual
    description: Bilingual
    parameters: Mapping[str, Parameter] = Field(default_factory=dict)
    computed: tuple[str, ...] = ()
    columns: Mapping[str, AnswerColumn]

    @model_validator(mode="after")
    def _parameters_are_the_ones_used(self) -> Self:
        if odd := set(USED.findall(self.cypher)) ^ set(self.computed or self.parameters):
            raise ValueError(f"in the header or in the statement, but not in both: {', '.join(sorted(odd))}")
        if odd := set(self.computed) - set(COMPUTED):
            raise ValueError(f"nothing computes {', '.join(sorted(odd))}")
        return self


class Answer(BaseModel):
    """Rows of a query; ``arguments`` are the values it ran with, defaults and ids of departments filled in."""

    query: str
    arguments: dict[str, Scalar | None]
    columns: Mapping[str, AnswerColumn]
    rows: list[dict[str, Any]]
    data_version: str


@cache
def catalogue() -> Mapping[str, Query]:
    """Return all named queries by name. Raises CatalogueError that names every mistake in every header."""
    return load("named", Query)


def find_query(name: str) -> Query:
    """Return a query. Raises UnknownQueryError that names the nearest ones."""
    queries = catalogue()
    if name in queries:
        return queries[name]
    near = get_close_matches(name, queries, cutoff=0.5) or list(queries)
    raise UnknownQueryError(
        zh=f"没有名为“{name}”的查询，相近的有：{'、'.join(near)}",
        en=f"there is no query {name!r}; nearest: {', '.join(near)}",
    )


def run_query(
    store: GraphStore,
    name: str,
    arguments: Mapping[str, Scalar],
    *,
    most: int | None = None,
) -> Answer:
    """Ask a named query.

    Arguments may be texts, as they come from a command line or a URL. Raises UnknownQueryError; ArgumentError for
    a parameter that is missing, unknown or badly typed; UnknownDepartmentError for a name that is no department's.
    At most ``most`` rows can be asked for.
    """
    query = find_query(name)
    parameters = query.parameters if most is None else _with_most(query.parameters, most)
    values = arguments_of(store, parameters, arguments)
    rows = store.read(query.cypher, parameters_of(store, query, values))
    return Answer(
        query=query.name,
        arguments=values,
        columns=query.columns,
        rows=[_shown(row, query.columns) for row in rows],
        data_version=data_version(store),
    )


def _with_most(parameters: Mapping[str, Parameter], most: int) -> Mapping[str, Parameter]:
    """Return the parameters with a ``limit`` that goes up to ``most``."""
    limit = parameters.get("limit")
    if limit is None or limit.maximum is None or limit.maximum <= most:
        return parameters
    lower = {"maximum": most, "default": min(most, int(limit.default or most))}
    return {**parameters, "limit": limit.model_copy(update=lower)}


def parameters_of(
    store: GraphStore, query: Query, arguments: Mapping[str, Scalar | None]
) -> Mapping[str, Any]:
    """Return the parameters of a query's statement."""
    return {name: COMPUTED[name](store, arguments) for name in query.computed} or arguments


def _shown(row: Mapping[str, Any], columns: Mapping[str, AnswerColumn]) -> dict[str, Any]:
    return {name: _value(row[name], column.type) for name, column in columns.items()}


def _value(value: Any, type_: str) -> Any:
    if value is None or type_ == "value":
        return value
    return json.loads(value) if type_ == "locator" else _term(value)


def _term(name: str) -> dict[str, str]:
    known = ontology()
    kind = known.edge(name) if name in known.edges else known.node(name)
    return {"name": name, "zh": kind.zh, "en": kind.en}
