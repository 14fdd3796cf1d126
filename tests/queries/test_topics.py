"""Findings that tell one story are one topic, and what people say of either holds while its texts do."""

from collections import Counter
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import UnknownFindingError
from dutygraph.queries.findings.models import SEVERITIES, Finding, Topic
from dutygraph.queries.findings.read.findings import finding_card, list_findings, stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.update.recompute import recompute, update
from dutygraph.queries.verdicts.report import verdict_report
from dutygraph.visible import shortened
from tests.queries.short import load, said
from tests.queries.topics import list_topics

CIVIL, HEALTH = "云溪市澜江区民政局", "云溪市澜江区卫生健康局"
TASK = "对养老机构入住老年人护理服务质量开展监督检查。"
REWORDED = "对养老机构入住老年人护理服务质量开展监督检查和考核。"


def lists(task: str = TASK, region: str = "云溪市澜江区") -> list[dict[str, Any]]:
    """Two bodies that do the same, and no matter that draws a boundary between them."""
    other = "组织养老机构入住老年人护理服务质量的监督检查工作。"
    return [
        {"department": f"{region}民政局", "duties": [{"text": "管理养老服务。", "tasks": [{"text": task}]}]},
        {
            "department": f"{region}卫生健康局",
            "duties": [{"text": "管理医疗机构。", "tasks": [{"text": other}]}],
        },
    ]


def read(store: GraphStore, told: list[dict[str, Any]], source: str = "清单.txt") -> None:
    load(store, told, source)
    update(store)


def the_topic(store: GraphStore) -> Topic:
    (topic,) = list_topics(store)
    return topic


def by_kind(store: GraphStore) -> dict[str, Finding]:
    return {
        finding.class_ if finding.class_ == "boundary" else "overlap": finding
        for finding in stored_findings(store, Selection(topic=the_topic(store).id)).findings
    }


def statuses(store: GraphStore) -> dict[str, str]:
    return {kind: status_of(finding.verdict) for kind, finding in by_kind(store).items()}


def test_a_topic_gathers_what_tells_one_story(sample: GraphStore) -> None:
    topics = list_topics(sample)
    members = Counter(id_ for topic in topics for id_ in topic.findings)
    assert topics
    assert set(members.values()) == {1}
    assert all(len(topic.findings) > 1 for topic in topics)
    assert {entry.id: entry.topic for entry in list_findings(sample) if entry.topic} == {
        id_: topic.id for topic in topics for id_ in topic.findings
    }
    training = next(topic for topic in topics if "职业技能培训" in {one.matter for one in topic.matters})
    assert {"boundary.conflict", "boundary.one_sided", "overlap.duty"} <= set(training.kinds)
    assert (training.boundary, training.severity) == ("declared", "medium")


def test_a_topic_is_as_grave_as_the_gravest_that_counts(sample: GraphStore) -> None:
    for topic in list_topics(sample):
        members = topic_card(sample, topic.id).members
        counting = [one for one in members if one.class_ != "interplay"] or members
        assert topic.severity == min((one.severity for one in counting), key=SEVERITIES.index)
        assert [one.id for one in members] == topic.findings
        assert topic.sentence.zh.endswith("。")
        assert f"共{len(members)}条线索" in topic.sentence.zh
        assert f"({len(members)} findings" in topic.sentence.en


def test_a_title_says_what_it_is_about_and_what_is_wrong(sample: GraphStore) -> None:
    topics = list_topics(sample)
    titles = {topic.title.zh: topic.title.en for topic in topics}
    assert titles["“职业技能培训”边界冲突"] == "“职业技能培训”: conflicting boundaries"
    assert len(titles) > len(topics) * 0.9
    assert max(map(len, titles)) <= 18
    words = {"overlap": ("重叠", "overlap"), "possible": ("可能重叠", "perhaps an overlap")}
    for topic in (one for one in topics if one.class_ in words):
        members = topic_card(sample, topic.id).members
        about = next(one.object for one in members if one.class_ == topic.class_)
        assert about is not None
        zh, en = words[topic.class_]
        assert topic.title.zh == f"“{shortened(about.zh, 12)}”{zh}"
        assert topic.title.en.startswith(f"“{about.en[:20]}")
        assert topic.title.en.endswith(f"”: {en}")


def test_topics_are_chosen_as_findings_are(sample: GraphStore) -> None:
    topics = list_topics(sample)
    name = "云溪市澜江区民政局"
    assert list_topics(sample, Selection(department="民政局")) == [
        one for one in topics if name in one.departments
    ]
    kinds = ["boundary.undeclared"]
    assert list_topics(sample, Selection(kinds)) == [one for one in topics if set(kinds) & set(one.kinds)]
    assert list_topics(sample, Selection(severities=["high"])) == [
        one for one in topics if one.severity == "high"
    ]
    assert list_topics(sample, Selection(region="澜江区")) == topics
    assert list_topics(sample, Selection(statuses=["confirmed"])) == []
    with pytest.raises(UnknownFindingError):
        topic_card(sample, "topic-zzz")


def test_a_verdict_on_a_topic_reaches_its_members_unless_they_have_their_own(store: GraphStore) -> None:
    read(store, lists())
    topic = the_topic(store)
    assert sorted(topic.kinds) == ["boundary.undeclared", "overlap.duplicate"]
    overlap = by_kind(store)["overlap"]
    more = {"option": "name_lead", "responsible": "区卫生健康局", "due": "2026-03-31"}
    judged = judge(store, topic.id, said("confirmed", by="张三", **more))
    assert sorted(judged.reached) == sorted(topic.findings)
    assert statuses(store) == {"overlap": "confirmed", "boundary": "confirmed"}
    verdict = by_kind(store)["overlap"].verdict
    assert verdict is not None
    assert (verdict.given_on, verdict.option, str(verdict.due)) == (topic.id, "name_lead", "2026-03-31")
    assert [one.id for one in list_topics(store, Selection(statuses=["confirmed"]))] == [topic.id]

    judge(store, overlap.id, said("dismissed", by="李四"))
    assert statuses(store)["overlap"] == "dismissed"
    assert judge(store, topic.id, said("justified", by="张三")).reached == [
        id_ for id_ in topic.findings if id_ != overlap.id
    ]
    assert statuses(store)["overlap"] == "dismissed"


def test_an_overlap_without_boundary_carries_what_was_said_of_the_overlap(store: GraphStore) -> None:
    read(store, lists())
    overlap = by_kind(store)["overlap"].id
    judged = judge(store, overlap, said("justified", by="张三"))
    carried = by_kind(store)["boundary"]
    assert sorted(judged.reached) == sorted([overlap, carried.id])
    assert carried.verdict is not None
    assert (carried.verdict.value, carried.verdict.given_on) == ("justified", overlap)
    assert the_topic(store).status == "justified"


@pytest.mark.parametrize("on_topic", [True, False])
def test_a_verdict_on_texts_that_changed_is_to_be_confirmed(store: GraphStore, on_topic: bool) -> None:
    read(store, lists())
    ids = {kind: finding.id for kind, finding in by_kind(store).items()}
    topic = the_topic(store).id
    judge(store, topic if on_topic else ids["overlap"], said("confirmed", by="张三"))
    read(store, lists(REWORDED))
    assert the_topic(store).id == topic
    assert by_kind(store)["overlap"].id == ids["overlap"]
    assert set(statuses(store).values()) == {"to_confirm"}
    verdict = by_kind(store)["overlap"].verdict
    assert verdict is not None
    assert any(one.text == TASK for one in verdict.judged_on or ())
    (changed,) = verdict_report(store).contradictions
    assert changed.conflict == "changed"
    assert any(one.text == REWORDED for one in changed.now)
    assert list_findings(store, Selection(statuses=["confirmed"])) == []
    assert len(list_findings(store, Selection(statuses=["to_confirm"]))) == 2

    judge(store, changed.finding, said("confirmed", by="张三"))
    assert set(statuses(store).values()) == {"confirmed"}
    read(store, lists())  # as it was: what was confirmed last was the other wording
    assert set(statuses(store).values()) == {"to_confirm"}


def test_a_list_that_is_taken_out_and_read_again_changes_nothing(store: GraphStore) -> None:
    read(store, lists())
    topic, told = the_topic(store), by_kind(store)
    judge(store, topic.id, said("confirmed", by="张三"))
    judge(store, told["overlap"].id, said("justified", by="张三"))
    civil, health = lists()
    read(store, [{**health, "duties": [{"text": "登记中医诊所。"}]}])
    assert list_topics(store) == []
    assert not topic_card(store, topic.id).found
    assert not finding_card(store, told["overlap"].id).found
    read(store, [civil, health])
    assert the_topic(store).findings == topic.findings
    assert statuses(store) == {"overlap": "justified", "boundary": "justified"}


def test_a_renamed_duty_keeps_the_id_under_which_it_was_judged(store: GraphStore) -> None:
    read(store, [{"department": CIVIL, "duties": [{"text": "管理殡葬服务机构。"}]}])
    (before,) = list_findings(store, Selection(["orphan.no_task"]))
    judge(store, before.id, said("confirmed", by="张三"))
    for _ in range(2):
        read(store, [{"department": CIVIL, "duties": [{"text": "负责殡葬服务机构的管理。"}]}])
        (after,) = list_findings(store, Selection(["orphan.no_task"]))
        assert (after.id, status_of(after.verdict)) == (before.id, "to_confirm")
        recompute(store)
    read(store, [{"department": CIVIL, "duties": [{"text": "登记婚姻。"}]}])
    (other,) = list_findings(store, Selection(["orphan.no_task"]))
    assert (other.id != before.id, status_of(other.verdict)) == (True, "open")


def test_a_reading_touches_the_topics_of_its_region_only(store: GraphStore) -> None:
    other = "青禾市白石县"
    read(store, lists())
    read(store, lists(region=other), "白石县.txt")
    before = {topic.id: topic for topic in list_topics(store)}
    assert len(before) == 2
    read(store, [lists(REWORDED, region=other)[0], lists(region=other)[1]], "白石县.txt")
    updated = list_topics(store)
    recompute(store)
    assert list_topics(store) == updated
    assert [topic for topic in updated if CIVIL in topic.departments] == [
        topic for topic in before.values() if CIVIL in topic.departments
    ]
    assert [topic.departments for topic in list_topics(store, Selection(region=other))] == [
        topic.departments for topic in updated if HEALTH not in topic.departments
    ]
