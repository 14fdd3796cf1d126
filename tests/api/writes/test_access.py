"""Who may write: decided by the head of a request, before any of its body is read."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from pydantic import SecretStr

from dutygraph.api.app import create_app
from dutygraph.api.pages import PAGES
from dutygraph.api.routes import ROUTERS
from dutygraph.api.security.access import Needs
from dutygraph.api.security.tokens import Role, TokenFile
from dutygraph.api.server import NoTokenError, serve
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.api.conftest import HERE
from tests.api.writes.asking import OWN_PAGE, first_finding, until
from tests.running import running

Bearer = Callable[[Role], dict[str, str]]
Service = tuple[int, Bearer]
JSON = {"content-type": "application/json"}
MULTIPART = {"content-type": "multipart/form-data; boundary=b"}


@contextmanager
def listening(store: GraphStore, settings: ServiceSettings) -> Iterator[int]:
    """The port of the service, with the connections that it has in earnest."""
    with running(create_app(nullcontext(store), settings)) as port:
        yield port


@pytest.fixture
def service(store: GraphStore, bearer: Bearer) -> Iterator[Service]:
    """The port of the service, and tokens for it."""
    with listening(store, ServiceSettings(upload_megabytes=5)) as port:
        yield port, bearer


def head_only(port: int, request: str, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """Send the head of a request, never its body, and return what is answered: status and body."""
    lines = [
        f"{request} HTTP/1.1",
        "host: 127.0.0.1",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        answer = b"".join(iter(lambda: line.recv(65536), b"")).decode()
    head, _, body = answer.partition("\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


UPLOAD, RULE, VERDICT = "POST /documents", "PUT /rules/overlap.duty", "PUT /findings/f/verdict"
UNSENT: list[tuple[Role | None, str, dict[str, str], tuple[int, str]]] = [
    (None, UPLOAD, {**MULTIPART, "content-length": "4000000"}, (401, "token_needed")),
    ("reviewer", UPLOAD, {**MULTIPART, "content-length": "4000000"}, (403, "forbidden")),
    ("editor", UPLOAD, {**MULTIPART, "content-length": "9000000"}, (413, "too_large")),
    ("editor", UPLOAD, {**JSON, "content-length": "4000000"}, (415, "media_type")),
    ("reader", UPLOAD, {**MULTIPART, "transfer-encoding": "chunked"}, (403, "forbidden")),
    ("reviewer", RULE, {**JSON, "content-length": "900000"}, (403, "forbidden")),
    ("editor", RULE, {**JSON, "content-length": "1900000"}, (413, "too_large")),
    ("editor", RULE, {**MULTIPART, "content-length": "9"}, (415, "media_type")),
    ("reader", VERDICT, {**JSON, "content-length": "900000"}, (403, "forbidden")),
]


def test_a_page_that_was_kept_offers_no_form_once_a_token_is_needed(
    client: TestClient, bearer: Bearer
) -> None:
    page = f"/findings/{first_finding(client)}"
    before, _ = (client.get(page, headers={"accept": "text/html"}).text for _ in range(2))
    bearer("editor")
    after = client.get(page, headers={"accept": "text/html"}).text
    assert 'name="by"' in before
    assert 'name="by"' not in after
    assert "/login?next=" in after


@pytest.mark.parametrize(("role", "asked", "headers", "answer"), UNSENT)
def test_what_will_be_refused_is_not_read(
    role: Role | None, asked: str, headers: dict[str, str], answer: tuple[int, str], service: Service
) -> None:
    port, bearer = service
    status, body = head_only(port, asked, {**(bearer(role) if role else {}), **headers})
    assert (status, body["code"]) == answer


def test_every_route_that_writes_asks_for_a_role_first() -> None:
    """Of the routes that take other methods than GET only the login does without, and questions in Cypher."""
    free = {
        (method, route.path)
        for router in (*PAGES, *ROUTERS)
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in (route.methods or set()) - {"GET", "HEAD"}
        if not any(isinstance(one.call, Needs) for one in route.dependant.dependencies)
    }
    assert free == {("POST", "/login"), ("POST", "/cypher")}


FORWARDED = [
    {"x-forwarded-for": "10.0.0.7"},
    {"forwarded": "for=10.0.0.7"},
    {"x-forwarded-host": "graph.lan"},
    {"x-real-ip": "10.0.0.7"},
    {"via": "1.1 proxy"},
]


@pytest.mark.parametrize("headers", FORWARDED, ids=str)
def test_who_comes_through_a_proxy_is_not_at_this_machine(
    headers: dict[str, str], client: TestClient, bearer: Bearer
) -> None:
    assert client.get("/departments").status_code == 200
    assert client.get("/departments", headers=headers).status_code == 401
    assert client.post("/recompute", headers={**OWN_PAGE, **headers}).status_code == 401
    assert client.get("/healthz", headers=headers).status_code == 200
    assert client.get("/departments", headers={**headers, **bearer("reader")}).status_code == 200


def test_from_the_first_token_on_every_write_needs_one(client: TestClient, store: GraphStore) -> None:
    rule = ("/rules/overlap.duty", {"on": False})
    assert client.put(rule[0], json=rule[1], headers=OWN_PAGE).status_code == 200
    tokens = TokenFile.of(store)
    token, secret = tokens.create("office", "editor", None)
    refused = client.put(rule[0], json=rule[1], headers=OWN_PAGE)
    assert (refused.status_code, refused.json()["code"]) == (401, "token_needed")
    assert client.get("/departments").status_code == 200
    assert client.get("/audit").status_code == 401
    page = {"accept": "text/html", **OWN_PAGE}
    refused = client.post(
        f"/findings/{first_finding(client)}/verdict", data={"value": "confirmed"}, headers=page
    )
    assert refused.status_code == 401
    assert 'href="/login"' in refused.text
    client.post("/login", data={"token": secret}, headers=OWN_PAGE, follow_redirects=False)
    assert client.put(rule[0], json=rule[1], headers=OWN_PAGE).status_code == 200
    tokens.revoke(token.id)  # to let nobody in, not everybody
    assert client.put(rule[0], json=rule[1], headers=OWN_PAGE).status_code == 401


def test_the_token_of_a_container_is_one(store: GraphStore) -> None:
    settings = ServiceSettings(token=SecretStr("0123456789abcdefghij"))
    with TestClient(create_app(nullcontext(store), settings), base_url=HERE) as client:
        assert client.post("/recompute", headers=OWN_PAGE).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://127.0.0.1:8000"}, 200),
        ({"origin": "http://127.0.0.1:8000", **OWN_PAGE}, 200),
        ({"origin": "https://127.0.0.1:8000"}, 403),
        ({"origin": "http://127.0.0.1:8001"}, 403),
        ({"origin": "http://127.0.0.1"}, 403),
        ({"origin": "http://localhost:8000"}, 403),
        ({"origin": "http://127.0.0.1:8000.evil.example"}, 403),
        ({"origin": "http://127.0.0.1:8000", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://graph.example", **OWN_PAGE}, 403),  # a proxy that tells of itself nothing
        ({"origin": "http://[", **OWN_PAGE}, 403),
        ({"origin": "http://a:b", **OWN_PAGE}, 403),
        ({"origin": ""}, 403),
        ({"origin": "http://127.0.0.1", "host": "127.0.0.1:80"}, 200),
        ({"origin": "http://LOCALHOST:80", "host": "localhost"}, 200),
        ({"origin": "http://[::1]:8000", "host": "[::1]:8000"}, 200),
    ],
    ids=str,
)
def test_a_site_is_scheme_host_and_port(headers: dict[str, str], status: int, client: TestClient) -> None:
    answer = client.put("/rules/overlap.duty", json={}, headers=headers)
    assert answer.status_code == status
    login = client.post("/login", data={"token": "none"}, headers=headers)
    assert login.status_code == (403 if status == 403 else 401)


def test_behind_a_proxy_that_ends_tls_the_site_is_what_browsers_see(
    store: GraphStore, bearer: Bearer
) -> None:
    token = bearer("editor")["authorization"][7:]
    settings = ServiceSettings(allowed_hosts=("graph.lan",))
    proxied = {"host": "graph.lan", "x-forwarded-proto": "https", "x-forwarded-for": "10.0.0.7"}
    body = {"content-type": "application/json", "content-length": "9", "connection": "close"}
    with listening(store, settings) as port:
        for origin, status in (("https://graph.lan", 415), ("http://graph.lan", 403)):
            lines = {
                **proxied,
                **body,
                "content-type": "text/plain",
                "origin": origin,
                "cookie": f"token={token}",
            }
            text = "\r\n".join(f"{name}: {value}" for name, value in lines.items())
            with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
                line.sendall(f"PUT /rules/overlap.duty HTTP/1.1\r\n{text}\r\n\r\n".encode())
                assert int(line.recv(65536).split()[1]) == status


@pytest.mark.parametrize("address", ["//[", "//evil.example", "https://evil.example", "/findings"])
def test_after_the_login_one_stays_here(client: TestClient, bearer: Bearer, address: str) -> None:
    shown = client.get("/login", params={"next": address}, headers={"accept": "text/html"})
    assert shown.status_code == 200
    secret = bearer("reader")["authorization"].removeprefix("Bearer ")
    done = client.post(
        "/login", data={"token": secret, "next": address}, headers=OWN_PAGE, follow_redirects=False
    )
    assert done.headers["location"] == (address if address == "/findings" else "/")


def test_a_login_that_another_site_sends_is_refused(client: TestClient, bearer: Bearer) -> None:
    token = {"token": bearer("reader")["authorization"][7:]}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {}):
        answer = client.post("/login", data=token, headers=headers)
        assert answer.status_code in (401, 403)
        assert "set-cookie" not in answer.headers
    wrong = client.post("/login", data={"token": "dg_wrong"}, headers=OWN_PAGE)
    assert wrong.status_code == 401
    assert "set-cookie" not in wrong.headers


@pytest.mark.parametrize("days", [None, 1])
def test_a_service_for_others_starts_only_when_somebody_could_be_let_in(
    days: int | None, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with GraphStore.open(StoreSettings(data=folder)) as store:
        tokens = TokenFile.of(store)
        token, _ = tokens.create("guest", "reader", 1)
        assert token.expires is not None
        text = tokens.path.read_text(encoding="utf-8")
        tokens.path.write_text(text.replace(str(token.expires.year), "2020"), encoding="utf-8")
        if days is None:
            tokens.revoke(token.id)
    settings = ServiceSettings(host="0.0.0.0", port=0)
    with pytest.raises(NoTokenError) as error:
        serve(settings, StoreSettings(data=folder), announce=lambda _: None)
    assert ("过期" in error.value.text.zh) is (days == 1)


def test_an_upload_is_refused_before_it_is_sent_when_too_many_wait(
    service: Service, store: GraphStore
) -> None:
    port, bearer = service
    editor = bearer("editor")
    with store.locked(), httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=editor) as client:
        until(lambda: client.post("/recompute").status_code == 503)  # the job that runs waits for the lock
        status, body = head_only(port, UPLOAD, {**editor, **MULTIPART, "content-length": "4000000"})
        assert (status, body["code"]) == (503, "too_many_jobs")
        for job in client.get("/jobs").json():
            client.delete(f"/jobs/{job['id']}")
