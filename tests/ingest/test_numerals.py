"""Chinese numerals against cn2an, and through what reads them: articles, rules, numbers of rows, years."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.laws.articles import highest_article
from dutygraph.ingest.laws.citations import find_citations
from dutygraph.ingest.laws.instruments import fold_document_number
from dutygraph.ingest.laws.years import stated_year
from dutygraph.ingest.numerals import chinese_to_int
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.readers.tables.counting import chinese
from tests.ingest.crafted import as_text


def test_every_number_up_to_99999_is_read_as_it_is_written() -> None:
    wrong = [number for number in range(1, 100_000) if chinese_to_int(cn2an.an2cn(number)) != number]
    assert wrong == []


def test_every_number_that_we_write_is_read_by_both() -> None:
    wrong = [
        number
        for number in range(1, 10_000)
        if not chinese_to_int(chinese(number)) == cn2an.cn2an(chinese(number), "smart") == number
    ]
    assert wrong == []


@given(st.integers(100_000, 10**12 - 1))
def test_larger_numbers_are_read_as_they_are_written(number: int) -> None:
    assert chinese_to_int(cn2an.an2cn(number)) == number


@given(st.text("零〇一二两三九十百千万亿廿卅 5a", max_size=40))
def test_any_text_is_a_bounded_number_or_none(text: str) -> None:
    number = chinese_to_int(text)
    assert number is None or 0 <= number < 10**12


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("廿三", 23),
        ("卅", 30),
        ("一百廿", 120),
        ("两千零五", 2005),
        ("一千二百六十", 1260),
        ("二〇一五", 2015),
        ("二○一五", 2015),
        ("一二〇", 120),
        ("十", 10),
        ("〇", 0),
        ("１２", 12),
        ("", None),
        ("三甲", None),
        ("十百", None),
        ("一百二三", None),
        ("²x", None),
        ("9" * 5000, None),
        ("十" * 100_000, None),
    ],
)
def test_numeral(text: str, number: int | None) -> None:
    assert chinese_to_int(text) == number


@pytest.mark.parametrize(
    ("printed", "highest"),
    [
        ("第一千二百六十条", 1260),
        ("第一千零三条、第九百条", 1003),
        ("第廿三条", 23),
        ("第一百二十条之一", 120),
        ("第一百二十条之十一第二款", 120),
        ("第一百二十条之一、之二，第一百二十一条", 121),
        (f"第{'9' * 5000}条", None),
    ],
)
def test_article_of_a_citation(printed: str, highest: int | None) -> None:
    (citation,) = find_citations(f"依据《民法典》{printed}办理")
    assert citation.articles == printed
    assert highest_article(citation.articles) == highest


def test_a_rule_is_cut_at_every_article() -> None:
    numbers = [f"第{chinese(number)}条" for number in range(1, 121)]
    text = "\n".join(
        [
            "澜江区民政局责任清单",
            "澜江区民政局",
            "首问负责制度",
            *(f"{number} 应当办理事项。" for number in numbers),
        ]
    )
    (read,) = parse_bytes(text.encode(), "rules.txt").lists
    assert [article.number for rule in read.rules for article in rule.articles] == numbers


def test_rows_numbered_beyond_a_hundred_are_no_odd_numbers() -> None:
    rows = [
        (chinese(number), f"负责第{number}项", "综合股", f"办理第{number}项", "") for number in range(1, 124)
    ]
    (read,) = parse_bytes(as_text(rows), "list.txt").lists
    assert [warning.message for warning in read.warnings if warning.code == "odd_number"] == []
    assert read.duties[-1].number == "一百二十三"


def test_numbers_of_orders_and_years_of_titles() -> None:
    assert fold_document_number("主席令第一百零三号") == "主席令第103号"
    assert fold_document_number("公告第一一八号") == "公告第118号"
    assert fold_document_number("公告第十百号") == "公告第十百号"
    assert stated_year("澜江区民政局责任清单（二〇一五年版）") == 2015
    assert stated_year("澜江区民政局责任清单（２０１５年版）") == 2015
