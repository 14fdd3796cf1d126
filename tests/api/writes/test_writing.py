"""Writes over HTTP: who may, what they change, what is recorded, and what is refused."""

import csv
import io
import json
import re
import shutil
import zipfile
from collections import namedtuple
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.security.tokens import Role, TokenFile
from dutygraph.api.server import NoTokenError, serve
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.models import Option
from tests.api.conftest import HERE
from tests.api.writes.asking import LIST, OWN_PAGE, ended, first_finding, first_topic, upload


def test_a_document_is_sent_read_found_and_taken_out_again(over_empty: TestClient) -> None:
    job = ended(over_empty, upload(over_empty, "../档案局\u202e.txt", LIST.encode(), **OWN_PAGE))
    assert (job["state"], job["files"], job["read"]) == ("done", ["档案局.txt"], 1)
    assert [one["state"] for one in job["result"]["lists"]] == ["added"]
    assert over_empty.get("/departments/区档案局").status_code == 200
    events = over_empty.get(f"/jobs/{job['id']}/events").text
    assert events.startswith("event: job\ndata: {")
    gone = ended(over_empty, over_empty.delete("/documents/档案局.txt", headers=OWN_PAGE))
    assert [one["department"] for one in gone["result"]["lists"]] == ["云溪市澜江区档案局"]
    assert over_empty.get("/departments/区档案局").status_code == 404
    rows = over_empty.get("/audit").json()["rows"]
    assert [(row["action"], row["outcome"], row["job"]) for row in rows] == [
        ("remove", "done", gone["id"]),
        ("remove", "accepted", gone["id"]),
        ("read", "done", job["id"]),
        ("read", "accepted", job["id"]),
    ]
    assert rows[3]["details"] == {"files": ["../档案局\u202e.txt"]}
    assert rows[3]["data_version"] != rows[2]["data_version"] == rows[1]["data_version"]
    table = list(
        csv.DictReader(io.StringIO(over_empty.get("/audit?format=csv&lang=en").content.decode("utf-8-sig")))
    )
    assert len(table) == 4
    assert [json.loads(row["details"]) for row in table] == [row["details"] for row in rows]
    assert all(re.fullmatch(r"[-0-9]{10}T[:0-9]{8}Z", row["at"]) for row in rows)


def test_bad_documents_are_refused_by_name_and_nothing_stays(client: TestClient, store: GraphStore) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
        archive.writestr("[Content_Types].xml", b"<Types/>")
    job = ended(client, upload(client, "bomb.docx", bomb.getvalue(), **OWN_PAGE))
    assert job["state"] == "done"
    assert [refused["file"] for refused in job["result"]["refused"]] == ["bomb.docx"]
    assert not list(store.beside("uploads").rglob("*.docx"))


def test_what_is_too_large_or_has_no_room_is_refused_before_it_is_kept(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = ServiceSettings(upload_megabytes=2)
    with TestClient(create_app(nullcontext(store), settings), base_url=HERE) as client:
        large = upload(client, "large.txt", b"0" * 3_000_000, **OWN_PAGE)
        assert (large.status_code, large.json()["code"]) == (413, "too_large")
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 0))
        full = upload(client, "some.txt", b"0" * 1_500_000, **OWN_PAGE)
        assert full.status_code == 507
        assert client.get("/jobs").json() == []


WRITES = [
    ("POST", "/documents"), ("DELETE", "/documents/02-market.txt"), ("POST", "/recompute"),
    ("PUT", "/rules/gap.contact"), ("PUT", "/findings/finding-0/verdict"), ("DELETE", "/jobs/0"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "address"), WRITES)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"authorization": "Bearer dg_wrong"}, 401),
        ({"authorization": "Bearer dg_wrong", **OWN_PAGE}, 401),
    ],
    ids=str,
)
def test_a_write_without_a_right_is_refused(
    method: str, address: str, headers: dict[str, str], status: int, client: TestClient
) -> None:
    response = client.request(method, address, headers=headers)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("application/problem+json")
    assert ("www-authenticate" in response.headers) == (status == 401)


@pytest.mark.parametrize(
    ("role", "ask", "allowed"),
    [
        ("reader", ("PUT", "/findings/{}/verdict"), False),
        ("reviewer", ("PUT", "/findings/{}/verdict"), True),
        ("reviewer", ("POST", "/recompute"), False),
        ("reviewer", ("GET", "/audit"), False),
        ("editor", ("GET", "/audit"), True),
    ],
)
def test_a_role_allows_what_it_says(
    role: Role,
    ask: tuple[str, str],
    allowed: bool,
    client: TestClient,
    bearer: Callable[[Role], dict[str, str]],
) -> None:
    method, address = ask
    body = {"json": {"value": "confirmed", "by": "李明"}} if "verdict" in address else {}
    response = client.request(method, address.format(first_finding(client)), headers=bearer(role), **body)  # type: ignore[arg-type]
    assert (response.status_code != 403) is allowed


def test_open_to_others_even_reading_needs_a_token(
    store: GraphStore, bearer: Callable[[Role], dict[str, str]]
) -> None:
    settings = ServiceSettings(host="0.0.0.0", allowed_hosts=("graph.lan",))
    with TestClient(create_app(nullcontext(store), settings), base_url="http://graph.lan") as client:
        assert client.get("/departments").status_code == 401
        assert client.get("/healthz").status_code == 200
        headers = bearer("reader")
        assert client.get("/departments", headers=headers).status_code == 200
        page = {"accept": "text/html", **OWN_PAGE}
        sent = client.post(
            "/login",
            data={"token": headers["authorization"][7:], "next": "//evil.example/x"},
            headers=page,
            follow_redirects=False,
        )
        assert sent.headers["location"] == "/"
        assert "httponly" in sent.headers["set-cookie"].lower()
        assert client.get("/departments").status_code == 200
        token = TokenFile.of(store)
        token.revoke(token.all()[-1].id)
        assert client.get("/departments").status_code == 401


def test_a_token_that_has_expired_lets_nobody_in(store: GraphStore) -> None:
    file = TokenFile.of(store)
    token, secret = file.create("guest", "reader", 1)
    assert file.holder(secret) == token
    kept = file.path.read_text(encoding="utf-8")
    assert secret not in kept
    assert token.expires is not None
    file.path.write_text(kept.replace(str(token.expires.year), "2020"), encoding="utf-8")
    assert file.holder(secret) is None


def test_a_service_for_others_does_not_start_without_a_token(tmp_path: Path) -> None:
    settings = ServiceSettings(host="0.0.0.0", port=0)
    with pytest.raises(NoTokenError, match="dutygraph token create"):
        serve(settings, StoreSettings(data=tmp_path / "data"), announce=lambda _: None)


def test_a_verdict_is_given_once_everybody_has_seen_the_last_one(
    client: TestClient, bearer: Callable[[Role], dict[str, str]]
) -> None:
    address = f"/findings/{first_finding(client)}/verdict"
    headers = bearer("reviewer")
    before = client.get(address)
    assert before.headers["etag"] == '"none"'
    body = {
        "value": "confirmed",
        "by": "李明",
        "note": "两家都发证",
        "due": "2027-03-31",
        "responsible": "区民政局",
    }
    first = client.put(address, json=body, headers={**headers, "if-match": before.headers["etag"]})
    assert first.status_code == 200, first.text
    assert first.json()["verdict"]["due"] == "2027-03-31"
    late = client.put(
        address, json={"value": "dismissed", "by": "王芳"}, headers={**headers, "if-match": '"none"'}
    )
    assert late.status_code == 412
    assert "李明" in late.json()["zh"]
    seen = client.put(
        address,
        json={"value": "dismissed", "by": "王芳"},
        headers={**headers, "if-match": first.headers["etag"]},
    )
    assert seen.status_code == 200
    wrong = client.put(address, json={"value": "perhaps", "by": ""}, headers=headers)
    assert wrong.status_code == 422
    outcomes = [row["outcome"] for row in client.get("/audit", headers=bearer("editor")).json()["rows"]]
    assert outcomes == ["done", "judged_meanwhile", "done"]


def test_a_day_that_has_passed_is_refused_and_offered_no_more(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"/findings/{first_finding(client)}"
    address, body = f"{page}/verdict", {"value": "confirmed", "by": "李明", "due": "2025-12-31"}
    refused = client.put(address, json=body, headers=OWN_PAGE)
    assert refused.status_code == 422
    assert "2025-12-31 已过" in refused.json()["zh"]
    assert "2025-12-31 has passed" in refused.json()["en"]
    form = client.post(address, data=body, headers={**OWN_PAGE, "accept": "text/html"})
    assert form.status_code == 422
    assert "期限 2025-12-31 已过" in form.text
    assert not client.get(address).json()["verdict"]
    assert client.put(address, json={**body, "due": "2026-01-01"}, headers=OWN_PAGE).status_code == 200
    monkeypatch.setattr("dutygraph.clock.today", lambda: date(2026, 1, 2))
    later = client.get(page, params={"lang": "en"}, headers={"accept": "text/html"}).text
    assert 'name="due" type="date" value=""' in later


def test_a_verdict_is_by_the_token_and_mends_as_offered(
    client: TestClient, bearer: Callable[[Role], dict[str, str]]
) -> None:
    id_ = first_finding(client)
    address = f"/findings/{id_}/verdict"
    nobody = client.put(address, json={"value": "confirmed"}, headers=OWN_PAGE)
    assert nobody.status_code == 422
    assert "by" in nobody.json()["zh"]
    headers = bearer("reviewer")
    offered = client.get(f"/findings/{id_}").json()["findings"][0]["options"]
    other = next(option for option in get_args(Option) if option not in offered)
    refused = client.put(address, json={"value": "confirmed", "option": other}, headers=headers)
    assert refused.status_code == 422
    assert all(option in refused.json()["zh"] for option in [other, *offered])
    assert client.get(address).json()["verdict"] is None
    given = client.put(address, json={"value": "confirmed", "option": offered[0], "by": ""}, headers=headers)
    assert given.status_code == 200, given.text
    assert given.json()["verdict"]["by"] == "test reviewer"


def test_an_address_under_topics_means_a_topic_and_one_under_findings_a_finding(client: TestClient) -> None:
    topic, finding = first_topic(client), first_finding(client)
    short = topic.removeprefix("topic-")
    assert client.get(f"/topics/{short}/verdict").json()["id"] == topic
    body = {"value": "confirmed", "by": "李明"}
    assert client.put(f"/topics/{short}/verdict", json=body, headers=OWN_PAGE).json()["id"] == topic
    form = {**OWN_PAGE, "accept": "text/html"}
    sent = client.post(f"/topics/{short}/verdict", data=body, headers=form, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/topics/{short}")
    for wrong in (f"/topics/{finding}", f"/topics/{finding.removeprefix('finding-')}", f"/findings/{topic}"):
        assert client.put(f"{wrong}/verdict", json=body, headers=OWN_PAGE).status_code == 404
        assert client.post(f"{wrong}/verdict", data=body, headers=form).status_code == 404
        assert client.get(f"{wrong}/verdict").status_code == 404
        assert client.get(wrong, headers={"accept": "text/html"}).status_code == 404


def test_a_form_judges_without_scripts_and_goes_on(client: TestClient) -> None:
    id_ = first_finding(client)
    page = client.get(f"/findings/{id_}", headers={"accept": "text/html"}).text
    assert f'action="/findings/{id_}/verdict"' in page
    assert 'name="seen" value="none"' in page
    form = {
        "value": "justified",
        "by": "李明",
        "note": "",
        "option": "",
        "responsible": "",
        "due": "",
        "seen": "none",
    }
    sent = client.post(
        f"/findings/{id_}/verdict",
        data={**form, "next": "https://evil.example"},
        headers=OWN_PAGE,
        follow_redirects=False,
    )
    assert (sent.status_code, sent.headers["location"]) == (303, "/")
    again = client.post(
        f"/findings/{id_}/verdict",
        data=form,
        headers={**OWN_PAGE, "accept": "text/html"},
        follow_redirects=False,
    )
    assert again.status_code == 412
    assert "李明" in again.text
    after = client.get(f"/findings/{id_}", headers={"accept": "text/html"}).text
    assert 'value="李明"' in after
    assert 'name="seen" value="none"' not in after


def test_a_rule_is_set_and_findings_are_computed_anew(client: TestClient) -> None:
    card = client.put("/rules/overlap.duty", json={"on": False}, headers=OWN_PAGE).json()
    assert card["on"] is False
    assert client.get("/findings").json()["stale"]
    job = ended(client, client.post("/recompute", headers=OWN_PAGE))
    assert job["result"]["findings"]["vanished"] > 0
    assert not client.get("/findings", params={"kind": "overlap.duty"}).json()["findings"]
    assert (
        client.put("/rules/overlap.duty", json={"values": {"min_score": 7}}, headers=OWN_PAGE).status_code
        == 422
    )


def test_a_rule_is_set_in_the_browser(client: TestClient) -> None:
    page = {**OWN_PAGE, "accept": "text/html"}
    address = "/rules/overlap.duty"
    sent = client.post(address, data={"min_score": "0.4"}, headers=page, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, address)
    card = client.get(address).json()
    assert (card["on"], card["settings"]["min_score"]["value"]) == (False, 0.4)
    refused = client.post(address, data={"on": "1", "min_score": "7"}, headers=page)
    assert refused.status_code == 422
    assert "应在 0.15 与 1 之间" in refused.text
    assert client.get(address).json()["on"] is False
    assert client.post("/rules/nothing", data={}, headers=page).status_code == 404
    assert client.post(address, data={"on": "1"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.get("/audit", headers=OWN_PAGE).json()["rows"][0]["action"] == "rule"


def test_jobs_wait_for_one_another_and_too_many_are_refused(client: TestClient) -> None:
    answers = [client.post("/recompute", headers=OWN_PAGE) for _ in range(14)]
    refused = [answer for answer in answers if answer.status_code == 503]
    assert refused
    assert all("retry-after" in answer.headers for answer in refused)
    for answer in answers[1:]:
        if answer.status_code == 202:
            client.delete(answer.headers["location"], headers=OWN_PAGE)
    states = [ended(client, answer)["state"] for answer in answers if answer.status_code == 202]
    assert set(states) <= {"done", "cancelled"}
    assert states.count("cancelled") >= len(states) - 3


def test_a_job_that_the_end_of_the_service_cut_off_is_told(folder_store: GraphStore) -> None:
    with TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as client:
        job = ended(client, upload(client, "档案局.txt", LIST.encode(), **OWN_PAGE))
    journal = folder_store.beside("jobs.jsonl")
    lines = journal.read_text(encoding="utf-8").splitlines()
    journal.write_text(lines[0] + "\n", encoding="utf-8")
    with TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as client:
        assert client.get(f"/jobs/{job['id']}").json()["state"] == "interrupted"
        assert client.get("/jobs/none").status_code == 404
