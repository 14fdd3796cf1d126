"""The named queries: one ``.cypher`` file each in ``named/``, and running them."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Self, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.arguments import Parameter, Scalar, arguments_of
from dutygraph.queries.catalogue.computed import COMPUTED
from dutygraph.queries.catalogue.cypher_header import USED, QueryFile, load
from dutygraph.queries.catalogue.nodes import term
from dutygraph.queries.errors import UnknownQueryError, suggestion
from dutygraph.queries.versions import data_version

_MOST_AT_ONCE = 10_000
"""Rows of one page: the highest ``limit`` that headers allow."""


class AnswerColumn(BaseModel):
    """A column of an answer and what it is called.

    ``type`` says what its values are: ``locator`` is JSON text in the graph and an object in the answer;
    ``term`` is a label or edge type of the ontology and becomes ``{"name", "zh", "en"}``. ``of`` says which column
    the values of ``id`` belong to; ``duty_id`` goes with ``duty``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str
    type: Literal["value", "locator", "term"] = "value"
    of: str | None = None


class Query(QueryFile):
    """A named query with its header.

    The statement takes the parameters and those that are ``computed``: functions of
    ``dutygraph.queries.catalogue.computed`` make them of the parameters, which the statement may then leave to them.
    """

    title: Bilingual
    description: Bilingual
    parameters: Mapping[str, Parameter] = Field(default_factory=dict)
    computed: tuple[str, ...] = ()
    columns: Mapping[str, AnswerColumn]

    @model_validator(mode="after")
    def _parameters_are_the_ones_used(self) -> Self:
        used, given = set(USED.findall(self.cypher)), {*self.parameters, *self.computed}
        needed = set(self.computed or self.parameters)
        if odd := (used - given) | (needed - used):
            raise ValueError(f"in the header or in the statement, but not in both: {', '.join(sorted(odd))}")
        if odd := set(self.computed) - set(COMPUTED):
            raise ValueError(f"nothing computes {', '.join(sorted(odd))}")
        if ("limit" in self.parameters) != ("offset" in self.parameters):
            raise ValueError("limit and offset go together: every list is read in pages")
        if odd := {column.of for column in self.columns.values() if column.of} - set(self.columns):
            raise ValueError(f"an id of columns that there are not: {', '.join(sorted(odd))}")
        return self


class Answer(BaseModel):
    """Rows of a query; ``arguments`` are the values it ran with, defaults and ids of departments filled in.

    ``more`` says that there are rows after these, beyond ``limit``.
    """

    query: str
    arguments: dict[str, Scalar | None]
    columns: Mapping[str, AnswerColumn]
    rows: list[dict[str, Any]]
    more: bool = False
    data_version: str


@cache
def catalogue() -> Mapping[str, Query]:
    """Return all named queries by name. Raises CatalogueError that names every mistake in every header."""
    return load("named", Query)


def find_query(name: str) -> Query:
    """Return a query. Raises UnknownQueryError that names the nearest ones, if any is near."""
    queries = catalogue()
    if name in queries:
        return queries[name]
    hint = suggestion(name, queries, "dutygraph query")
    raise UnknownQueryError(
        zh=f"没有名为“{name}”的查询，{hint.zh}", en=f"there is no query {name!r}; {hint.en}"
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
    limit = cast("int | None", values.get("limit"))
    one_more = values if limit is None else {**values, "limit": limit + 1}
    rows = store.read(query.cypher, parameters_of(store, query, one_more))
    return Answer(
        query=query.name,
        arguments=values,
        columns=query.columns,
        rows=[_shown(row, query.columns) for row in rows[:limit]],
        more=limit is not None and len(rows) > limit,
        data_version=data_version(store),
    )


def whole_answer(store: GraphStore, name: str, arguments: Mapping[str, Scalar]) -> Answer:
    """Ask a named query that has pages for all of its rows. Raises as ``run_query`` does."""
    answer = run_query(store, name, {**arguments, "limit": _MOST_AT_ONCE})
    more = answer.more
    while more:
        window = {"limit": _MOST_AT_ONCE, "offset": len(answer.rows)}
        page = run_query(store, name, {**arguments, **window})
        answer.rows.extend(page.rows)
        more = page.more
    return answer.model_copy(update={"more": False})


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
    return {**arguments, **{name: COMPUTED[name](store, arguments) for name in query.computed}}


def _shown(row: Mapping[str, Any], columns: Mapping[str, AnswerColumn]) -> dict[str, Any]:
    return {name: _value(row[name], column.type) for name, column in columns.items()}


def _value(value: Any, type_: str) -> Any:
    if value is None or type_ == "value":
        return value
    return json.loads(value) if type_ == "locator" else term(value).model_dump()
