"""A title with a slip is matched with the one that is meant; a title of its own is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.slips.title_slips import RegisteredTitle, TitleMatcher

TITLES = [
    "政府信息公开条例",
    "预防未成年人犯罪法",
    "城市供水水质管理规定",
    "建设工程安全生产管理条例",
    "河南省宗教事务条例",
    "基层法律服务工作者管理办法",
    "食品经营许可管理办法",
    "学校体育工作条例",
]
NUMBER = "国务院令第393号"
MATCHER = TitleMatcher(
    RegisteredTitle(
        title, title, NUMBER if title.startswith("建设") else None, complete=not title.endswith("办法")
    )
    for title in TITLES
)


@pytest.mark.parametrize(
    ("printed", "meant", "reason"),
    [
        ("城区供水水质管理规定", "城市供水水质管理规定", "“市”印作“区”"),
        ("信息公开条例", "政府信息公开条例", "漏“政府”"),
        ("预防未成年犯罪法", "预防未成年人犯罪法", "漏“人”"),
        ("建设工程安全生产的管理条例", "建设工程安全生产管理条例", "多“的”"),
        ("建设工程全安生产管理条例", "建设工程安全生产管理条例", "“安全”颠倒为“全安”"),
        ("建设工程安全生产管理条列", "建设工程安全生产管理条例", "“例”印作“列”"),
    ],
)
def test_slip(printed: str, meant: str, reason: str) -> None:
    slip = MATCHER.slip(printed, None)
    assert slip is not None
    assert (slip.registered.key, slip.reason.zh) == (meant, reason)


@pytest.mark.parametrize(
    "printed",
    [
        "河北省宗教事务条例",  # another place
        "宗教事务条例",  # another level
        "药品经营许可管理办法",  # another matter
        "学校卫生工作条例",
        "政府信息公开办法",  # another kind
        "基层法律工作者管理办法",  # a word left out of a title of a ministry: there may be another one
        "预防犯罪法",  # too short
        "城市供水水质暂行管理规定",  # another version
        "",
    ],
)
def test_title_of_its_own(printed: str) -> None:
    assert MATCHER.slip(printed, None) is None


def test_the_same_number_is_evidence() -> None:
    assert MATCHER.slip("建设项目安全生产管理条例", None) is None
    slip = MATCHER.slip("建设项目安全生产管理条例", NUMBER)
    assert slip is not None
    assert "文号相同" in slip.reason.zh


def test_what_may_be_either_of_two_is_left_alone() -> None:
    matcher = TitleMatcher(
        RegisteredTitle(title, title, None, True) for title in ("岚水供水管理条例", "岚城供水管理条例")
    )
    assert matcher.slip("岚山供水管理条例", None) is None


@given(st.sampled_from(TITLES), st.integers(0, 20), st.sampled_from(["删", "增", "换"]))
def test_any_single_slip_is_found_or_explained_by_a_guard(title: str, at: int, how: str) -> None:
    at %= len(title)
    printed = {
        "删": title[:at] + title[at + 1 :],
        "增": title[:at] + "〇" + title[at:],
        "换": title[:at] + "〇" + title[at + 1 :],
    }[how]
    slip = MATCHER.slip(printed, None)
    in_place_name = title.startswith("河南省") and at < len("河南省") + 1
    last_word = at >= len(title) - 2
    assert slip is not None or in_place_name or last_word
    assert slip is None or slip.registered.key == title


@given(st.lists(st.text("城市供水管理条例办法规定省河南北", min_size=1, max_size=14), max_size=30))
def test_known_titles_are_the_same_as_themselves_whatever_their_order(titles: list[str]) -> None:
    known = [RegisteredTitle(f"{number}", title, None, True) for number, title in enumerate(titles)]
    one, other = TitleMatcher(known), TitleMatcher(reversed(known))
    for title in titles:
        assert one.same(title) == other.same(title) != []
    for printed in ("城市供水管理条列", "河南省供水办法", "城市供水管理办法"):
        assert one.slip(printed, None) == other.slip(printed, None)
