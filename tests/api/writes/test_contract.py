"""What a write is answered with: described in the API, and the same whatever a client sends."""

import io
import json
import shutil
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.api.app import create_app
from dutygraph.api.error_body import PROBLEM_JSON, ErrorBody
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE
from tests.api.writes.asking import ANOTHER, LIST, OWN_PAGE, bearer_of, ended, first_finding, upload

JSON = {"content-type": "application/json", **OWN_PAGE}
MULTIPART = {"content-type": "multipart/form-data; boundary=b", **OWN_PAGE}
ALWAYS = {"401", "403", "413", "422", "503", "507"}
WRITES = {
    "/documents post": ALWAYS | {"400", "415"},
    "/documents/{document} delete": ALWAYS | {"300", "404"},
    "/lists/{list_id} delete": ALWAYS | {"300", "404"},
    "/recompute post": ALWAYS,
    "/jobs/{job} delete": ALWAYS | {"404"},
    "/letters post": ALWAYS | {"400", "415"},
    "/findings/{finding}/verdict put": ALWAYS | {"300", "404", "412", "415"},
    "/topics/{topic}/verdict put": ALWAYS | {"300", "404", "412", "415"},
    "/rules/{kind} put": ALWAYS | {"404", "415"},
}


@pytest.fixture(scope="module")
def described() -> Any:
    """The description of the API, for which no store is asked."""
    return create_app(nullcontext(cast("GraphStore", None)), ServiceSettings()).openapi()


@pytest.mark.parametrize("operation", WRITES)
def test_each_status_of_a_write_is_described_with_examples(operation: str, described: Any) -> None:
    address, method = operation.split()
    responses = described["paths"][address][method]["responses"]
    assert WRITES[operation] <= set(responses)
    for status in WRITES[operation] - {"300"}:
        content = responses[status]["content"][PROBLEM_JSON]
        assert content["schema"] == {"$ref": "#/components/schemas/ErrorBody"}
        for code, example in content["examples"].items():
            body = ErrorBody.model_validate(example["value"])
            assert (str(body.status), body.code) == (status, code)
            assert body.zh != body.en


def chunks(*parts: bytes) -> Iterator[bytes]:
    """A body without a length."""
    yield from parts


def part(name: str, content: bytes, disposition: str = "") -> bytes:
    head = disposition or f'form-data; name="{name}"; filename="list.txt"'
    return b"--b\r\ncontent-disposition: " + head.encode() + b"\r\n\r\n" + content + b"\r\n"


END = b"--b--\r\n"
WHOLE = part("files", LIST.encode()) + END
ODD = [
    (MULTIPART, b"", 400, "broken_body"),
    (MULTIPART, WHOLE[:40], 400, "broken_body"),
    (MULTIPART, part("files", b"x") + WHOLE[:-20], 400, "broken_body"),
    (MULTIPART, part("files", b"x", 'form-data; filename="a.txt"') + END, 400, "broken_body"),
    (MULTIPART, part("files", b"x") * 1001 + END, 400, "broken_body"),
    (MULTIPART, part("files", b"x") * 501 + END, 413, "too_large"),
    (MULTIPART, part("region", b"x", 'form-data; name="region"') + END, 422, "bad_parameter"),
    (MULTIPART, part("region", b"x", 'form-data; name="region"') + WHOLE, 422, "bad_parameter"),
    (MULTIPART, part("columns", b"x", 'form-data; name="columns"') + WHOLE, 422, "bad_parameter"),
    (MULTIPART, part("files", b"x", 'form-data; name="files"') + END, 422, "bad_parameter"),
    ({"content-type": "multipart/form-data", **OWN_PAGE}, WHOLE, 400, "broken_body"),
    ({"content-type": "application/x-www-form-urlencoded", **OWN_PAGE}, b"files=x", 415, "media_type"),
    (JSON, b"{}", 415, "media_type"),
    (OWN_PAGE, b"", 415, "media_type"),
]


@pytest.mark.parametrize(("headers", "body", "status", "code"), ODD)
def test_an_odd_upload_is_refused_in_words(
    headers: dict[str, str], body: bytes, status: int, code: str, client: TestClient
) -> None:
    answer = client.post("/documents", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert client.get("/jobs").json() == []


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (MULTIPART, b'filename="\xff\xfe.txt"'),
        (MULTIPART, b'filename=""'),
        (MULTIPART, b'filename="a\x1b[2J.txt"'),
        (
            {**MULTIPART, "content-type": "multipart/form-data; boundary=b; charset=utf-7"},
            b'filename="+2AA-.txt"',
        ),
        (
            {**MULTIPART, "content-type": "multipart/form-data; boundary=b; charset=no-such"},
            b'filename="a.txt"',
        ),
    ],
)
def test_whatever_a_file_is_called_it_is_read_and_recorded(
    headers: dict[str, str], name: bytes, over_empty: TestClient
) -> None:
    head = b'--b\r\ncontent-disposition: form-data; name="files"; ' + name + b"\r\n\r\n"
    body = head + LIST.encode() + b"\r\n" + END
    answer = over_empty.post("/documents", content=body, headers=headers)
    assert ended(over_empty, answer)["state"] == "done"
    assert len(over_empty.get("/audit").json()["rows"]) == 2


def test_a_body_without_length_is_counted_as_it_comes(
    folder_store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(nullcontext(folder_store), ServiceSettings(upload_megabytes=2))
    with TestClient(app, base_url=HERE) as client:
        large = chunks(part("files", b"0" * 3_000_000), END)
        answer = client.post("/documents", content=large, headers=MULTIPART)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        rule = client.put("/rules/overlap.duty", content=chunks(b" " * 1_100_000), headers=JSON)
        assert (rule.status_code, rule.json()["code"]) == (413, "too_large")
        small = client.post("/documents", content=chunks(WHOLE[:50], WHOLE[50:]), headers=MULTIPART)
        assert ended(client, small)["state"] == "done"
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 0))
        full = client.post(
            "/documents", content=chunks(part("files", b"0" * 1_500_000), END), headers=MULTIPART
        )
        assert (full.status_code, full.json()["code"]) == (507, "no_room")
        assert "腾出空间" in full.json()["zh"]


def test_a_disk_that_is_full_while_a_body_comes_is_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("starlette.formparsers.SpooledTemporaryFile", lambda **_: Full())
    answer = client.post("/documents", content=WHOLE, headers=MULTIPART)
    assert (answer.status_code, answer.json()["code"]) == (507, "cannot_write")
    assert tempfile.gettempdir() not in answer.text


SEEN = [
    ("*", 200),
    (' "none" ', 200),
    ("none", 200),
    ('"other", "none"', 200),
    ('W/"none"', 412),
    ('"other"', 412),
    ("", 412),
    ('"*"', 412),
]


@pytest.mark.parametrize(("seen", "status"), SEEN)
def test_if_match_is_read_as_http_has_it(seen: str, status: int, client: TestClient) -> None:
    address = f"/findings/{first_finding(client)}/verdict"
    said: dict[str, Any] = {"value": "confirmed", "by": "李明"}
    answer = client.put(address, json=said, headers={**OWN_PAGE, "if-match": seen})
    assert answer.status_code == status, answer.text
    any_ = client.put(address, json=said, headers={**OWN_PAGE, "if-match": "*"})
    assert any_.status_code == 200
    nowhere = client.put("/findings/finding-none/verdict", json=said, headers={**OWN_PAGE, "if-match": "*"})
    assert nowhere.status_code == 404


def test_thresholds_are_kept_to_the_last_digit_and_put_back(client: TestClient) -> None:
    def put(**wanted: Any) -> Any:
        return client.put("/rules/overlap.duty", json=wanted, headers=OWN_PAGE)

    before = put().json()
    exact = put(values={"min_score": 0.423456789}).json()
    assert exact["settings"]["min_score"]["value"] == 0.423456789
    assert put(values={"min_score": None}).json() == before
    for wrong in (
        {"values": {"min_score": 7}},
        {"values": {"min_score": True}},
        {"values": {"min_score": "0.5"}},
        {"values": {"nothing": 1}},
        {"values": {"nothing": None}},
        {"odd": 1},
    ):
        assert put(**wrong).status_code == 422, wrong
    assert "0.15" in put(values={"min_score": 0.00001}).json()["en"]
    assert (
        client.put("/rules/overlap.duty", content=b'{"values": {"min_score": NaN}}', headers=JSON).status_code
        == 422
    )
    assert client.put("/rules/nothing", json={"on": True}, headers=OWN_PAGE).status_code == 404


def test_two_editors_do_not_undo_one_another(over_empty: TestClient, folder_store: GraphStore) -> None:
    one, other = bearer_of(folder_store, "editor"), bearer_of(folder_store, "editor")
    ended(over_empty, upload(over_empty, "地方志.txt", ANOTHER.encode(), **one))
    first = upload(over_empty, "档案局.txt", LIST.encode(), **one)
    gone = over_empty.delete("/documents/地方志.txt", headers=other)
    again = upload(over_empty, "档案局.txt", LIST.replace("管理档案", "保管档案").encode(), **other)
    assert [ended(over_empty, answer)["state"] for answer in (first, gone, again)] == ["done", "done", "done"]
    assert [one["state"] for one in ended(over_empty, again)["result"]["lists"]] == ["replaced"]
    assert (
        len(folder_store.read("MATCH (d:Department {name: '云溪市澜江区档案局'})-[:HAS_DUTY]->(n) RETURN n"))
        == 1
    )


NAMES = st.sampled_from(["on", "values", "min_score", "value", "by", "note", "due", "option", "responsible"])
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["confirmed", "李明", "\ud800", "1e400", "2027-13-01", 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=ANYTHING,
    address=st.sampled_from(["/rules/overlap.duty", "/findings/{}/verdict", "/topics/t/verdict"]),
)
def test_whatever_is_said_is_answered_as_described(said: Any, address: str, client: TestClient) -> None:
    body = json.dumps(said).encode()
    answer = client.put(address.format(first_finding(client)), content=body, headers=JSON)
    assert answer.status_code in (200, 404, 413, 422), answer.text
    assert client.get("/audit", params={"limit": 1}).status_code == 200
