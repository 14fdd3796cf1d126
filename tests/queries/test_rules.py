"""Each rule finds its labelled cases and leaves the others alone; a wrong header is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.store import GraphStore
from queries.errors import CatalogueError, UnknownQueryError
from queries.findings import find
from queries.headed import parse
from queries.recompute import ANALYSES
from queries.rules import Rule, rules
from tests.queries.short import load, load_register

CASES = Path(__file__).parent / "cases"
RULE = """// title: {zh: 名, en: name}
// class: gap
// severity: low
// weight: 0.5
// sentence: {zh: "{text}", en: "{text}"}
// columns:
//   text: {zh: 内容, en: text}
// options: [supplement]
RETURN 1"""


def _cases() -> list[Any]:
    return [
        pytest.param(kind, case, id=f"{kind}: {case['case']}")
        for kind in rules()
        if (file := CASES / f"{kind}.yaml").exists()
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def test_every_rule_has_labelled_cases() -> None:
    assert sorted(file.stem for file in CASES.glob("*.yaml")) == sorted(rules())


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_labelled_case(kind: str, case: dict[str, Any], store: GraphStore) -> None:
    load_register(store, case.get("register", []))
    load(store, case["lists"])
    for analyse in ANALYSES:
        analyse(store, None)
    found = find(store, kinds=[kind]).findings
    assert [[node.text for node in finding.nodes] for finding in found] == case["found"]
    for finding, sentence in zip(found, case.get("sentences", []), strict=False):
        assert finding.sentence.zh == sentence


def test_rule_as_written_is_accepted() -> None:
    assert parse("gap.x", RULE, Rule).sentence.zh == "{text}"


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
        ("title:", "titel:", "titel"),
        ("// title", "title", "no header"),
        ("title: {", "title: [", "YAML"),
    ],
)
def test_mistake_of_a_header_is_named(old: str, new: str, mistake: str) -> None:
    with pytest.raises(CatalogueError, match=mistake):
        parse("gap.x", RULE.replace(old, new), Rule)


def test_unknown_kind_is_answered_with_near_ones(store: GraphStore) -> None:
    with pytest.raises(UnknownQueryError, match=r"orphan\.no_task"):
        find(store, kinds=["orphan.no_tasks"])
