"""The queue of a review: its order, what a verdict leads to, and two people who judge at once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.models import SEVERITIES
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.review.verdicts import judge
from tests.queries.short import said
from tests.queries.topics import list_topics
from tests.visualize.conftest import Fetch, browser, rows_of
from tests.visualize.markup import Page, parse

OWN_PAGE = {"sec-fetch-site": "same-origin"}
FINDINGS = "/review?of=findings&kind=boundary"


@pytest.fixture(scope="module")
def judged_sample(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample district, to be judged."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("judged") / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        yield store


@pytest.fixture
def reader(judged_sample: GraphStore) -> Iterator[TestClient]:
    with browser(judged_sample) as client:
        client.headers.update(OWN_PAGE)
        yield client


def _seen(page: Page) -> str:
    return next(str(field["value"]) for field in page.all("input") if field.get("name") == "seen")


def _waits(page: Page) -> bool:
    return any(form.get("class") == "judge" for form in page.all("form"))


def _action(page: Page) -> str:
    return next(str(form["action"]) for form in page.all("form") if form.get("class") == "judge")


def _at(client: TestClient, address: str) -> Page:
    return parse(client.get(address).text)


def _onward(page: Fetch, address: str) -> list[str]:
    """The ids that a queue leads to, one after the other, from an address on."""
    seen: list[str] = []
    while True:
        steps = [link.split("=")[-1] for link in page(address).links if link.startswith("/review?at=")]
        if not (more := [step for step in steps if step not in seen]):
            return seen
        seen.append(more[-1])
        address = f"/review?at={more[-1]}"


def test_the_queue_holds_all_that_has_to_be_decided_the_gravest_first(
    page: Fetch, sample: GraphStore
) -> None:
    wanted = Selection(on_demand=False)
    topics = list_topics(sample, wanted)
    alone = [one for one in list_findings(sample, wanted) if one.topic is None]
    severity = {one.id: SEVERITIES.index(one.severity) for one in topics}
    severity |= {one.id: SEVERITIES.index(one.severity) for one in alone}
    first, *_ = sorted((topics[0].id, alone[0].id), key=severity.__getitem__)
    assert f"1 / {len(severity)}" in page("/review").text
    queue = _onward(page, "/review")
    assert len(queue) >= len(severity) - 1
    assert {first, *queue} == set(severity)
    order = [severity[id_] for id_ in queue if id_ != first]
    assert order == sorted(order)


def test_what_is_listed_on_demand_waits_until_it_is_asked_for(page: Fetch, sample: GraphStore) -> None:
    alone = [one for one in list_findings(sample, Selection()) if one.topic is None]
    assert f"1 / {len(list_topics(sample)) + len(alone)}" in page("/review?on_demand=1").text


def test_the_queue_goes_through_what_the_list_shows(page: Fetch) -> None:
    choice = "severity=high&severity=medium&department=区民政局&sort=score"
    listed = rows_of(page(f"/findings?{choice}"))
    shown = page(f"/review?of=findings&{choice}")
    assert f"1 / {len(listed)}" in shown.text
    assert any(link.endswith(f"at={listed[1]}") for link in shown.links)


def test_a_verdict_leads_on_and_the_name_is_remembered(reader: TestClient, judged_sample: GraphStore) -> None:
    queue = [
        one.id for one in list_findings(judged_sample, FindingFilters.of({"kind": "boundary"}).selection)
    ]
    first = _at(reader, FINDINGS)
    sent = reader.post(
        _action(first),
        data={"value": "confirmed", "by": "李明", "note": "", "option": "", "seen": _seen(first)},
        follow_redirects=False,
    )
    assert sent.status_code == 303
    assert sent.headers["location"].endswith(f"at={queue[1]}")
    second = _at(reader, sent.headers["location"])
    assert f"2 / {len(queue)}" in second.text
    assert f"已核查 1，共 {len(queue)}" in second.text
    assert {"李明"} <= {field.get("value") for field in second.all("input")}
    assert "属实" in _at(reader, f"/findings/{queue[0]}").text
    assert rows_of(_at(reader, "/findings?kind=boundary&status=confirmed")) == queue[:1]


def test_the_second_sees_the_word_of_the_first(reader: TestClient, judged_sample: GraphStore) -> None:
    other = list_findings(judged_sample)[-1].id
    for address in (f"/review?of=findings&at={other}", f"/findings/{other}"):
        shown = _at(reader, address)
        judge(judged_sample, other, said("justified", by="王芳", note="已有会议纪要"))
        mine = {"value": "dismissed", "by": "张三", "note": "不是一件事", "seen": _seen(shown)}
        refused = reader.post(_action(shown), data=mine)
        again = parse(refused.text)
        assert refused.status_code == 412
        assert "王芳" in again.text
        assert "已有会议纪要" in again.text
        assert "不是一件事" in again.text
        assert [field["value"] for field in again.all("input") if "checked" in field] == ["dismissed"]
        sent = reader.post(_action(again), data={**mine, "seen": _seen(again)}, follow_redirects=False)
        assert sent.status_code == 303
    history = _at(reader, f"/findings/{other}").text
    assert history.index("张三") < history.index("王芳")


def test_what_is_wrong_is_said_and_nothing_is_lost(reader: TestClient, judged_sample: GraphStore) -> None:
    topic = list_topics(judged_sample)[-1].id
    for address in (f"/review?at={topic}", f"/topics/{topic}"):
        shown = _at(reader, address)
        wrong = {"value": "confirmed", "by": "李明", "due": "明天", "note": "待办", "seen": _seen(shown)}
        refused = reader.post(_action(shown), data=wrong)
        assert refused.status_code == 422
        assert "应为日期" in refused.text
        assert "待办" in refused.text
        assert list_topics(judged_sample)[-1].status == "open"


def test_the_last_verdict_ends_the_queue(reader: TestClient, judged_sample: GraphStore) -> None:
    topics = (one for one in list_topics(judged_sample) if len(one.findings) > 1)
    topic = max(topics, key=lambda one: len(one.findings))
    address = f"/review?of=findings&topic={topic.id}"
    judged = 0
    while _waits(shown := _at(reader, address)):
        sent = {"value": "undecided", "by": "李明", "seen": _seen(shown)}
        address = reader.post(_action(shown), data=sent, follow_redirects=False).headers["location"]
        judged += 1
    assert judged > 1
    done = _at(reader, address)
    assert f"{judged} 项已全部核查" in done.text
    assert f"/topics/{topic.id}" in done.links
    assert "没有要核查的内容" in _at(reader, "/review?department=区统计局&severity=high&min_score=1").text


@pytest.mark.parametrize(
    ("address", "status", "said_of_it"),
    [
        ("/review?at=topic-none", 404, "topic-none"),
        ("/review?of=duties", 422, "topics"),
        ("/review?kind=nothing", 404, "nothing"),
        ("/findings?severity=odd", 422, "severity"),
        ("/findings?kinds=gap", 422, "kinds"),
        ("/findings?status=verified", 422, "status"),
        ("/findings?department=区没有局", 404, "区没有局"),
        ("/findings?other=区没有局", 404, "区没有局"),
        ("/topics?region=火星", 422, "火星"),
        ("/topics?sort=odd", 422, "sort"),
        ("/findings?class=odd", 422, "class"),
    ],
)
def test_an_unknown_value_in_an_address_is_said(
    address: str, status: int, said_of_it: str, reader: TestClient
) -> None:
    response = reader.get(address)
    assert response.status_code == status
    assert said_of_it in parse(response.text).text
