"""Every error has one shape, says what to do, and keeps what it must not tell."""

import logging
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.jobs.queue import TooManyJobsError
from dutygraph.api.requests.costs import BusyError
from dutygraph.api.settings import ServiceSettings
from dutygraph.errors import DutygraphError
from dutygraph.graph.errors import (
    DeadlineError,
    OntologyError,
    QueryError,
    StoreBusyError,
    StoreUnavailableError,
)
from dutygraph.graph.store.graph_store import GraphStore, Parameters
from dutygraph.graph.store.values import Row
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.queries.errors import CatalogueError, VerdictFileError
from tests.api.conftest import HERE

PAGE = {"accept": "text/html,*/*;q=0.8"}

REFUSED = [
    ("/nothing", 404, "not_found"),
    ("/queries/nothing", 404, "unknown_query"),
    ("/departments/区没有局", 404, "unknown_department"),
    ("/findings/nothing", 404, "unknown_finding"),
    ("/statements/nothing", 404, "unknown_statement"),
    ("/findings?kind=nothing", 404, "unknown_query"),
    ("/findings?severity=odd", 422, "bad_parameter"),
    ("/findings?min_score=2", 422, "bad_parameter"),
    ("/findings?status=odd&format=csv", 422, "bad_parameter"),
    ("/findings/finding-", 300, "ambiguous_name"),
    ("/rules/nothing", 404, "unknown_query"),
    ("/search", 422, "bad_parameter"),
    ("/search?q=", 422, "bad_parameter"),
    ("/queries/duties", 422, "bad_parameter"),
    ("/queries/duties?department=", 422, "bad_parameter"),
    ("/queries/duties?department=民政局&limit=many", 422, "bad_parameter"),
    ("/queries/duties?department=民政局&limit=0", 422, "bad_parameter"),
    ("/queries/departments?odd=1", 422, "bad_parameter"),
    ("/queries/departments?format=xml", 422, "bad_parameter"),
    ("/findings?page=0", 422, "bad_parameter"),
]


@pytest.mark.parametrize(("address", "status", "code"), REFUSED)
def test_errors_have_one_shape(client: TestClient, address: str, status: int, code: str) -> None:
    response = client.get(address)
    body = response.json()
    assert (response.status_code, body["status"], body["code"]) == (status, status, code)
    assert set(body) == {"type", "title", "status", "code", "zh", "en", "problems", "choices", "request_id"}
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert body["zh"]
    assert body["en"]


def test_a_method_that_is_not_taken(client: TestClient) -> None:
    response = client.post("/departments", headers={"sec-fetch-site": "same-origin"})
    assert response.json()["code"] == "method_not_allowed"
    assert response.headers["allow"] == "GET, HEAD"


def test_the_beginning_of_many_ids_is_answered_with_a_few_of_them(
    client: TestClient, sample: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[int] = []

    def counted(store: GraphStore, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        found = read(store, cypher, parameters)
        rows.append(len(found))
        return found

    read = GraphStore.read
    monkeypatch.setattr(GraphStore, "read", counted)
    response = client.get("/findings/f")
    assert max(rows) <= 8
    told = response.json()
    total = client.get("/findings").json()["total"]
    assert (response.status_code, told["code"]) == (300, "ambiguous_name")
    assert f"'f' may mean {total} findings" in told["en"]
    assert len(told["choices"]) == 8
    page = client.get("/findings/f", headers={"accept": "text/html"}).text
    for choice in told["choices"]:
        assert (
            client.get(f"/findings/{choice['id']}").json()["findings"][0]["sentence"]["zh"][:40]
            == choice["name"][:40]
        )
        assert f'href="/findings/{choice["id"]}"' in page
    topics = client.get("/topics/topic-").json()
    assert {choice["kind"] for choice in topics["choices"]} == {"Topic"}


def test_a_mistake_is_named_with_its_place_in_both_languages(client: TestClient) -> None:
    problems = client.get("/queries/duties?department=民政局&limit=many").json()["problems"]
    assert [(problem["where"], problem["zh"]) for problem in problems] == [("query.limit", "应为整数")]
    assert "integer" in problems[0]["en"]


@pytest.mark.parametrize("address", ["/search", "/explore"])
def test_a_question_that_is_too_long_is_refused_as_data_and_as_a_page(
    address: str, client: TestClient
) -> None:
    question = {"q": "停车" * 501}
    assert "最长 1000 个字符" in client.get(address, params=question, headers={"accept": "text/html"}).text
    if address == "/search":
        refused = client.get(address, params=question)
        assert (refused.status_code, refused.json()["problems"][0]["where"]) == (422, "query.q")


def test_what_was_sent_is_not_sent_back(client: TestClient) -> None:
    assert "<script>" not in client.get("/queries/duties?department=民政局&limit=<script>").text


@pytest.mark.parametrize(("address", "status"), [("/nothing", 404), ("/departments/区没有局", 404)])
def test_a_browser_gets_a_page(client: TestClient, address: str, status: int) -> None:
    response = client.get(address, headers=PAGE)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert 'lang="zh-CN"' in response.text


def test_an_ambiguous_name_is_a_page_with_links(client: TestClient) -> None:
    response = client.get("/departments/局", headers=PAGE)
    assert response.status_code == 300
    assert response.text.count('<a href="/departments/x-') >= 8


class _Failing:
    """A store whose every read through the service fails."""

    folder: Path | None = None

    def __init__(self, error: Exception) -> None:
        self.error = error

    def limited(self, _: float) -> "_Failing":
        return self

    def at(self, _: str) -> "_Failing":
        return self

    def beside(self, file: str) -> Path:
        return Path("no such folder") / file

    def give_up(self) -> None:
        pass

    def cached(self, _: str, make: Callable[[], Any], __: object = None) -> Any:
        return make()

    def revision(self) -> str:
        if isinstance(self.error, StoreUnavailableError):
            raise self.error
        return ""

    def read(self, *_: Any) -> None:
        raise self.error

    @property
    def engine(self) -> None:
        raise self.error


SECRET = {"zh": "秘密地址", "en": "secret address"}
FAILURES = [
    (StoreUnavailableError(**SECRET), 503, "store_unavailable"),
    (StoreBusyError(**SECRET), 503, "store_busy"),
    (DeadlineError(**SECRET), 503, "deadline"),
    (QueryError(**SECRET, reason="Neo.ClientError.Statement.SyntaxError"), 500, "internal"),
    (OntologyError(**SECRET), 500, "internal"),
    (CatalogueError(**SECRET), 500, "internal"),
    (VerdictFileError(**SECRET), 500, "internal"),
    (UnreadableDocumentError("秘密", **SECRET), 500, "internal"),
    (RuntimeError("secret detail"), 500, "internal"),
]


@pytest.fixture(params=FAILURES, ids=lambda failure: type(failure[0]).__name__)
def failure(request: pytest.FixtureRequest) -> Iterator[tuple[TestClient, int, str]]:
    error, status, code = request.param
    app = create_app(nullcontext(cast("GraphStore", _Failing(error))), ServiceSettings())
    with TestClient(app, base_url=HERE) as client:
        yield client, status, code


@pytest.mark.parametrize("address", ["/readyz", "/departments", "/findings", "/queries/departments"])
def test_a_failure_is_answered_tersely(failure: tuple[TestClient, int, str], address: str) -> None:
    client, status, code = failure
    response = client.get(address)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert "secret" not in response.text
    assert "秘密" not in response.text
    assert ("retry-after" in response.headers) == (status == 503)


def test_a_failure_is_logged_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    error = StoreUnavailableError(zh="秘密地址", en="secret address")
    app = create_app(nullcontext(cast("GraphStore", _Failing(error))), ServiceSettings())
    with TestClient(app, base_url=HERE) as client, caplog.at_level(logging.ERROR, "dutygraph.api"):
        assert client.get("/healthz").status_code == 200
        response = client.get("/departments")
    (record,) = caplog.records
    assert record.getMessage() == f"GET /departments [{response.headers['x-request-id']}]"
    assert response.json()["request_id"] == response.headers["x-request-id"]
    assert record.exc_info
    assert record.exc_info[1] is error


def test_a_failure_in_a_page_is_a_page(failure: tuple[TestClient, int, str]) -> None:
    client, status, _ = failure
    response = client.get("/", headers=PAGE)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert "secret" not in response.text
    assert response.headers["x-request-id"] in response.text
    assert ("retry-after" in response.headers) == (status == 503)


def test_every_request_has_an_id_of_its_own(client: TestClient) -> None:
    answers = [client.get("/nothing"), client.get("/nothing", headers={"x-request-id": "mine"})]
    assert len({answer.headers["x-request-id"] for answer in answers} - {"mine"}) == 2


def test_no_error_but_those_of_the_store_bids_to_try_again() -> None:
    again = {kind for kind in _kinds(DutygraphError) if kind.status == 503}
    assert again == {StoreUnavailableError, StoreBusyError, DeadlineError, BusyError, TooManyJobsError}


def _kinds(base: type[DutygraphError]) -> Iterator[type[DutygraphError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)
