"""One address for people and programs: who gets the page, who the data, and who only the head."""

import pytest
from fastapi.testclient import TestClient

CHOICES = [
    ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "page"),
    ("text/html", "page"),
    ("TEXT/HTML;Q=0.9", "page"),
    ("text/html;charset=utf-8", "page"),
    ("text/*", "page"),
    ("text/html;q=0.9, application/json;q=0.8", "page"),
    ("text/html, */*; q=0.01", "page"),
    ("", "data"),
    ("*/*", "data"),
    ("application/json", "data"),
    ("application/json, text/plain, */*", "data"),
    ("text/html;q=0", "data"),
    ("text/html;q=0, */*", "data"),
    ("text/html;q=0.000, */*;q=0.1", "data"),
    ("application/json, text/html;q=0.5", "data"),
    ("text/html;q=0.2, application/*;q=0.3", "data"),
    ("text/html;q=nan", "data"),
    ("text/html;q=2", "data"),
    ("text/html;q=", "data"),
    ("not-text/html", "data"),
    (";,;;q=1,/", "data"),
]


@pytest.mark.parametrize(("accept", "kind"), CHOICES)
def test_a_client_gets_what_it_likes_best(client: TestClient, accept: str, kind: str) -> None:
    response = client.get("/queries", headers={"accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(
        {"page": "text/html", "data": "application/json"}[kind]
    )


def test_several_accept_headers_count_as_one(client: TestClient) -> None:
    headers = [("accept", "application/json;q=0.1"), ("accept", "text/html")]
    assert client.get("/queries", headers=headers).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/queries", 200),
        ("/departments/区民政局", 200),
        ("/findings?format=csv", 200),
        ("/graph.html?kind=gaps", 200),
        ("/static/style.css", 200),
        ("/openapi.json", 200),
        ("/readyz", 200),
        ("/nothing", 404),
    ],
)
def test_the_head_is_that_of_the_whole_answer(
    client: TestClient, address: str, status: int, accept: str
) -> None:
    head = client.head(address, headers={"accept": accept})
    whole = client.get(address, headers={"accept": accept})
    assert (head.status_code, head.content) == (status, b"")
    for name in ("content-type", "content-length", "content-security-policy"):
        assert head.headers[name] == whole.headers[name]
