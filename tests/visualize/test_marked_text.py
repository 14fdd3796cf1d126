"""Texts with what is done and to what marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.visualize.marked_text import marked, pieces

TEXT = "拟订规划，监督检查工矿商贸作业场所的职业病防护。"


@pytest.mark.parametrize(
    ("text", "spans", "wanted"),
    [
        (
            "查处无照经营行为。",
            [],
            [("act", "查处"), ("object", "无照经营行为"), ("clause", "。")],
        ),
        (
            TEXT,
            [(5, 23)],
            [
                ("rest", "拟订规划，"),
                ("act", "监督检查"),
                ("object", "工矿商贸作业场所的职业病防护"),
                ("rest", "。"),
            ],
        ),
        ("查处 无照 经营行为", [], [("act", "查处"), ("clause", " "), ("object", "无照 经营行为")]),
        ("", [], []),
    ],
)
def test_what_is_done_and_to_what(
    text: str, spans: list[tuple[int, int]], wanted: list[tuple[str, str]]
) -> None:
    assert pieces(text, spans) == wanted


def test_other_clauses_are_grey() -> None:
    assert str(marked(TEXT, [(0, 4)])).count('class="act"') == 1
    assert '<span class="rest">，监督检查工矿商贸作业场所的职业病防护。</span>' in marked(TEXT, [(0, 4)])


@given(
    st.text(st.sampled_from("负责监督检查的，、。；<>&\"' \n一档案企业和对"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: (min(ends), max(ends)))),
)
def test_nothing_is_lost_and_everything_is_escaped(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(piece for _, piece in pieces(text, spans)) == text
    shown = marked(text, spans)
    for tag in ('<b class="act">', '<b class="object">', '<span class="rest">', "</b>", "</span>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown
    assert shown.unescape() == text
