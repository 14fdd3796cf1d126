"""Named queries: what goes in is checked, what comes out is what the header says."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.arguments import Parameter, ParameterType, arguments_of
from dutygraph.queries.catalogue.cypher_header import load, parse
from dutygraph.queries.catalogue.named_queries import AnswerColumn, Query, catalogue, run_query
from dutygraph.queries.errors import (
    AmbiguousNameError,
    ArgumentError,
    CatalogueError,
    UnknownDepartmentError,
    UnknownQueryError,
)
from tests.queries.short import load as load_lists

CIVIL_AFFAIRS = "云溪市澜江区民政局"


def rows(store: GraphStore, name: str, **arguments: Any) -> list[dict[str, Any]]:
    return run_query(store, name, arguments).rows


def test_unknown_query_is_answered_with_near_ones(sample: GraphStore) -> None:
    with pytest.raises(UnknownQueryError, match="department_matters"):
        run_query(sample, "department_matter", {})


def test_every_mistake_of_the_arguments_is_named_at_once(sample: GraphStore) -> None:
    with pytest.raises(ArgumentError) as caught:
        run_query(sample, "duties", {"limit": "many", "colour": "red"})
    for sentence in (caught.value.text.zh, caught.value.text.en):
        assert all(name in sentence for name in ("department", "limit", "colour"))


def test_a_mistake_of_an_argument_is_named_in_both_languages(sample: GraphStore) -> None:
    with pytest.raises(ArgumentError) as caught:
        run_query(sample, "departments", {"limit": "2000"}, most=1000)
    assert caught.value.text.zh == "参数 limit（最多行数）应在 1 与 1000 之间"
    assert caught.value.text.en == "parameter limit must be from 1 to 1000"


TYPED: list[tuple[str, str | float, object]] = [
    ("string", "是", "是"),
    ("string", 12, "12"),
    ("integer", "12", 12),
    ("integer", "１２", 12),
    ("integer", str(2**63 - 1), 2**63 - 1),
    ("number", "0.5", 0.5),
    ("boolean", "true", True),
    ("boolean", "是", True),
    ("boolean", "否", False),
    ("boolean", "0", False),
]


@pytest.mark.parametrize(("type_", "text", "value"), TYPED)
def test_a_text_becomes_the_type_of_its_parameter(
    type_: ParameterType, text: str | float, value: object, sample: GraphStore
) -> None:
    parameters = {"p": Parameter(type=type_, zh="参数", en="parameter")}
    assert arguments_of(sample, parameters, {"p": text}) == {"p": value}


@pytest.mark.parametrize(
    ("type_", "text"),
    [("integer", 2**63), ("integer", True), ("number", True), ("number", "much"), ("boolean", "perhaps")],
)
def test_a_text_that_is_not_of_its_type_is_refused(
    type_: ParameterType, text: str | float, sample: GraphStore
) -> None:
    parameters = {"p": Parameter(type=type_, zh="参数", en="parameter")}
    with pytest.raises(ArgumentError, match="参数 p"):
        arguments_of(sample, parameters, {"p": text})


@pytest.mark.parametrize("limit", ["0", -1, 10_001, "1.5", 1.5, True, "9" * 30, "½", " "])
def test_limit_is_a_whole_number_in_its_bounds(limit: str | float, sample: GraphStore) -> None:
    with pytest.raises(ArgumentError, match="limit"):
        run_query(sample, "departments", {"limit": limit})


def test_texts_become_the_types_of_the_parameters(sample: GraphStore) -> None:
    answer = run_query(sample, "departments", {"limit": "2"})
    assert answer.arguments == {"text": None, "region": None, "limit": 2, "offset": 0}
    assert len(answer.rows) == 2


def test_an_empty_text_counts_as_not_given(sample: GraphStore) -> None:
    assert len(rows(sample, "departments", text="")) == 14
    with pytest.raises(ArgumentError, match="text"):
        run_query(sample, "search", {"text": ""})


@pytest.mark.parametrize("name", [CIVIL_AFFAIRS, "民政局", "区民政局"])
def test_a_department_goes_by_any_of_its_names(name: str, sample: GraphStore) -> None:
    assert rows(sample, "department", department=name)[0]["department"] == CIVIL_AFFAIRS


def test_a_name_that_means_several_departments_or_none_is_refused(sample: GraphStore) -> None:
    with pytest.raises(AmbiguousNameError, match="可以指 14 个部门"):
        run_query(sample, "duties", {"department": "局"})
    with pytest.raises(UnknownDepartmentError, match="气象台"):
        run_query(sample, "duties", {"department": "气象台"})


def test_locators_and_terms_are_spelled_out(sample: GraphStore) -> None:
    row = rows(sample, "search", text="移交退休人员档案")[0]
    assert row["kind"] == {"name": "Task", "zh": "具体工作事项", "en": "Task"}
    assert (row["source"], row["locator"]) == ("08-labour-transport.txt", {"line": 33})


def test_two_characters_are_found_in_every_kind_of_statement(sample: GraphStore) -> None:
    kinds = {row["kind"]["name"] for row in rows(sample, "search", text="登记", limit=1000)}
    assert kinds >= {"Duty", "Task", "Division", "SupervisionRegime", "PublicService", "Article"}


def test_a_path_leads_step_by_step_from_one_department_to_the_other(sample: GraphStore) -> None:
    steps = rows(sample, "path", a="统计局", b="商务局")
    assert (steps[0]["from"], steps[-1]["to"]) == ("云溪市澜江区统计局", "云溪市澜江区商务局")
    assert [step["step"] for step in steps] == list(range(1, len(steps) + 1))
    assert all(before["to"] == after["from"] for before, after in pairwise(steps))
    assert all(step["text"] and step["source"] and step["locator"]["line"] for step in steps)
    assert steps[0]["edge"] == {"name": "ASSIGNED_TO", "zh": "分工单位", "en": "is assigned to"}
    assert not steps[0]["forward"]


def test_matters_include_those_that_others_declare(sample: GraphStore) -> None:
    found = {
        (row["matter"], row["own"])
        for row in rows(sample, "department_matters", department="住房和城乡建设局")
    }
    assert {("瓶装液化气安全监管", True), ("防汛抗旱", False)} <= found


def test_a_hostile_text_is_only_a_text(sample: GraphStore) -> None:
    assert rows(sample, "search", text="' OR 1=1 // \\") == []
    assert rows(sample, "matter", matter="}) DETACH DELETE (n) //") == []
    assert len(rows(sample, "departments")) == 14


QUERY = """// title: {zh: 名, en: name}
// description: {zh: 说明, en: what it says}
// parameters:
//   text: {type: string, zh: 含, en: text}
// columns:
//   text: {zh: 内容, en: text}
RETURN $text AS text"""


def test_query_as_written_is_accepted() -> None:
    assert parse("q", QUERY, Query).cypher == "RETURN $text AS text"


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("$text", "$other", "other"),
        ("type: string", "type: text", "type"),
        ("type: string", "type: integer, default: many", "default"),
        ("type: string", "type: string, required: true, default: x", "default"),
        ("// columns:\n//   text: {zh: 内容, en: text}\n", "", "columns"),
    ],
)
def test_mistake_of_a_header_is_named(old: str, new: str, mistake: str) -> None:
    with pytest.raises(CatalogueError, match=mistake):
        parse("q", QUERY.replace(old, new), Query)


def test_every_mistake_of_a_header_is_named_at_once() -> None:
    text = QUERY.replace("type: string", "type: text").replace("title:", "titel:")
    with pytest.raises(CatalogueError) as caught:
        parse("q", text, Query)
    assert all(name in caught.value.text.en for name in ("titel", "title", "parameters.text.type"))


def test_mistakes_of_all_files_are_named_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dutygraph.queries.catalogue.cypher_header.resources.files", lambda _: tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.cypher").write_text(QUERY.replace("title:", "titel:"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"a\.cypher[\s\S]*b\.cypher"):
        load(".", Query)


def test_the_catalogue_names_everything_in_both_languages() -> None:
    for query in catalogue().values():
        named: list[Bilingual | AnswerColumn | Parameter] = [
            query.title,
            query.description,
            *query.columns.values(),
            *query.parameters.values(),
        ]
        assert all(item.zh and item.en for item in named), query.name


def test_bodies_that_nobody_named_connect_no_departments(store: GraphStore) -> None:
    parties = [{"department": "本局"}, {"department": "其他有关部门"}]
    lists = [
        {"department": f"云溪市澜江区{name}", "boundaries": [{"matter": f"{name}的事", "parties": parties}]}
        for name in ("民政局", "林业局")
    ]
    load_lists(store, lists)
    assert rows(store, "path", a="民政局", b="林业局") == []
    assert [row["times"] for row in rows(store, "mentioned", text="其他有关部门")] == [1, 1]
