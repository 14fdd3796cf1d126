"""How pages write places, ids, extracts and values."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from dutygraph.ingest.reading_order import reading_order
from dutygraph.ingest.records import Locator
from dutygraph.queries.search.grams import spelled
from dutygraph.visualize.wording import (
    as_text,
    excerpt,
    highlight,
    in_short,
    moment,
    place,
    quoting,
    segment,
    short,
    where,
)


@pytest.mark.parametrize(
    ("locator", "zh", "en"),
    [
        ({"line": 12}, "第12行", "line 12"),
        ({"page": 3, "table": 2, "row": 5}, "第3页第2个表第5行", "page 3, table 2, row 5"),
        ({"line": 9, "row": 7, "column": 2}, "第7行第2列", "row 7, column 2"),
        ({"sheet": "民政局", "cell": "B3"}, "工作表“民政局”单元格B3", "sheet 民政局, cell B3"),
        ({}, "", ""),
        (None, "", ""),
    ],
)
def test_places_in_words(locator: dict[str, object] | None, zh: str, en: str) -> None:
    assert place(locator, "zh") == zh
    assert place(locator, "en") == en


def test_a_moment_is_told_to_the_minute_in_local_time() -> None:
    assert moment("2026-01-31T23:30:59.999Z") == moment("2026-02-01T07:30:00.000+08:00")
    assert re.fullmatch(r"2026-0[12]-\d\d \d\d:\d\d", moment("2026-01-31T23:30:59.999Z"))


def test_places_sort_as_they_are_read() -> None:
    locators = [{"line": 100}, {"line": 9}, {"line": 20}]
    assert sorted(locators, key=reading_order) == [{"line": 9}, {"line": 20}, {"line": 100}]


def test_every_field_of_a_locator_is_put_in_words() -> None:
    for name, field in Locator.model_fields.items():
        value = "甲" if field.annotation == str | None else 1
        assert place({name: value}, "zh"), name
        assert place({name: value}, "en"), name


def test_the_page_comes_before_the_table_on_it() -> None:
    locators = [{"page": 2, "table": 1, "row": 1}, {"page": 1, "table": 2, "row": 1}]
    assert sorted(locators, key=reading_order) == locators[::-1]


@given(st.text())
def test_a_segment_holds_no_character_of_the_address(text: str) -> None:
    assert not set(segment(text)) & set("/?#<>\"' ")


@given(st.text(), st.text(min_size=1))
def test_highlighting_escapes_and_loses_nothing(text: str, wanted: str) -> None:
    marked = highlight(text, wanted)
    assert marked.striptags is not None
    assert marked.unescape().replace("<mark>", "").replace("</mark>", "") == text.replace(
        "<mark>", ""
    ).replace("</mark>", "")
    assert marked.count("<") == 2 * spelled(text).count(spelled(wanted))


@given(st.text(), st.lists(st.integers(0, 40), max_size=6, unique=True))
def test_quoting_marks_the_spans_and_loses_nothing(text: str, edges: list[int]) -> None:
    inside = sorted(edge for edge in edges if edge <= len(text))
    spans = list(zip(inside[::2], inside[1::2], strict=False))
    marked = str(quoting(text, spans))
    assert marked == "".join(
        f"<mark>{escape(piece)}</mark>" if number % 2 else str(escape(piece))
        for number, piece in enumerate(cut(text, spans))
    )


def cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The text before the first span, the span, the text after it …"""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], text[start:stop]]
        end = stop
    return [*pieces, text[end:]]


@given(st.text(alphabet="的监管档案 ", max_size=300), st.sampled_from(["档案", "监管"]))
def test_an_excerpt_shows_what_was_looked_for(text: str, wanted: str) -> None:
    flat = " ".join(text.split())
    assert (wanted in excerpt(text, wanted)) == (wanted in flat)
    assert len(excerpt(text, wanted)) <= len(wanted) + 122


def test_a_document_whose_place_nobody_knows_stands_alone() -> None:
    assert where("甲.txt", {"line": 12}, "zh") == "甲.txt 第12行"
    assert where("甲.txt", {"line": 12}, "en") == "甲.txt line 12"
    assert where("甲.txt", None, "zh") == "甲.txt"


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_short_is_short(text: str, length: int) -> None:
    assert len(short(text, length)) <= length


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "", ""),
        (True, "是", "yes"),
        (0, "0", "0"),
        (["甲", "乙"], "甲、乙", "甲, 乙"),
        ({"name": "Duty", "zh": "主要职责", "en": "Duty"}, "主要职责", "Duty"),
        ({"line": 3}, "第3行", "line 3"),
    ],
)
def test_values_in_words(value: object, zh: str, en: str) -> None:
    assert as_text(value, "zh") == zh
    assert as_text(value, "en") == en


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("“甲市乙区水利局”的清单", "水利局的清单"),
        ("甲市乙区水利局的职责“会同甲市乙区财政局拨款”", "水利局的职责“会同甲市乙区财政局拨款”"),
        ("在甲市乙区水利局、甲市乙区水利局河长办的清单中", "在水利局、河长办的清单中"),
        ("水利局写有“按“甲市乙区水利局”要求”", "水利局写有“按“甲市乙区水利局”要求”"),
        ("给“区水利局”的“拨款”", "给“区水利局”的“拨款”"),
    ],
)
def test_bodies_are_called_as_within_their_region_and_quotations_stay(sentence: str, shown: str) -> None:
    names = {"甲市乙区水利局": "水利局", "甲市乙区水利局河长办": "河长办", "甲市乙区财政局": "财政局"}
    assert in_short(sentence, names) == shown
