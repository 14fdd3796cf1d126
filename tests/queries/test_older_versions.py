"""What an older version has stored of findings and topics, in whatever form, is computed anew and keeps its verdicts."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import OutdatedFindingsError
from dutygraph.queries.findings.models import Finding, Topic
from dutygraph.queries.findings.read.findings import finding_card, stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.stored_form import from_any_payload
from dutygraph.queries.findings.update.reading_news import ListNews, last_news, remember_news
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.queries.verdicts.report import verdict_report
from tests.queries.short import load, said
from tests.queries.test_topics import REWORDED, lists
from tests.queries.topics import list_topics

Place = tuple[int | str, ...]
LACKING = ("severity", "parts", "pairs", "title", "kinds", "wording")


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """Yield the place of everything in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield (*at, name)
        yield from places(one, (*at, name))


def other_forms(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the fields with each thing in them lacking, of another type, and beside something unknown."""
    for place in places(fields):
        for change in ("lacks", "other", "unknown") if isinstance(place[-1], str) else ("other",):
            changed = deepcopy(fields)
            inner: Any = changed
            for name in place[:-1]:
                inner = inner[name]
            if change == "lacks":
                del inner[place[-1]]
            elif change == "other":
                inner[place[-1]] = {"other": [1]}
            else:
                inner["of an older version"] = 1
            yield changed


@pytest.mark.parametrize("model", [Finding, Topic])
def test_any_form_is_taken_into_ours(model: type[Finding | Topic], sample: GraphStore) -> None:
    overlaps = [one for one in stored_findings(sample).findings if one.boundary and one.boundary.matters]
    whole = overlaps[0] if model is Finding else next(one for one in list_topics(sample) if one.matters)
    fields = json.loads(whole.model_dump_json())
    for changed in other_forms(fields):
        found = from_any_payload(model, whole.id, json.dumps(changed))
        assert found.id == whole.id
        if isinstance(found, Finding):
            assert all(max(pair) < len(found.nodes) for pair in found.pairs)
    for unlike in ({}, {"id": 1, "nodes": [1], "title": "", "verdict": {"value": "maybe"}}):
        assert from_any_payload(model, whole.id, json.dumps(unlike)).id == whole.id
    assert from_any_payload(model, whole.id, whole.model_dump_json()) == whole


def make_older(store: GraphStore) -> None:
    """Store all findings and topics as a version did that had other fields."""
    rows = store.read("MATCH (n:Finding|Topic) RETURN n.id AS id, n.payload AS payload")
    for row in rows:
        fields = {name: value for name, value in json.loads(row["payload"]).items() if name not in LACKING}
        row["payload"] = json.dumps({**fields, "rank": 3})
    older = (
        "UNWIND $rows AS row MATCH (n:Finding|Topic {id: row.id})"
        " SET n.payload = row.payload, n.wordings = null, n.region = null"
    )
    store.write(lambda tx: tx.run(older, {"rows": rows}))


def judged_and_older(store: GraphStore) -> tuple[Topic, Finding]:
    """Judge a topic and one of its findings, and give the graph back as an older version would have left it."""
    load(store, lists())
    recompute(store)
    (topic,) = list_topics(store)
    (overlap,) = stored_findings(store, Selection(["overlap.duplicate"])).findings
    judge(store, topic.id, said("confirmed", by="张三"))
    judge(store, overlap.id, said("confirmed", by="李四"))
    make_older(store)
    return topic, overlap


def test_verdicts_follow_the_findings_of_an_older_version(store: GraphStore) -> None:
    topic, overlap = judged_and_older(store)
    with pytest.raises(OutdatedFindingsError):
        judge(store, overlap.id, said("justified", by="张三"))
    load(store, lists(REWORDED))
    recompute(store)
    assert [one.id for one in list_topics(store)] == [topic.id]
    (now,) = stored_findings(store, Selection(["overlap.duplicate"])).findings
    assert now.id == overlap.id
    assert now.verdict is not None
    assert (now.verdict.by, now.verdict.outdated) == ("李四", True)


def test_what_is_found_no_longer_can_still_be_looked_at(store: GraphStore) -> None:
    topic, overlap = judged_and_older(store)
    load(store, [{"department": overlap.departments[0], "duties": [{"text": "登记中医诊所。"}]}])
    recompute(store)
    card, told = finding_card(store, overlap.id), topic_card(store, topic.id)
    assert (card.found, told.found) == (False, False)
    assert card.findings[0].nodes == overlap.nodes
    assert told.topics[0].findings == topic.findings
    assert {one.conflict for one in verdict_report(store).contradictions} == {"vanished"}
    before = store.read("MATCH (n:Finding|Topic) RETURN n.id AS id, n.payload AS payload ORDER BY id")
    recompute(store)
    assert before == store.read("MATCH (n:Finding|Topic) RETURN n.id AS id, n.payload AS payload ORDER BY id")


def test_news_of_an_older_version_are_forgotten(store: GraphStore) -> None:
    remember_news(store, "read", [ListNews(department="民政局", source="清单.txt", state="added")], None)
    assert last_news(store) is not None
    store.write(lambda tx: tx.run("MATCH (c:Computation {id: 'news'}) SET c.news = '{}'"))
    assert last_news(store) is None
