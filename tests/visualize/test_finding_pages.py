"""Pages about findings that people have judged, that are out of date, and about rules."""

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.rules.settings import set_rule
from dutygraph.queries.findings.update.recompute import recompute
from tests.hostile import MARKUP, SCRIPT_END, load_hostile
from tests.queries.short import load, said
from tests.queries.test_topics import lists
from tests.queries.topics import list_topics
from tests.visualize.conftest import BROWSER, HERE, Fetch, browser
from tests.visualize.markup import dangers, parse

STALE = "或运行 dutygraph recompute"


def test_findings_are_chosen_by_severity_and_score(page: Fetch, sample: GraphStore) -> None:
    every = stored_findings(sample).findings
    low = [finding for finding in every if finding.severity == "low"]
    ordinary = [finding for finding in low if finding.class_ in ("interplay", "possible")]
    assert ordinary
    shown = page("/findings?kind=&department=&severity=low&status=&min_score=")
    assert f"共 {len(low) - len(ordinary)} 条" in shown.text
    assert f"和可能重叠（待核）{len(ordinary)} 条" in shown.text
    assert f"共 {len(low)} 条" in page("/findings?severity=low&on_demand=1").text
    high = [finding for finding in every if finding.score >= 0.7 and finding.severity == "high"]
    shown = page("/findings?severity=high&min_score=0.7&status=open")
    assert f"共 {len(high)} 条" in shown.text
    assert "/findings?severity=high&status=open&min_score=0.7&format=csv&on_demand=0" in shown.links
    assert "共 0 条" in page("/findings?status=confirmed").text


def test_a_page_takes_the_filters_that_the_api_takes(page: Fetch, sample: GraphStore) -> None:
    kinds = {"gap.contact", "orphan.no_task"}
    count = sum(finding.kind in kinds for finding in stored_findings(sample).findings)
    assert f"共 {count} 条" in page("/findings?kind=gap.contact&kind=orphan.no_task").text
    with browser(sample) as client:
        refused = client.get("/findings?kind=gap.contacts")
        assert refused.status_code == 404
        assert "gap.contact" in parse(refused.text).text
        assert client.get("/findings?severity=odd").status_code == 422


def test_the_way_to_the_next_page_keeps_the_choice(sample: GraphStore) -> None:
    settings = ServiceSettings(page_size=3)
    with TestClient(create_app(nullcontext(sample), settings), base_url=HERE, headers=BROWSER) as client:
        links = parse(client.get("/findings?kind=&severity=high&min_score=0.7&page=2").text).links
    assert {f"?severity=high&min_score=0.7&page={number}" for number in (1, 3)} <= set(links)


def test_rules_are_explained(page: Fetch) -> None:
    listed = page("/rules")
    assert "/rules/orphan.no_task" in listed.links
    assert "分数达到多少才列出" in listed.text
    assert "回应的程度达到多少才算有回应" in page("/rules/boundary.one_sided").text
    assert "启用" in page("/rules/orphan.no_task?lang=zh").text
    assert "Duty without tasks" in page("/rules/orphan.no_task?lang=en").text


def test_what_people_say_is_shown_and_never_runs(folder_store: GraphStore) -> None:
    load_hostile(folder_store)
    first, second = stored_findings(folder_store).findings[:2]
    judge(folder_store, first.id, said("confirmed", by=MARKUP, note=SCRIPT_END))
    judge(folder_store, first.id, said("dismissed", by="李四"))
    judge(folder_store, second.id, said("confirmed", by="张三"))
    set_rule(folder_store, second.kind, on=False)
    recompute(folder_store)
    with browser(folder_store) as client:
        one = client.get(f"/findings/{first.id}?lang=zh")
        assert "不成立" in one.text
        assert MARKUP in parse(one.text).text
        report = client.get("/verdicts/report")
        assert "核查人意见不一" in report.text
        assert "不再发现" in client.get(f"/findings/{second.id}").text
        assert "停用" in client.get("/rules").text
        for response in (one, report):
            assert dangers(parse(response.text)) == []


@pytest.mark.parametrize("address", ["/", "/findings", "/departments/澜江区财政局", "/findings/{id}"])
def test_a_page_says_when_its_findings_are_out_of_date(address: str, folder_store: GraphStore) -> None:
    load_hostile(folder_store)
    address = address.format(id=stored_findings(folder_store).findings[0].id)
    with browser(folder_store) as client:
        assert STALE not in client.get(address).text
        set_rule(folder_store, "gap.contact", on=False)
        assert STALE in client.get(address).text


def test_topics_that_an_older_version_has_stored_are_computed_anew(
    sample_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(sample_folder, tmp_path / "data")
    with GraphStore.open(StoreSettings(data=tmp_path / "data")) as store, browser(store) as client:
        older = {"payload": '{"id": "topic-older"}'}
        store.write(lambda tx: tx.run("MATCH (n:Topic) SET n.payload = $payload", older))
        for address in ("/", "/topics"):
            shown = client.get(address)
            assert shown.status_code == 409
            assert 'action="/read/recompute"' in shown.text
        recompute(store)
        assert [client.get(address).status_code for address in ("/", "/topics")] == [200, 200]


def test_what_an_older_version_kept_in_an_unknown_form_can_be_opened_when_it_is_found_no_longer(
    folder_store: GraphStore,
) -> None:
    store = folder_store
    load(store, lists())
    recompute(store)
    (topic,) = list_topics(store)
    (overlap,) = stored_findings(store, Selection(["overlap.duplicate"])).findings
    for id_ in (topic.id, overlap.id):
        judge(store, id_, said("confirmed", by="张三"))
    store.write(lambda tx: tx.run("MATCH (n:Finding|Topic) SET n.payload = '{}'"))
    load(store, [{"department": overlap.departments[0], "duties": [{"text": "登记中医诊所。"}]}])
    recompute(store)
    with browser(store) as client:
        addresses = (f"/findings/{overlap.id}", f"/topics/{topic.id}", "/verdicts/report")
        assert [client.get(one).status_code for one in addresses] == [200] * 3
