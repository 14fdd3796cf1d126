"""A duty is explained: what each clause means, what comes near, and why other clauses are no finding."""

import pytest

from dutygraph.graph.analysis.overlap.explanation import explain_duty
from dutygraph.graph.errors import UnknownDutyError
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.short import load

LISTS = [
    {
        "department": "云溪市澜江区应急管理局",
        "duties": [
            {"text": "贯彻执行安全生产法律法规，组织全区安全生产检查，承办区政府交办的其他事项。"},
            {"text": "审批本系统干部职工培训经费。"},
        ],
    },
    {
        "department": "云溪市澜江区交通运输局",
        "duties": [{"text": "检查渡口安全。"}, {"text": "宣传船舶安全知识。"}],
    },
]


@pytest.fixture
def district(store: GraphStore) -> GraphStore:
    load(store, LISTS)
    return store


def test_clauses_formulas_and_neighbours(district: GraphStore) -> None:
    found = explain_duty(district, "全区安全生产检查")
    assert found.department == "云溪市澜江区应急管理局"
    [claim] = found.claims
    assert claim.clause.text == "组织全区安全生产检查"
    assert (claim.frame.acts, claim.frame.stage) == (("检查",), "supervise")
    assert claim.objects == {"安全生产": ("安全生产",)}
    assert claim.everybody
    assert claim.leads == {"安全生产"}
    assert [reason for _, reason in found.formulas] == ["obey", "other"]
    assert [near.theirs.clause.text for near in found.nearest] == ["检查渡口安全"]
    assert found.nearest[0].score.value == pytest.approx(sum(found.nearest[0].score.parts.values()))


def test_what_is_no_finding_comes_with_its_reason(district: GraphStore) -> None:
    found = explain_duty(district, "全区安全生产检查")
    assert [(near.theirs.clause.text, near.score.suppressed) for near in found.suppressed] == [
        ("宣传船舶安全知识", "acts")
    ]


def test_an_id_or_its_beginning_is_enough(district: GraphStore) -> None:
    [row] = district.read("MATCH (d:Duty {text: $text}) RETURN d.id AS id", {"text": "检查渡口安全。"})
    assert explain_duty(district, row["id"]).text == "检查渡口安全。"
    assert explain_duty(district, row["id"][:-4]).text == "检查渡口安全。"


def test_a_text_of_several_duties_names_them(district: GraphStore) -> None:
    with pytest.raises(
        UnknownDutyError, match=r"检查渡口安全.*宣传船舶安全知识|宣传船舶安全知识.*检查渡口安全"
    ):
        explain_duty(district, "安全")


def test_a_text_of_no_duty_is_said_to_be_none(district: GraphStore) -> None:
    with pytest.raises(UnknownDutyError, match="没有编号"):
        explain_duty(district, "月球基地")
