"""The description of the API (OpenAPI) as this service is set: what its settings bound is bounded there too."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from dutygraph.api.settings import ServiceSettings


def describe(app: FastAPI, settings: ServiceSettings) -> None:
    """Let the description of an app say how many rows one answer has at most."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            for schema in _limits(made()):
                schema["maximum"] = min(schema["maximum"], settings.max_rows)
                if "default" in schema:
                    schema["default"] = min(schema["default"], schema["maximum"])
        return made()

    app.openapi = described  # type: ignore[method-assign] # as FastAPI's documentation has it


def _limits(description: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schema of each parameter ``limit``."""
    for operations in description["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["name"] == "limit":
                    schema = parameter["schema"]
                    yield from (one for one in schema.get("anyOf", [schema]) if "maximum" in one)
