"""Items joined to a list by any family of marks come back one by one; a long text of marks is cut in no time."""

import time
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.items import split_items
from dutygraph.ingest.records import Locator

_CHINESE = "一二三四五六七八九"
UNMISTAKABLE: dict[str, Callable[[int], str]] = {
    "circled": lambda n: chr(ord("①") + n),
    "small": lambda n: chr(ord("⑴") + n),
    "pointed": lambda n: chr(ord("⒈") + n),
    "bracketed": lambda n: f"({n + 1})",
    "wide brackets": lambda n: f"（{n + 1}）",
    "chinese brackets": lambda n: f"（{_CHINESE[n]}）",
}
NEEDS_STOP: dict[str, Callable[[int], str]] = {
    "comma": lambda n: f"{n + 1}、",
    "point": lambda n: f"{n + 1}. ",
    "half a bracket": lambda n: f"{n + 1}）",
    "chinese": lambda n: f"{_CHINESE[n]}、",
    "roman": lambda n: f"{chr(ord('Ⅰ') + n)}、",
    "is": lambda n: f"{_CHINESE[n]}是",
    "place": lambda n: f"第{_CHINESE[n]}，",
}
KIN = {
    "comma": "1.",
    "point": "1.",
    "bracketed": "(1)",
    "wide brackets": "(1)",
    "half a bracket": "(1)",
}
"""Families that lists mix within one numbering."""
VERBS = ["审核", "组织", "指导", "办理", "发放"]
THINGS = ["低保申请", "渔船检验", "茶园测土", "公墓年检", "灯会安保", "校车许可", "水库巡查"]
ITEM = st.tuples(st.sampled_from(VERBS), st.sampled_from(THINGS)).map("".join)
ITEMS = st.lists(ITEM, min_size=2, max_size=9)


def read(text: str) -> list[str]:
    cell = Cell([Span(line, Locator(line=at)) for at, line in enumerate(text.split("\n"), 1)])
    return [item.text for item in split_items(cell)]


@given(
    ITEMS,
    st.sampled_from(sorted(UNMISTAKABLE | NEEDS_STOP)),
    st.sampled_from(["\n", "；", "。\n", "；\n", "。 "]),
)
def test_items_come_back_from_any_family(items: list[str], family: str, joint: str) -> None:
    mark = (UNMISTAKABLE | NEEDS_STOP)[family]
    text = joint.join(f"{mark(at)}{item}" for at, item in enumerate(items))
    assert [item.rstrip("；。") for item in read(text)] == items


@given(ITEMS, st.sampled_from(sorted(UNMISTAKABLE)))
def test_marks_that_are_nothing_else_need_no_stop(items: list[str], family: str) -> None:
    assert read("".join(f"{UNMISTAKABLE[family](at)}{item}" for at, item in enumerate(items))) == items


@given(st.data(), ITEMS, st.permutations(sorted(UNMISTAKABLE | NEEDS_STOP)), st.sampled_from(["", "\n"]))
def test_a_list_inside_an_item_stays_with_it(
    data: st.DataObject, items: list[str], families: list[str], joint: str
) -> None:
    outer, inner = ((UNMISTAKABLE | NEEDS_STOP)[name] for name in families[:2])
    assume(KIN.get(families[0]) != KIN.get(families[1], families[1]))
    inside = data.draw(st.lists(ITEM, min_size=2, max_size=4))
    nested = joint.join(f"{inner(at)}{item}；" for at, item in enumerate(inside))
    texts = [f"{item}：{joint}{nested}" if at == 0 else item + "。" for at, item in enumerate(items)]
    found = read("\n".join(f"{outer(at)}{text}" for at, text in enumerate(texts)))
    assert [text.replace("\n", "").replace(" ", "") for text in texts] == [
        text.replace(" ", "") for text in found
    ]


@pytest.mark.parametrize(
    "piece", ["1、", "①", "（一）", "第一，", "(1)甲；(2)乙；", "一是", "1 ", "（ ", "①项", "Ⅰ、", "第"]
)
def test_a_long_text_of_marks_is_cut_in_no_time(piece: str) -> None:
    cell = Cell([Span(piece * (100_000 // len(piece)), Locator(line=1))])
    begin = time.process_time()
    split_items(cell)
    assert time.process_time() - begin < 2
