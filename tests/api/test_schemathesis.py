"""Every route answers as the description of the API says, whatever is sent to it."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.running import running

_EXAMPLES = 2
"""Of each route: enough for values of every kind over many runs, in little time."""
_PATIENCE = 120.0
"""Seconds: a busy machine may take long."""
_PROMISED = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def description(sample: GraphStore) -> Iterator[Any]:
    """The description of a running service; without a token its writes are refused."""
    app = create_app(nullcontext(sample), ServiceSettings(cypher=True))
    with running(app) as port:
        address = f"http://127.0.0.1:{port}/openapi.json"
        yield schemathesis.openapi.from_url(address, timeout=_PATIENCE)


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """What was asked already: to reach each limit of each value, one request in four is made a second time."""
    return set()


described = schemathesis.pytest.from_fixture("description")


@described.parametrize()
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_route_keeps_its_promises(case: Any, asked: set[str]) -> None:
    parts = (case.path_parameters, case.query, case.headers, case.cookies, case.body, case.media_type)
    request = repr((case.operation.label, case.method, *parts))
    if request not in asked:
        asked.add(request)
        case.call_and_validate(checks=_PROMISED, timeout=_PATIENCE)
