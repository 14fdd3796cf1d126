"""Bodies that a reorganisation renamed are marked as long as a list names them and the table holds them."""

from collections.abc import Mapping
from typing import Any

import pytest

from dutygraph.graph.analysis.bases import analyse_bases
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.names.former_bodies import FormerBody
from dutygraph.queries.catalogue.named_queries import run_query
from tests.queries.short import load


def _list(party: str) -> dict[str, Any]:
    return {
        "department": "云溪市澜江区民政局",
        "boundaries": [{"matter": "救助", "parties": [{"department": party, "division": "查处。"}]}],
    }


def _former(store: GraphStore) -> list[tuple[str, str]]:
    analyse_bases(store, None)
    return [(row["body"], row["successor"]) for row in run_query(store, "former_bodies", {}).rows]


def test_the_mark_goes_with_the_list_that_named_the_body(store: GraphStore) -> None:
    load(store, [_list("区工商行政管理局")])
    assert _former(store) == [("云溪市澜江区工商行政管理局", "市场监督管理局")]
    load(store, [_list("区市场监督管理局")])
    assert _former(store) == []


def test_the_mark_follows_the_table(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    tables: list[Mapping[str, FormerBody]] = [
        {"气象局": FormerBody("气象局", "预报局", 2018, "虚构")},
        {"气象局": FormerBody("气象局", "天气局", 2023, "虚构")},
        {"水利局": FormerBody("水利局", "水务局", 2018, "虚构")},
    ]
    load(store, [_list("区气象局")])
    marks = []
    for table in tables:
        monkeypatch.setattr("dutygraph.graph.loading.former_bodies.former_bodies", lambda table=table: table)
        marks.append([successor for _, successor in _former(store)])
    assert marks == [["预报局"], ["天气局"], []]
