"""Reading in the browser: the form without scripts, what a job has changed, taking out again, and who may."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.security.audit import audit_rows
from dutygraph.api.security.tokens import TokenFile
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.read.findings import list_findings
from tests.api.writes.asking import ANOTHER, BODY, until
from tests.hostile import MARKUP
from tests.visualize.conftest import browser
from tests.visualize.markup import Page, parse

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def own(sample_folder: Path, tmp_path: Path) -> Iterator[tuple[GraphStore, TestClient]]:
    """The sample district, to be changed, and a browser on its pages."""
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store, browser(store) as client:
        yield store, client


def _send(client: TestClient, *files: tuple[str, str], **said: str) -> Any:
    parts = [("files", (name, text.encode())) for name, text in files]
    return client.post("/read", files=parts, data=said, headers=OWN, follow_redirects=False)


def _ended(client: TestClient, answer: Any) -> Page:
    """The page of the job to which a form leads, when the job has ended."""
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    until(lambda: client.get(address, headers={"accept": "application/json"}).json()["state"] == "done")
    return parse(client.get(address).text)


def test_documents_are_read_told_of_and_taken_out_again(own: tuple[GraphStore, TestClient]) -> None:
    store, client = own
    assert not _findings(store)
    job = _ended(
        client, _send(client, ("志办.txt", ANOTHER), ("坏.docx", "no document"), region="云溪市澜江区")
    )
    appeared = _findings(store)
    assert appeared
    assert "新增清单 1 份" in job.text
    assert "坏.docx" in job.text
    assert "只言片语" in job.text
    assert any(link.startswith(f"/documents/{quote('志办.txt')}/source?line=") for link in job.links)
    assert appeared & {link.rpartition("/")[2] for link in job.links if link.startswith("/findings/")}
    for address in ("/", "/read"):
        page = parse(client.get(address).text)
        assert "新增问题线索" in page.text
        assert "新增清单 1 份" in page.text
    asked = next(link for link in page.links if "remove" in link and _lists(client, link) == [BODY])
    name = re.search('name="name" value="([^"]+)"', client.get(asked).text)
    assert name
    form = client.post("/read/remove", data={"name": name[1]}, headers=OWN, follow_redirects=False)
    assert "移出 1 份" in _ended(client, form).text
    assert not _findings(store)
    assert "消除问题线索" in parse(client.get("/").text).text
    assert [row.action for row in audit_rows(store)[0] if row.outcome == "accepted"] == ["read", "remove"]


def _findings(store: GraphStore) -> set[str]:
    return {one.id for one in list_findings(store) if BODY in one.departments}


def _lists(client: TestClient, address: str) -> list[str]:
    return re.findall("<li>(\\S+)", client.get(address).text)


def test_a_form_that_is_refused_is_shown_again(own: tuple[GraphStore, TestClient]) -> None:
    _, client = own
    nothing = (  # as browsers send a field in which no file was chosen
        '--x\r\nContent-Disposition: form-data; name="files"; filename=""\r\n'
        "Content-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n"
    )
    kind = {"content-type": "multipart/form-data; boundary=x"}
    empty = client.post("/read", content=nothing, headers={**OWN, **kind})
    wrong = _send(client, ("a.txt", ANOTHER), region="衡阳市蒸香区")
    for answer, told, kept in ((empty, "没有选择文件", ""), (wrong, "蒸湘", "衡阳市蒸香区")):
        assert answer.status_code == 422
        assert told in answer.text
        assert f'name="region" value="{kept}"' in answer.text
    assert client.get("/jobs?format=json").json() == []


def test_only_an_editor_on_our_own_pages_reads(own: tuple[GraphStore, TestClient]) -> None:
    store, client = own
    foreign = {"sec-fetch-site": "cross-site"}
    for address in ("/read", "/read/remove", "/read/recompute"):
        assert client.post(address, headers=foreign, data={"name": "x"}).status_code == 403
    _, secret = TokenFile.of(store).create("读者", "reviewer", None)
    client.cookies.set("token", secret)
    page = client.get("/read")
    assert "编辑者令牌" in page.text
    assert 'type="file"' not in page.text
    assert _send(client, ("a.txt", ANOTHER)).status_code == 403


def test_findings_are_computed_anew_and_a_job_is_cancelled(own: tuple[GraphStore, TestClient]) -> None:
    _, client = own
    form = client.post("/read/recompute", headers=OWN, follow_redirects=False)
    assert "问题线索没有变化" in _ended(client, form).text
    job = form.headers["location"]
    assert client.post(f"{job}/cancel", headers=OWN, follow_redirects=False).headers["location"] == job
    assert client.get("/jobs/0").status_code == 404


def test_what_a_document_says_is_never_markup(own: tuple[GraphStore, TestClient]) -> None:
    page = _ended(
        own[1], _send(own[1], (f"{MARKUP.replace('/', '')}.txt", ANOTHER.replace("只言片语", MARKUP)))
    )
    assert "window.broken" in page.text
    assert not page.all("img")


def test_a_new_version_is_told_entry_by_entry(own: tuple[GraphStore, TestClient]) -> None:
    _, client = own
    old, new = "征集志书资料，出版年鉴。", "征集志书资料，编辑出版年鉴。"
    _ended(client, _send(client, ("志办.txt", ANOTHER)))
    answer = _send(client, ("志办.txt", ANOTHER.replace(old, new).replace("只言片语", "")))
    page = _ended(client, answer)
    job = client.get(answer.headers["location"], headers={"accept": "application/json"}).json()
    [told] = job["result"]["lists"]
    assert told["counts"] == {"Task": {"reworded": 1}}
    [entry] = told["entries"]
    assert (entry["kind"], entry["change"], entry["within"]) == ("Task", "reworded", "编纂地方志。")
    assert (entry["old"], entry["new"]) == ({"text": old}, {"text": new})
    for shown in (page.text, parse(client.get("/").text).text, parse(client.get("/read").text).text):
        assert "具体工作事项 修改 1" in shown
        assert f"{old} → {new}（在“编纂地方志。”中）" in shown


def test_a_job_names_as_read_in_part_what_the_other_pages_do(own: tuple[GraphStore, TestClient]) -> None:
    _, client = own
    nearly = _ended(client, _send(client, ("志办.txt", ANOTHER)))
    assert "未读全的清单" not in nearly.text
    barely = _ended(
        client, _send(client, ("志办.txt", ANOTHER + "零散的话一句接着一句，哪一栏也不属于。\n" * 20))
    )
    assert "未读全的清单" in barely.text
