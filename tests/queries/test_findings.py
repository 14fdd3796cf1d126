"""Findings as an answer: their form, their order, their filters, and their place in the graph."""

import json
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import UnknownDepartmentError
from dutygraph.queries.findings.models import SEVERITIES, Findings
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.found import find
from tests.queries.short import load

LISTS: list[dict[str, Any]] = [
    {
        "department": "云溪市澜江区民政局",
        "duties": [{"text": "推进社区建设。"}, {"text": "管理殡葬服务机构。"}],
        "services": [{"name": "救助热线"}],
        "boundaries": [
            {"matter": "公墓管理", "parties": [{"department": "区林业局", "division": "审核公墓占用林地。"}]}
        ],
    },
    {"department": "云溪市澜江区林业局", "duties": [{"text": "组织森林防火。"}]},
]


def test_ids_stay_when_the_same_list_is_read_again(store: GraphStore) -> None:
    load(store, LISTS)
    before = find(store)
    changed = json.loads(json.dumps(LISTS))
    changed[0]["duties"].append({"text": "登记婚姻。"})
    load(store, changed)
    after = find(store)
    assert {f.id for f in after.findings} - {f.id for f in before.findings} == {
        f.id for f in after.findings if f.nodes[0].text == "登记婚姻。"
    }
    assert {f.id for f in before.findings} <= {f.id for f in after.findings}
    assert before.data_version != after.data_version
    assert before.rules_version == after.rules_version


def test_ids_are_unique_and_the_order_is_by_severity(sample: GraphStore) -> None:
    findings = find(sample).findings
    assert len({finding.id for finding in findings}) == len(findings)
    ranks = [SEVERITIES.index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    one_sided = [
        [one.score for one in findings if (one.kind, one.severity) == ("boundary.one_sided", severity)]
        for severity in SEVERITIES
    ]
    assert max(map(len, one_sided)) > 1
    for scores in one_sided:
        assert scores == sorted(scores, reverse=True)


def test_filters_cut_the_list_and_not_the_order(sample: GraphStore) -> None:
    name = "云溪市澜江区民政局"
    every = find(sample).findings
    assert find(sample, department="民政局").findings == [f for f in every if name in f.departments]
    kinds = {"gap.contact", "orphan.no_task"}
    assert find(sample, kinds=kinds).findings == [f for f in every if f.kind in kinds]
    with pytest.raises(UnknownDepartmentError):
        find(sample, department="气象台")


def test_the_output_has_the_documented_form(sample: GraphStore) -> None:
    (finding,) = find(sample, kinds=["boundary.one_sided"], department="民政局").model_dump(mode="json")[
        "findings"
    ][:1]
    assert list(finding) == [
        "id", "kind", "class", "severity", "score", "parts", "departments", "nodes", "pairs", "declared", "boundary",
        "grounds", "object", "topic", "sentence", "options", "verdict",
    ]  # fmt: skip
    division, department = finding["nodes"]
    assert (division["role"], division["matter"], division["party"]) == (
        "division",
        "农村留守儿童关爱保护",
        "区教育和体育局",
    )
    assert division["declared_by"] == division["department"] == "云溪市澜江区民政局"
    assert (department["role"], department["text"]) == ("department", "云溪市澜江区教育和体育局")
    assert "matter" not in department
    assert {part["name"] for part in finding["parts"]} <= set(rules()["boundary.one_sided"].parts)
    assert all(0 <= part["value"] <= 1 and part["zh"] and part["en"] for part in finding["parts"])
    assert (finding["declared"], finding["verdict"]) == (None, None)


def test_the_json_schema_describes_the_output(sample: GraphStore) -> None:
    schema = Findings.model_json_schema()
    assert {"class", "kind", "nodes"} <= set(schema["$defs"]["Finding"]["required"])
    assert Findings.model_validate_json(find(sample).model_dump_json()) == find(sample)


def test_repeats_are_paired_with_the_first(store: GraphStore) -> None:
    duties = [{"text": "指导社区建设。"}] * 3
    load(store, [{"department": "云溪市澜江区民政局", "duties": duties}])
    recompute(store)
    (finding,) = find(store, kinds=["overlap.internal"]).findings
    assert [node.role for node in finding.nodes] == ["a", "b", "c"]
    assert finding.pairs == [(0, 1), (0, 2)]


def test_stored_findings_are_reached_from_what_they_concern(store: GraphStore) -> None:
    load(store, LISTS)
    for _ in range(2):
        recompute(store)
        findings = find(store).findings
        stored = store.read(
            "MATCH (f:Finding)-[c:CONCERNS]->(n) RETURN f.id AS id, c.role AS role, n.id AS node ORDER BY id, node"
        )
        assert stored == sorted(
            ({"id": f.id, "role": n.role, "node": n.id} for f in findings for n in f.nodes),
            key=lambda row: (row["id"], row["node"]),
        )


def test_an_empty_graph_has_no_findings(store: GraphStore) -> None:
    assert find(store).findings == []
