"""The sheet for readers shows what the sentence of a finding tells (benchmarks/judge.py)."""

from benchmarks.judge import rows_of
from dutygraph.bilingual import Bilingual
from dutygraph.queries.findings.models import Finding, FindingNode


def test_the_sheet_of_an_overlap_shows_a_text_of_every_body_with_what_counts_in_it() -> None:
    texts = {"商务局": "清点冷库", "林业局": "清点菇房；清点冷库", "水利局": "清点冷库", "统计局": "清点菇房"}
    nodes = [_node(body, text) for body, text in texts.items()] + [_node("水利局", "登记冷库")]
    [row] = rows_of([_finding(nodes, pairs=[(0, 1), (1, 2), (0, 3), (1, 4)])])
    assert row["texts"].split(" ‖ ") == [
        "商务局（a）：【清点】冷库",
        "林业局（a）：【清点】菇房；清点冷库",
        "水利局（a）：【清点】冷库",
        "统计局（a）：【清点】菇房",
    ]


def test_all_stretches_that_count_are_marked() -> None:
    node = _node("林业局", "清点菇房；清点冷库", spans=[(0, 4), (5, 9), (5, 7)])
    [row] = rows_of([_finding([node], pairs=[])])
    assert row["texts"] == "林业局（a）：【清点菇房】；【清点冷库】"


def _node(body: str, text: str, spans: list[tuple[int, int]] | None = None) -> FindingNode:
    return FindingNode(
        role="a",
        kind="Duty",
        id=f"{body} {text}",
        department=body,
        department_id=body,
        text=text,
        source="清单.txt",
        locator={"line": 1},
        spans=spans or [(0, 2)],
    )


def _finding(nodes: list[FindingNode], pairs: list[tuple[int, int]]) -> Finding:
    return Finding.model_validate(
        {
            "id": "finding-1",
            "kind": "overlap.duty",
            "class": "overlap",
            "severity": "low",
            "score": 0.5,
            "parts": [],
            "departments": [node.department for node in nodes],
            "nodes": nodes,
            "pairs": pairs,
            "declared": None,
            "sentence": Bilingual(zh="例", en="an example"),
            "options": [],
            "verdict": None,
        }
    )
