"""Each route states what it costs, whether its answer is kept, and what body it takes; each is served accordingly."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext

import pytest
from fastapi import params
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute, Mount

from dutygraph.api.app import create_app
from dutygraph.api.data_route import DataRoute
from dutygraph.api.pages import PAGES
from dutygraph.api.route_policy import RoutePolicy
from dutygraph.api.routes import ROUTERS
from dutygraph.api.security.access import needed_role
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE
from tests.api.writes.asking import OWN_PAGE

PAGE = {"accept": "text/html"}
STATED = [
    pytest.param(route, router.policy, id=f"{route.path} {type(route).__name__}")
    for router in (*PAGES, *ROUTERS)
    for route in router.routes
    if isinstance(route, APIRoute)
]


def _endpoints(routes: Iterable[BaseRoute]) -> Iterator[object]:
    """What answers; newer versions of FastAPI hold a router that was included as it is."""
    for route in routes:
        if included := getattr(route, "original_router", None):
            yield from _endpoints(included.routes)
        elif not isinstance(route, Mount):
            yield getattr(route, "endpoint")  # noqa: B009 - a route of whatever kind


def test_no_route_is_without_terms(sample: GraphStore) -> None:
    stated = [getattr(route, "endpoint") for router in (*PAGES, *ROUTERS) for route in router.routes]  # noqa: B009
    asked = list(_endpoints(create_app(nullcontext(sample), ServiceSettings()).routes))
    assert len(stated) > 80
    assert {one.__name__ for one in asked if one not in stated} == {"openapi"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("route", "policy"), STATED)
def test_the_policy_fits_the_route(route: APIRoute, policy: RoutePolicy) -> None:
    files = [field for field in route.dependant.body_params if isinstance(field.field_info, params.File)]
    assert bool(files) is (policy.body != "small")
    if isinstance(route, DataRoute):
        assert policy.cached or policy.cost == "whole"  # its answers carry the ETag of a state of the graph
    if route.methods != {"GET"} or needed_role(route.dependant):
        assert not policy.cached
    if route.methods != {"GET"} and route.path != "/cypher":
        assert not policy.reads  # it writes
    if policy.open:
        assert not policy.reads


def test_the_record_of_writes_is_never_kept(folder_store: GraphStore) -> None:
    with TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as client:
        totals = []
        for _ in range(3):
            totals.append(client.get("/audit", headers=OWN_PAGE).json()["total"])
            refused = client.put("/rules/overlap.dutty", json={"on": False}, headers=OWN_PAGE)
            assert refused.status_code == 404
    assert totals == [0, 1, 2]


@pytest.mark.parametrize("address", ["/departments", "/read", "/read/remove?name=x", "/jobs/x"])
def test_no_page_reads_without_a_limit(folder_store: GraphStore, address: str) -> None:
    settings = ServiceSettings(timeout=1e-6)
    with TestClient(create_app(nullcontext(folder_store), settings), base_url=HERE) as client:
        assert client.get(address, headers=PAGE).status_code == 503


@pytest.mark.parametrize("address", ["/login", "/healthz", "/static/style.css"])
def test_what_asks_nothing_of_the_graph_waits_for_nothing(folder_store: GraphStore, address: str) -> None:
    settings = ServiceSettings(timeout=1e-6)
    with TestClient(create_app(nullcontext(folder_store), settings), base_url=HERE) as client:
        assert client.get(address, headers=PAGE).status_code == 200
