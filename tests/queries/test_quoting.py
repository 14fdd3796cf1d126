"""A quotation is found where it is printed, and its offsets hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.queries.findings.rules.quoting import quoted_passage, shown_once


@pytest.mark.parametrize(
    ("texts", "quotes", "text", "marked"),
    [
        (
            ["抢险。", "按云办〔2016〕5号执行。"],
            ["云办[2016]5号"],
            "按云办〔2016〕5号执行。",
            ["云办〔2016〕5号"],
        ),
        (["组织抢险。", "第一段\n参照外地\n第三段"], ["参照外地"], "参照外地", ["参照外地"]),
        (
            ["抢险，会同公安，保障"],
            ["会同公安", "抢险", "安，保"],
            "抢险，会同公安，保障",
            ["抢险", "会同公安，保"],
        ),
        (["拨付 资金；核算"], ["拨付资金，核算"], "拨付 资金；核算", ["拨付 资金；核算"]),
        (["题目", "前半\n后半"], ["前半后半"], "前半\n后半", ["前半\n后半"]),
    ],
)
def test_the_passage_that_holds_the_quotation(
    texts: list[str], quotes: list[str], text: str, marked: list[str]
) -> None:
    passage = quoted_passage(texts, quotes)
    assert passage is not None
    assert passage.text == text
    assert [text[start:end] for start, end in passage.spans] == marked


def test_what_is_printed_nowhere_is_not_found() -> None:
    assert quoted_passage(["组织抢险。"], ["救援"]) is None
    assert quoted_passage(["组织抢险。"], ["", " "]) is None


_TEXT = st.text("甲乙丙〔〕[]，；\n 《<", max_size=30)


@given(st.lists(_TEXT, min_size=1, max_size=3), st.lists(_TEXT, max_size=3))
def test_spans_lie_in_order_inside_the_text(texts: list[str], quotes: list[str]) -> None:
    passage = quoted_passage(texts, quotes)
    if passage:
        edges = [edge for span in passage.spans for edge in span]
        assert edges == sorted(edges)
        assert 0 <= edges[0] < edges[-1] <= len(passage.text)


@given(_TEXT.filter(str.strip), _TEXT, _TEXT)
def test_a_part_of_a_text_is_found_in_it(quote: str, before: str, after: str) -> None:
    assert quoted_passage([before + quote + after], [quote])


def test_quotations_of_one_passage_are_one_node() -> None:
    first = {"role": "text", "id": "a", "text": "甲乙丙丁", "spans": [(0, 1)]}
    again = {**first, "spans": [(2, 3)]}
    plain = {"role": "text", "id": "a", "text": "甲乙丙丁"}
    assert shown_once([first, again]) == [{**first, "spans": [(0, 1), (2, 3)]}]
    assert shown_once([plain, plain]) == [plain, plain]
