"""Who has what its peers have, and who lacks it, on both engines."""

from typing import Any

from dutygraph.graph.analysis.peers import analyse_peers
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.labelled import CASES
from tests.queries.short import load
from tests.queries.test_recompute import Lists, read, state


def test_the_query_names_who_has_a_work_and_who_lacks_it(store: GraphStore) -> None:
    case = next(case for case in CASES if case.rule == "gap.peer" and case.found)
    load(store, case.lists)
    analyse_peers(store)
    (row,) = run_query(store, "peers", {}).rows
    assert list(row) == ["work", "having", "has", "lacks"]
    assert row["work"] == "核发公共场所卫生许可证"
    assert [case.told_here(name) for name in row["lacks"]] == ["云溪市霁原区卫生健康局"]
    assert row["having"] == len(row["has"]) == 5
    lacking = {"department": row["lacks"][0], "text": "许可证"}
    assert run_query(store, "peers", lacking).rows == [row]
    assert run_query(store, "peers", {"text": "婚姻"}).rows == []


LICENCE, WATER, HOTELS = "核发公共场所卫生许可证", "负责饮用水卫生监督检查", "办理公共场所卫生许可证"
PLACES = ["澜江", "青峦", "石漪", "松汀", "白禾", "霁原"]


def health(place: str, *duties: str) -> Lists:
    return [{"department": f"云溪市{place}区卫生健康局", "duties": [{"text": text} for text in duties]}]


def approvals(place: str, *duties: str) -> Lists:
    return [{"department": f"云溪市{place}区行政审批服务局", "duties": [{"text": text} for text in duties]}]


STEPS: list[tuple[Lists, list[str]]] = [
    ([one for place in PLACES[:5] for one in health(place, WATER, LICENCE)], []),
    (health("霁原", WATER), ["霁原"]),
    (approvals("霁原", HOTELS), []),
    (approvals("澜江", HOTELS), []),
    (health("青峦", WATER, "管理卫生人才"), ["青峦"]),  # another lacks it now, and four of five have it
    (approvals("霁原", "管理政务大厅"), ["霁原", "青峦"]),
    (health("青峦", WATER, LICENCE), ["霁原"]),
    (health("霁原", WATER, LICENCE), []),
]
"""Lists that are read one after another, and the districts whose body lacks the licence afterwards."""


def lacks(store: GraphStore) -> list[dict[str, Any]]:
    """All that the graph holds of what bodies lack."""
    return store.read(
        "MATCH (d:Department)-[e:LACKS]->(n) RETURN d.id AS body, n.id AS text, properties(e) AS properties"
        " ORDER BY body, text"
    )


def test_a_changed_list_changes_what_its_peers_and_its_neighbours_lack(store: GraphStore) -> None:
    for lists, lacking in STEPS:
        read(store, lists)
        found = store.read(
            "MATCH (f:Finding {kind: 'gap.peer', found: true}) RETURN f.departments[0] AS name ORDER BY name"
        )
        assert [row["name"] for row in found] == sorted(f"云溪市{place}区卫生健康局" for place in lacking)
        before = state(store), lacks(store)
        recompute(store)
        assert (state(store), lacks(store)) == before
