"""The errors that a route may answer with, for the description of the API: each with its status and an example."""

from http import HTTPStatus
from typing import Any

from dutygraph.api.error_body import PROBLEM_JSON, ErrorBody
from dutygraph.errors import DutygraphError

Responses = dict[int | str, dict[str, Any]]
_REQUEST_ID = "0f4c2a9d3b7e6518"
_SCHEMA = {"$ref": f"#/components/schemas/{ErrorBody.__name__}"}


def problems(*errors: DutygraphError) -> Responses:
    """Return the responses of a route that can fail so: one per status, with an example of each error by its code."""
    responses: Responses = {}
    for error in errors:
        status = HTTPStatus(error.status)
        response = responses.setdefault(
            error.status,
            {
                "model": ErrorBody,
                "description": status.phrase,
                "content": {PROBLEM_JSON: {"schema": _SCHEMA, "examples": {}}},
            },
        )
        response["content"][PROBLEM_JSON]["examples"][error.code] = _example(error)
    return responses


def _example(error: DutygraphError) -> dict[str, Any]:
    body = ErrorBody(
        title=HTTPStatus(error.status).phrase,
        status=error.status,
        code=error.code,
        zh=error.answer.zh,
        en=error.answer.en,
        request_id=_REQUEST_ID,
    )
    return {"summary": error.answer.zh, "value": body.model_dump()}
