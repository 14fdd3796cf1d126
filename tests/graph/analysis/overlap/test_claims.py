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


def test_a_sentence_that_takes_hold_of_a_case_is_one_claim_of_all_it_names() -> None:
    text = "检查汽修厂的存放台账和去向，对随意倾倒废机油的责令改正"
    cases = [one for one in measured([("交通运输局", text)]).district.claims if one.case]
    assert [set(one.objects) >= {"汽车维修", "危险废物"} for one in cases] == [True]
    assert cases[0].frame.stage == "punish"
    assert cases[0].clause.text == text
