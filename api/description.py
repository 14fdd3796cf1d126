"""The description of the API (OpenAPI) as this service is set: what its settings bound is bounded there too."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from dutygraph.api.error_body import ErrorBody
from dutygraph.api.settings import ServiceSettings


def describe(app: FastAPI, settings: ServiceSettings) -> None:
    """Let the description of an app say what an error looks like, and how many rows one answer has at most."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            made()["components"]["schemas"] |= _error_schemas()
            for schema in _limits(made()):
                schema["maximum"] = settings.max_rows
                if "default" in schema:
                    schema["default"] = min(schema["default"], settings.max_rows)
        return made()

    app.openapi = described  # type: ignore[method-assign] # as FastAPI's documentation has it


def _error_schemas() -> dict[str, Any]:
    """Return the schema of the body of an error, and those that it refers to, by name."""
    schema = ErrorBody.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs"), ErrorBody.__name__: schema}


def _limits(description: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schema of each ``limit`` that a request takes."""
    schemas = description["components"]["schemas"]
    for operation in (one for operations in description["paths"].values() for one in operations.values()):
        found = [one["schema"] for one in operation.get("parameters", []) if one["name"] == "limit"]
        for body in operation.get("requestBody", {}).get("content", {}).values():
            name = body["schema"].get("$ref", "").rpartition("/")[2]
            found += [
                one for key, one in schemas.get(name, {}).get("properties", {}).items() if key == "limit"
            ]
        for schema in found:
            yield from (one for one in schema.get("anyOf", [schema]) if one["type"] == "integer")
