"""Claims say for whom they are and in which field (the labelled clauses of tests/graph/analysis/language)."""

import pytest

from tests.graph.analysis.language.test_clauses import CASES, Case
from tests.graph.analysis.overlap.district import measured


@pytest.mark.parametrize(
    "case", [case for case in CASES if "duty" not in case], ids=lambda case: case["text"]
)
def test_a_claim_says_for_whom_it_is(case: Case) -> None:
    claims = measured([(case["body"], case["text"])]).district.claims
    scope = case.get("scope")
    assert any(claim.everybody for claim in claims) == (scope == "everybody")
    assert any(claim.itself for claim in claims) == (scope == "itself")


@pytest.mark.parametrize(
    "case", [case for case in CASES if "fields" in case and "duty" not in case], ids=lambda case: case["text"]
)
def test_a_claim_says_in_which_field_it_is(case: Case) -> None:
    claims = measured([(case["body"], case["text"])]).district.claims
    assert frozenset().union(*(claim.fields for claim in claims)) == set(case["fields"])
