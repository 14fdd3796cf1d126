"""Every error has one shape, says what to do, and keeps what it must not tell."""

import logging
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import ServiceSettings
from graph.errors import DeadlineError, StoreUnavailableError
from graph.store import GraphStore
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
    ("/findings/finding-", 404, "unknown_finding"),
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
    assert set(body) == {"status", "code", "zh", "en", "problems"}
    assert body["zh"]
    assert body["en"]


def test_a_method_that_is_not_taken(client: TestClient) -> None:
    assert client.post("/departments").json()["code"] == "method_not_allowed"


def test_a_mistake_is_named_with_its_place_in_both_languages(client: TestClient) -> None:
    problems = client.get("/queries/duties?department=民政局&limit=many").json()["problems"]
    assert [(problem["where"], problem["zh"]) for problem in problems] == [("query.limit", "应为整数")]
    assert "integer" in problems[0]["en"]


def test_what_was_sent_is_not_sent_back(client: TestClient) -> None:
    assert "<script>" not in client.get("/queries/duties?department=民政局&limit=<script>").text


@pytest.mark.parametrize(("address", "status"), [("/nothing", 404), ("/departments/区没有局", 404)])
def test_a_browser_gets_a_page(client: TestClient, address: str, status: int) -> None:
    response = client.get(address, headers=PAGE)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert 'lang="zh-CN"' in response.text


class _Failing:
    """A store whose every read fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, *_: Any, **__: Any) -> None:
        raise self.error


FAILURES = [
    (StoreUnavailableError(zh="秘密地址", en="secret address"), 503, "store_unavailable"),
    (DeadlineError(zh="超过时限", en="too long"), 504, "deadline"),
    (RuntimeError("secret detail"), 500, "internal"),
]


@pytest.fixture(params=FAILURES, ids=lambda failure: str(failure[2]))
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


def test_a_failure_is_logged_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    error = StoreUnavailableError(zh="秘密地址", en="secret address")
    app = create_app(nullcontext(cast("GraphStore", _Failing(error))), ServiceSettings())
    with TestClient(app, base_url=HERE) as client, caplog.at_level(logging.ERROR, "dutygraph.api"):
        assert client.get("/healthz").status_code == 200
        client.get("/departments")
    (record,) = caplog.records
    assert record.getMessage() == "GET /departments"
    assert record.exc_info
    assert record.exc_info[1] is error


def test_a_failure_in_a_page_is_a_page(failure: tuple[TestClient, int, str]) -> None:
    client, status, _ = failure
    response = client.get("/", headers=PAGE)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert "secret" not in response.text
