"""Work of requests: shared, kept while the graph stays, of one state of it, bounded in time and number."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext
from datetime import date

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from pydantic import SecretStr

from dutygraph import clock
from dutygraph.api import app as app_module
from dutygraph.api.app import create_app
from dutygraph.api.dependencies import Store
from dutygraph.api.requests import costs
from dutygraph.api.requests import response_cache as kept
from dutygraph.api.route_policy import CACHED, DEAR, LIVE, PolicyRouter
from dutygraph.api.routes import ROUTERS
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE
from tests.event_loop import finished

ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS sum"
COUNT = "MATCH (d:Duty) RETURN count(d) AS n"


class Routes:
    """Routes for these tests, and what was asked of them."""

    def __init__(self) -> None:
        self.asked = 0
        self.between: Callable[[], object] = lambda: None

    @property
    def routers(self) -> Iterator[PolicyRouter]:
        """The routes, with the policy that each router states."""
        dear, kept, live = (PolicyRouter(policy, APIRoute) for policy in (DEAR, CACHED, LIVE))
        dear.add_api_route("/slow", self.slow)
        kept.add_api_route("/list", self.slow)
        kept.add_api_route("/endless", self.endless)
        kept.add_api_route("/twice", self.twice)
        kept.add_api_route("/python", self.python)
        kept.add_api_route("/late", self.late)
        live.add_api_route("/live", self.live)
        yield from (dear, kept, live)

    def live(self) -> int:
        self.asked += 1
        return self.asked

    def slow(self) -> int:
        self.asked += 1
        time.sleep(0.5)
        return self.asked

    def endless(self, store: Store) -> None:
        self.asked += 1
        try:
            store.read(ENDLESS)
        finally:
            self.asked -= 1

    def twice(self, store: Store) -> list[int]:
        first = store.read(COUNT)[0]["n"]
        self.between()
        return [first, store.read(COUNT)[0]["n"]]

    def python(self) -> None:
        time.sleep(3)

    def late(self, store: Store) -> int:
        time.sleep(1)
        return int(store.read(COUNT)[0]["n"])


TOKEN = "a token of twenty characters"


@pytest.fixture
def routes(monkeypatch: pytest.MonkeyPatch) -> Routes:
    routes = Routes()
    monkeypatch.setattr(app_module, "ROUTERS", (*ROUTERS, *routes.routers))
    return routes


def service(store: GraphStore, seconds: float = 15) -> FastAPI:
    return create_app(nullcontext(store), ServiceSettings(timeout=seconds, token=SecretStr(TOKEN)))


@pytest.fixture
def client(folder_store: GraphStore, routes: Routes) -> Iterator[TestClient]:
    with TestClient(service(folder_store), base_url=HERE) as client:
        yield client


@asynccontextmanager
async def clients(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with app.router.lifespan_context(app) as state:

        async def with_state(scope, receive, send):  # type: ignore[no-untyped-def]
            await app({**scope, "state": dict(state or {})}, receive, send)

        transport.app = with_state
        async with httpx.AsyncClient(transport=transport, base_url=HERE, timeout=60) as client:
            yield client


def test_those_who_ask_alike_share_the_work(client: TestClient, routes: Routes) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: client.get("/slow").text, range(20)))
    assert routes.asked == 1
    assert set(answers) == {"1"}


def test_an_answer_is_kept_until_something_is_written(
    client: TestClient, routes: Routes, folder_store: GraphStore
) -> None:
    assert [client.get("/slow").text for _ in range(3)] == ["1", "1", "1"]
    folder_store.write(lambda _: None)
    assert [client.get("/slow").text for _ in range(2)] == ["2", "2"]


def test_an_answer_that_rests_on_more_than_the_graph_is_not_kept(client: TestClient, routes: Routes) -> None:
    assert [client.get("/live").text for _ in range(3)] == ["1", "2", "3"]


def test_a_kept_page_prints_the_day_on_which_it_is_asked_for(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (1, 2):
        monkeypatch.setattr(clock, "today", lambda day=day: date(2026, 1, day))
        assert f"2026-01-0{day}" in client.get("/rules", headers={"accept": "text/html"}).text


def test_what_is_asked_otherwise_is_answered_otherwise(client: TestClient, routes: Routes) -> None:
    client.get("/slow")
    client.get("/slow?lang=en")
    client.get("/slow", headers={"cookie": "lang=en"})
    client.get("/slow", headers={"accept": "text/html"})
    assert routes.asked == 4
    for _ in range(2):
        client.get("/slow", headers={"authorization": f"Bearer {TOKEN}"})
    assert routes.asked == 6


def test_the_parts_of_an_answer_are_of_one_state(
    client: TestClient, routes: Routes, folder_store: GraphStore
) -> None:
    def write_once() -> None:
        routes.between = lambda: None
        folder_store.write(lambda tx: tx.run("CREATE (:Duty {id: 'd'})"))

    routes.between = write_once
    assert client.get("/twice").json() == [1, 1]


def test_dear_work_beyond_the_gate_is_refused_and_health_is_told(
    folder_store: GraphStore, routes: Routes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(costs, "_QUEUE", {"ordinary": 256, "dear": 2, "whole": 4})

    async def ask() -> list[httpx.Response]:
        async with clients(service(folder_store)) as client:
            dear = [asyncio.create_task(client.get(f"/slow?n={n}")) for n in range(10)]
            await asyncio.sleep(0.1)
            begun = time.monotonic()
            assert (await client.get("/healthz")).status_code == 200
            assert (await client.get("/readyz")).status_code == 200
            assert (await client.get("/twice")).status_code == 200
            assert time.monotonic() - begun < 2
            return await asyncio.gather(*dear)

    answers = finished(ask())
    assert sorted(answer.status_code for answer in answers) == [200] * 4 + [503] * 6
    refused = [answer for answer in answers if answer.status_code == 503]
    assert {answer.json()["code"] for answer in refused} == {"busy"}
    assert all(answer.headers["retry-after"] for answer in refused)


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        (("format=csv", "*/*"), 3),
        (("", "text/csv"), 3),
        (("format=json", "text/csv"), 0),
        (("", "application/json"), 0),
        (("q=format=csv", "*/*"), 0),
    ],
)
def test_a_whole_list_as_a_table_is_dear_however_it_is_asked_for(
    folder_store: GraphStore,
    routes: Routes,
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, str],
    refused: int,
) -> None:
    query, accept = asked
    monkeypatch.setattr(costs, "_QUEUE", {"ordinary": 256, "dear": 1, "whole": 4})

    async def ask() -> list[httpx.Response]:
        async with clients(service(folder_store)) as client:
            answers = (client.get(f"/list?n={n}&{query}", headers={"accept": accept}) for n in range(6))
            return await asyncio.gather(*answers)

    assert ["busy" in answer.text for answer in finished(ask())].count(True) == refused


@pytest.mark.parametrize("address", ["/endless", "/python"])
def test_the_time_of_a_request_is_limited(folder_store: GraphStore, routes: Routes, address: str) -> None:
    with TestClient(service(folder_store, seconds=1), base_url=HERE) as client:
        begun = time.monotonic()
        response = client.get(address)
        assert (response.status_code, response.json()["code"]) == (503, "deadline")
        assert time.monotonic() - begun < 2.5
        assert response.headers["retry-after"]


async def ask_and_go(app: FastAPI, state: object, path: str) -> None:
    """Ask, and go away before there is an answer."""
    received = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, object]:
        if message := next(received, None):
            return message
        await asyncio.sleep(0.5)
        return {"type": "http.disconnect"}

    async def send(_: object) -> None:
        raise AssertionError("nobody is there")

    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "scheme": "http",
        "headers": [(b"host", b"127.0.0.1")], "state": state, "http_version": "1.1",
        "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 1), "root_path": "",
    }  # fmt: skip
    await app(scope, receive, send)


def test_who_asks_what_another_has_given_up_is_answered(folder_store: GraphStore, routes: Routes) -> None:
    async def ask_again() -> httpx.Response:
        app = service(folder_store)
        async with app.router.lifespan_context(app) as state:
            kept_state = dict(state or {})
            await ask_and_go(app, kept_state, "/late")

            async def with_state(scope, receive, send):  # type: ignore[no-untyped-def]
                await app({**scope, "state": kept_state}, receive, send)

            transport = httpx.ASGITransport(with_state, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=HERE, timeout=60) as client:
                return await client.get("/late")

    answer = finished(ask_again())
    assert (answer.status_code, answer.text) == (200, "0")


def test_who_goes_away_ends_the_query(folder_store: GraphStore, routes: Routes) -> None:
    async def go_away() -> None:
        app = service(folder_store, seconds=60)
        async with app.router.lifespan_context(app) as state:
            await ask_and_go(app, dict(state or {}), "/endless")
            for _ in range(100):
                if not routes.asked:
                    return
                await asyncio.sleep(0.05)
            raise AssertionError("the query goes on")

    finished(go_away())


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 10_000)
    answers = kept.ResponseCache()

    async def answer(size: int) -> kept.BufferedResponse:
        made = kept.BufferedResponse()
        await made.add({"type": "http.response.start", "status": 200, "headers": []})
        await made.add({"type": "http.response.body", "body": b"x" * size})
        return made

    keys: list[kept.Key] = [(f"/{n}", b"", (), "", "", clock.today()) for n in range(10)]
    for key in keys:
        answers.keep("1", key, finished(answer(1000)))
    found = [key for key in keys if answers.find("1", key)]
    assert found == keys[-4:]
    assert answers.find("2", keys[-1]) is None
