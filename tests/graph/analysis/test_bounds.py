"""Analyses that come to a limit go on with what they have, and the lists say so until they are compared whole."""

from collections.abc import Iterator
from typing import Any

import pytest

from dutygraph.graph.analysis.bounds import Bound
from dutygraph.graph.analysis.overlap.detector import analyse_overlaps
from dutygraph.graph.analysis.peers import analyse_peers
from dutygraph.graph.analysis.repeats import analyse_repeats
from dutygraph.graph.limits import AnalysisLimits, analysis_limits
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.catalogue.documents import document_card
from tests.ingest.test_warnings import CASES

LISTS = {
    "水利.txt": """云溪市白石区水利局责任清单
一、部门职责
序号\t主要职责\t备注
1\t负责河道采砂的监督检查\t
2\t负责对河道采砂进行监督检查工作\t
3\t查处河道非法采砂\t
4\t依法查处非法的河道采砂\t
5\t河道采砂监督检查\t
""",
    "交通.txt": """云溪市白石区交通运输局责任清单
一、部门职责
序号\t主要职责\t备注
1\t负责河道采砂的监督检查\t
2\t查处河道非法采砂\t
""",
}
LISTS |= {
    f"{name}水利.txt": f"""云溪市{name}区水利局责任清单
一、部门职责
序号\t主要职责\t备注
1\t{text}\t
"""
    for name, text in {
        "澜江": "负责河道采砂的监督检查",
        "涟江": "负责河道采砂监督检查工作",
        "漪江": "承担河道采砂的监督检查",
        "澄江": "负责对河道采砂监督检查",
        "沁江": "河道采砂的监督检查",
        "汐江": "做好河道采砂的监督检查",
    }.items()
}
"""Two lists of a district, and those of the same body in other districts."""
ANALYSES = {"overlaps": analyse_overlaps, "repeats": analyse_repeats, "peers": analyse_peers}


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    analysis_limits.cache_clear()


@pytest.mark.parametrize("case", CASES["compared"], ids=lambda case: case["name"])
def test_a_comparison_that_was_cut_short_is_told(
    store: GraphStore, limited: pytest.MonkeyPatch, case: dict[str, Any]
) -> None:
    for name, text in LISTS.items():
        ingest_document(store, parse_bytes(text.encode(), name))
    analyse = ANALYSES[case["comparison"]]
    for limit, value in case["limits"].items():
        limited.setenv(AnalysisLimits.variable(limit), str(value))
    analysis_limits.cache_clear()
    analyse(store)
    told = [
        {"code": each.code, "zh": each.message, "en": each.message_en}
        for each in document_card(store, "水利.txt").warnings
    ]
    assert told == case["warnings"]
    limited.undo()
    analysis_limits.cache_clear()
    analyse(store)
    assert document_card(store, "水利.txt").warnings == []


def test_time_that_is_over_ends_it() -> None:
    bound = Bound(AnalysisLimits(seconds=1, pairs=10))
    bound._end = 0.0
    assert list(bound.pairs(range(5))) == []
    assert bound.reached == "seconds"


def test_there_is_room_for_so_many_pairs_in_all() -> None:
    bound = Bound(AnalysisLimits(pairs=5))
    assert list(bound.pairs(range(3))) == [0, 1, 2]
    assert bound.reached is None
    assert list(bound.pairs(range(3))) == [0, 1]
    assert bound.reached == "pairs"
