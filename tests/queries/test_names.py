"""Which department a text means: exact names before parts, bodies with a list before others."""

from typing import Any

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import find_department
from tests.queries.short import load

LISTS: list[dict[str, Any]] = [
    {
        "department": "云溪市澜江区民政局",
        "boundaries": [
            {"matter": "救助", "parties": [{"department": "市民政局"}, {"department": "区公安局"}]}
        ],
    },
    {"department": "云溪市澜江区农业农村局", "also_known_as": ["澜江区水利局"]},
]


def test_the_best_candidate_comes_first(store: GraphStore) -> None:
    load(store, LISTS)
    first, *others = find_department(store, "民政局")
    assert (first.name, first.listed, first.how) == ("云溪市澜江区民政局", True, "part")
    assert [candidate.listed for candidate in others] == [False]
    assert find_department(store, first.id)[0].how == "id"
    assert find_department(store, first.name)[0].how == "name"


def test_a_department_is_found_by_its_other_name(store: GraphStore) -> None:
    load(store, LISTS)
    assert find_department(store, "水利局")[0].name.startswith("云溪市澜江区农业农村局")
    assert find_department(store, " 澜江区水利局 ")[0].how == "alias"


def test_nothing_is_found_for_nothing(store: GraphStore) -> None:
    load(store, LISTS)
    assert find_department(store, " ") == []
    assert find_department(store, "气象局") == []
