"""Every rule can be asked about some departments only, and answers as it would about all."""

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.findings.rules.headers import TOUCHED, rules
from dutygraph.queries.findings.rules.run import parameters_of
from dutygraph.queries.findings.rules.settings import configured_rules

ASKED: tuple[list[str], ...] = (
    ["民政局"],
    ["教育和体育局"],
    ["住房和城乡建设局", "交通运输局"],
    ["公安澜江分局"],
    [],
)
"""Departments of the sample district: with findings of most kinds, of few, two at once, without a list, none."""


@pytest.mark.parametrize("kind", rules())
def test_rule_about_some_departments(kind: str, sample: GraphStore) -> None:
    one = configured_rules(sample)[kind]
    every = sample.read(one.rule.cypher, parameters_of(one, None))
    for names in ASKED:
        ids = [department_id(sample, name) for name in names]
        known = {
            row["name"]
            for row in sample.read(
                "MATCH (d:Department) WHERE d.id IN $ids RETURN d.name AS name", {"ids": ids}
            )
        }
        wanted = [row for row in every if known & set(row["departments"])]
        assert sample.read(one.rule.cypher, parameters_of(one, ids)) == wanted, names


@pytest.mark.parametrize("kind", rules())
def test_every_rule_uses_the_parameter(kind: str) -> None:
    assert f"${TOUCHED}" in rules()[kind].cypher
