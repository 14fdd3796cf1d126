"""Cypher that a client types: read-only, and off unless a setting opens it."""

import json
from collections.abc import Iterator
from typing import Annotated

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator
from pydantic_core import PydanticKnownError
from starlette.responses import Response

from dutygraph.api.data_route import StrictRoute
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, FormChoice, Listed, send, within
from dutygraph.api.route_policy import QUESTION, PolicyRouter
from dutygraph.errors import DutygraphError
from dutygraph.queries.typed.answer import TypedAnswer, answer_typed
from dutygraph.visualize.tables import Table, flat

router = PolicyRouter(QUESTION, StrictRoute, "查询 / queries")
_ROWS = 100
_LARGEST = 2**63 - 1
"""What both engines can hold."""


class TypedCypherOffError(DutygraphError):
    """Cypher of a client, where the setting does not take it."""

    status = 403
    code = "cypher_off"


class TypedStatement(BaseModel):
    """A statement that reads, the values of its parameters, and how many rows are wanted."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(
        min_length=1,
        max_length=10_000,
        description="只读的 Cypher 语句 / a statement of Cypher that reads",
        examples=["RETURN $name AS name"],
    )
    parameters: dict[str, JsonValue] = Field(
        {},
        description="语句中 $名称 的值 / values of the $names of the statement",
        examples=[{"name": "区民政局"}],
    )
    limit: int | None = Field(None, ge=1, description="最多行数 / most rows")

    @field_validator("parameters")
    @classmethod
    def _engines_can_hold_them(cls, parameters: dict[str, JsonValue]) -> dict[str, JsonValue]:
        json.dumps(parameters, ensure_ascii=False).encode()  # half a character is no text
        for value in _scalars(parameters):
            if isinstance(value, int) and abs(value) > _LARGEST:
                raise PydanticKnownError("less_than_equal", {"le": _LARGEST})
        return parameters


@router.post(
    "/cypher",
    summary="只读 Cypher 查询，默认关闭 / Read-only Cypher, off by default",
    response_model=TypedAnswer,
    responses=TABLE_RESPONSES,
)
def cypher(
    request: Request,
    store: Store,
    settings: Settings,
    params: TypedStatement,
    form: Annotated[FormChoice, Query()],
) -> Response:
    """Answer a statement that only reads; ``DUTYGRAPH_CYPHER=true`` opens this. ``more`` says that the limit cut rows off.

    Taken are MATCH, WITH, UNWIND, RETURN, subqueries and functions of values; procedures, files and writes are refused.
    """
    if not settings.cypher:
        raise TypedCypherOffError(
            zh="这个服务不接受 Cypher 查询；要开启请设置 DUTYGRAPH_CYPHER=true",
            en="this service takes no Cypher; DUTYGRAPH_CYPHER=true opens it",
        )
    limit = within(params.limit, settings.max_rows, _ROWS)
    answer = answer_typed(store, params.query, params.parameters, limit)
    return send(request, Listed("cypher", answer, lambda _: _table(answer), limit, 0, more=False), form)


def _table(answer: TypedAnswer) -> Table:
    return answer.columns, ([flat(row[name]) for name in answer.columns] for row in answer.rows)


def _scalars(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _scalars(one)
    else:
        yield value
