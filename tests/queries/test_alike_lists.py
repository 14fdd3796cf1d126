"""Which lists elsewhere say the same in the same words, on both engines."""

from typing import Any

from dutygraph.graph.analysis.slips.detector import find_slips
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import run_query
from tests.queries.short import load

COPIED = ["审核公墓占用林地。", "组织福利院安全检查。"]


def a_list(department: str, *texts: str, office: str = "办公室") -> dict[str, Any]:
    """A list of one duty with a task for each text."""
    tasks = [{"text": text, "office": office} for text in texts]
    return {"department": department, "duties": [{"text": f"{department}的职责。", "tasks": tasks}]}


def test_same_texts_are_counted_and_names_left_over_are_told(store: GraphStore) -> None:
    load(
        store,
        [
            a_list("云溪市澜江区民政局", *COPIED, "参照新昌县民政局做法登记地名。"),
            a_list("绍兴市新昌县民政局", *COPIED, "登记地名。"),
            a_list("湖州市德清县民政局", COPIED[0]),
            a_list("绍兴市民政局", *COPIED),
            a_list("绍兴市新昌县林业局", *COPIED),
            a_list("湖州市安吉县民政局", "登记社会组织。"),
        ],
    )
    find_slips(store, None)
    rows = run_query(store, "alike_lists", {"department": "云溪市澜江区民政局"}).rows
    told = [(row["other"], row["same"], row["texts"], row["left"], row["examples"]) for row in rows]
    assert told == [
        ("绍兴市新昌县民政局", 2, 4, ["新昌县民政局"], COPIED[::-1]),
        ("湖州市德清县民政局", 1, 4, [], COPIED[:1]),
    ]
