"""Who has what its peers have, and who lacks it, on both engines."""

from dutygraph.graph.analysis.peers import analyse_peers
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import run_query
from tests.queries.labelled import CASES
from tests.queries.short import load


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
