"""Each rule finds its labelled cases and leaves the others alone; a wrong header is refused."""

from collections import Counter
from collections.abc import Callable

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.cypher_header import parse
from dutygraph.queries.catalogue.named_queries import find_query
from dutygraph.queries.errors import CatalogueError, UnknownQueryError
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rules.headers import (
    FindingRule,
    find_rule,
    rules,
    select_kinds,
    with_kinds_checked,
)
from dutygraph.queries.findings.rules.run import run_rules
from dutygraph.queries.findings.rules.settings import ConfiguredRule
from tests.queries.labelled import CASES, EVIDENCE, Case, findings_of_all, rules_with_cases

RULE = """// title: {zh: 名, en: name}
// class: gap
// severity: low
// weight: 0.5
// sentence: {zh: "{text}", en: "{text}"}
// columns:
//   text: {zh: 内容, en: text}
// options: [supplement]
RETURN 1"""
CLAUSE = """//   more: {zh: 另有, en: more}
// clauses: {more: {zh: "，另有{more}", en: " and {more}"}}"""


@pytest.fixture(scope="module")
def found(shared_store: GraphStore) -> list[Finding]:
    """What the rules find when the lists of all cases are in one graph."""
    return findings_of_all(shared_store)


def test_every_rule_has_labelled_cases() -> None:
    assert sorted(rules_with_cases()) == sorted(rules())


def test_no_two_cases_share_a_department_or_an_instrument() -> None:
    """All are in one graph, where they would take each other's place."""
    departments = Counter(name for case in CASES for name in case.departments)
    assert [name for name, cases in departments.items() if cases > 1] == []
    titles = Counter(title for case in CASES for title in {row["title"] for row in case.register})
    assert [title for title, cases in titles.items() if cases > 1] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_labelled_case(case: Case, found: list[Finding]) -> None:
    mine = [finding for finding in found if case.is_about(finding)]
    nodes = [
        [(node.role in EVIDENCE, case.told_here(node.text)) for node in finding.nodes] for finding in mine
    ]
    assert [[text for shown, text in some if not shown] for some in nodes] == case.found
    if case.shown is not None:
        assert [[text for shown, text in some if shown] for some in nodes] == case.shown
    if case.sentences is not None:
        assert [case.told_here(finding.sentence.zh) for finding in mine] == case.sentences
    if case.severities is not None:
        assert [finding.severity for finding in mine] == case.severities


def test_rule_as_written_is_accepted() -> None:
    assert parse("gap.x", RULE, FindingRule).sentence.zh == "{text}"


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("class: gap", "class: holes", "class"),
        ("severity: low", "severity: mild", "severity"),
        ("weight: 0.5", "weight: 7", "weight"),
        ("[supplement]", "[abolish]", "options"),
        ("{text}", "{other}", "other"),
        ("RETURN 1", "RETURN $word", "word"),
        (
            "// options",
            "// settings: {low: {zh: 低, en: low, default: 2, minimum: 0, maximum: 1}}\n// options",
            "default 2",
        ),
        (
            "// options",
            "// settings: {low: {zh: 低, en: low, default: 0, minimum: 0, maximum: 1}}\n// options",
            "low",
        ),
        ("// options", "// reach: far\n// options", "reach"),
        ("// options", "// clauses: {more: {zh: 另有, en: more}}\n// options", "more"),
        ("title:", "titel:", "titel"),
        ("// title", "title", "no header"),
        ("title: {", "title: [", "YAML"),
    ],
)
def test_mistake_of_a_header_is_named(old: str, new: str, mistake: str) -> None:
    with pytest.raises(CatalogueError, match=mistake):
        parse("gap.x", RULE.replace(old, new), FindingRule)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("[]", "甲"),
        ("''", "甲"),
        ("false", "甲"),
        ("null", "甲"),
        ("['乙', '丙']", "甲，另有乙、丙"),
    ],
)
def test_a_clause_is_left_out_where_its_column_is_empty(more: str, sentence: str, store: GraphStore) -> None:
    answer = f"RETURN [] AS departments, [] AS nodes, '甲' AS text, {more} AS more"
    header = RULE.replace("{text}", "{text}{more}").replace("// options", f"{CLAUSE}\n// options")
    rule = parse("gap.x", header.replace("RETURN 1", answer), FindingRule)
    [finding] = run_rules(store, [ConfiguredRule(rule, True, {})], None)
    assert finding.sentence.zh == sentence


@pytest.mark.parametrize("whole", [True, False])
def test_a_column_is_quoted_whole_where_the_header_says_so(whole: bool, store: GraphStore) -> None:
    header = RULE.replace("en: text}", f"en: text, whole: {str(whole).lower()}}}")
    answer = f"RETURN [] AS departments, [] AS nodes, '{'长' * 50}' AS text"
    rule = parse("gap.x", header.replace("RETURN 1", answer), FindingRule)
    [finding] = run_rules(store, [ConfiguredRule(rule, True, {})], None)
    assert (finding.sentence.zh == "长" * 50) == whole


def test_findings_carry_the_kind_of_their_rule(store: GraphStore) -> None:
    answer = "RETURN [] AS departments, [] AS nodes, '甲' AS text"
    rule = parse("gap.x", f"// kind: gap.y\n{RULE.replace('RETURN 1', answer)}", FindingRule)
    [finding] = run_rules(store, [ConfiguredRule(rule, True, {})], None)
    assert finding.kind == "gap.y"


@pytest.mark.parametrize(
    ("old", "new"),
    [("gap.y", "gap.z"), ("weight: 0.5", "weight: 0.4"), ("options", "reach: all\n// options")],
)
def test_rules_of_one_kind_are_ranked_and_computed_together(old: str, new: str) -> None:
    first = parse("gap.y", RULE, FindingRule)
    header = f"// kind: gap.y\n{RULE}"
    assert with_kinds_checked({"gap.x": parse("gap.x", header, FindingRule), "gap.y": first})
    with pytest.raises(CatalogueError, match=r"gap\.x"):
        with_kinds_checked({"gap.x": parse("gap.x", header.replace(old, new), FindingRule), "gap.y": first})


def test_unknown_kind_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownQueryError, match=r"orphan\.no_task"):
        select_kinds(["orphan.no_tasks"])


@pytest.mark.parametrize("ask", [lambda name: select_kinds([name]), find_rule, find_query])
def test_a_name_that_is_like_no_other_is_answered_with_where_all_stand(ask: Callable[[str], object]) -> None:
    with pytest.raises(UnknownQueryError) as refused:
        ask("zzz")
    assert "相近的有" not in refused.value.text.zh
    assert "dutygraph" in refused.value.text.en
    with pytest.raises(UnknownQueryError) as refused:
        ask("overlap.dep")
    assert len(refused.value.text.en.rpartition("nearest: ")[2].split(", ")) <= 5
