"""Pages about topics: a choice of them, and one with its members and what people have said."""

from datetime import date

import pytest

from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.queries.findings.review.decisions import Decision
from dutygraph.queries.findings.review.verdicts import judge
from tests.hostile import MARKUP
from tests.queries.topics import list_topics
from tests.visualize.conftest import Fetch, browser, rows_of
from tests.visualize.markup import dangers, parse


def test_topics_are_chosen(page: Fetch, sample: GraphStore) -> None:
    every, worth = list_topics(sample), list_topics(sample, Selection(on_demand=False))
    first = page("/topics")
    assert rows_of(first) == [topic.id for topic in worth[:50]]
    assert f"议题 {len(every) - len(worth)} 个，点此列出" in first.text
    assert "?on_demand=1" in first.links
    assert rows_of(page("/topics?on_demand=1")) == [topic.id for topic in every[:50]]
    high = list_topics(sample, Selection(severities=["high"], on_demand=False))
    shown = page("/topics?severity=high&kind=&department=&status=&min_score=")
    assert f"共 {len(high)} 个议题" in shown.text
    assert rows_of(shown) == [topic.id for topic in high[:50]]
    assert "/findings?severity=high" in shown.links


def test_what_there_is_not_is_refused_in_words(sample: GraphStore) -> None:
    with browser(sample) as client:
        refused = client.get("/topics?kind=gap.contacts")
        assert refused.status_code == 404
        assert "gap.contact" in parse(refused.text).text
        assert client.get("/topics?severity=odd").status_code == 422
        assert client.get("/topics/topic-nothing").status_code == 404


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_topic_shows_its_members(page: Fetch, sample: GraphStore, lang: str) -> None:
    card = topic_card(sample, list_topics(sample)[0].id)
    shown = page(f"/topics/{card.topics[0].id}?lang={lang}")
    assert (card.topics[0].sentence.zh if lang == "zh" else card.topics[0].sentence.en) in shown.text
    assert set(rows_of(shown)) == {member.id for member in card.members}


def test_what_people_said_is_shown_as_text(store: GraphStore, sample_graph: Subgraph) -> None:
    store.write(lambda tx: write_subgraph(tx, sample_graph))
    topic = list_topics(store)[0]
    said = Decision(
        value="confirmed",
        by="张三",
        note=MARKUP,
        option="merge",
        responsible="区民政局",
        due=date(2026, 3, 31),
    )
    judge(store, topic.id, said)
    with browser(store) as client:
        shown = parse(client.get(f"/topics/{topic.id}").text)
    assert dangers(shown) == []
    for text in ("张三", MARKUP, "合并", "区民政局", "2026-03-31"):
        assert text in shown.text, text
