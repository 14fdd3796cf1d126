"""Slips in texts: what each finder makes of places, numbers, words and brackets, and that no text upsets it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.slips.abolished_terms import abolished_terms
from dutygraph.graph.analysis.slips.broken_citations import broken_citations
from dutygraph.graph.analysis.slips.exchanged_words import exchanged_words
from dutygraph.graph.analysis.slips.exercised_elsewhere import exercised_elsewhere
from dutygraph.graph.analysis.slips.foreign_numbers import foreign_numbers
from dutygraph.graph.analysis.slips.foreign_places import foreign_places
from dutygraph.graph.analysis.slips.home import Home
from dutygraph.graph.analysis.slips.licence_names import licence_names
from dutygraph.graph.analysis.slips.other_level import other_level
from dutygraph.graph.analysis.slips.personal_names import personal_names
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.laws.articles import highest_article
from dutygraph.ingest.laws.years import latest_year, stated_year
from dutygraph.ingest.names.regions import Region, find_region

_REGION = find_region("衡阳市蒸湘区")
assert _REGION is not None
DISTRICT = Home(_REGION.chain)
MADE_UP = Home((Region("x-澜江区", "澜江区", "county"),))


def _printed(slips: Iterable[TextSlip]) -> list[str]:
    return [slip.printed for slip in slips]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("参照雁峰区财政局的做法", ["雁峰区财政局"]),
        ("在舟山市开展", ["舟山市"]),
        ("湖北省荆州市公安县的试点", ["湖北省", "荆州市", "公安县"]),
        ("湖南省衡阳市蒸湘区", []),
        ("公安县级机关会同县财政局", []),
        ("城区市场、社区民警、景区场所", []),
        ("与珠晖区交界处", []),
        ("香港特别行政区居民", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert _printed(foreign_places(text, DISTRICT)) == places


def test_a_place_inside_the_home_is_no_stranger() -> None:
    city = Home(DISTRICT.chain[1:])
    assert _printed(foreign_places("指导蒸湘区和舟山市工作", city)) == ["舟山市"]


def test_a_former_name_of_the_home_is_no_stranger() -> None:
    region = find_region("石家庄市鹿泉区")
    assert region is not None
    assert _printed(foreign_places("鹿泉市领导小组", Home(region.chain))) == []


@pytest.mark.parametrize(
    ("text", "home", "numbers"),
    [
        ("石政办发[2011]62号", DISTRICT, ["石政办发[2011]62号"]),
        ("冀档发〔2011〕70号", DISTRICT, ["冀档发〔2011〕70号"]),
        ("衡政发〔2010〕2号、湘教发〔2010〕2号、蒸政发〔2010〕2号", DISTRICT, []),
        ("国办发〔2010〕2号、教政法〔2010〕2号、民发〔2010〕2号", DISTRICT, []),
        ("冀政办〔2014〕7号", MADE_UP, ["冀政办〔2014〕7号"]),
        ("岚政办发〔2014〕7号", MADE_UP, []),  # who knows what the province of a made-up district is called
    ],
)
def test_numbers(text: str, home: Home, numbers: list[str]) -> None:
    assert _printed(foreign_numbers(text, home, {})) == numbers


def test_what_the_corpus_shows_is_named_or_taken_as_own() -> None:
    (slip,) = foreign_numbers("石政办发〔2011〕62号", DISTRICT, {"石": ["石家庄市"]})
    assert "石家庄市才用" in slip.reason.zh
    learned = Home(DISTRICT.chain, frozenset("石"))
    assert _printed(foreign_numbers("石政办发〔2011〕62号", learned, {})) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("报省、自治区、直辖区主管部门", ["直辖区"]),
        ("规范零售区场和区容环境，县（区、区）负责", ["零售区场", "区容环境", "（区、区）"]),
        ("由区财政厅拨付", ["区财政厅"]),
        ("自治区财政厅，区政务服务大厅，社区市场，小区场所，直辖区域，县级区域", []),
    ],
)
def test_exchanged_words(text: str, words: list[str]) -> None:
    assert _printed(exchanged_words(text, DISTRICT)) == words


def test_an_autonomous_region_has_departments_of_its_own() -> None:
    region = find_region("广西壮族自治区南宁市")
    assert region is not None
    assert _printed(exchanged_words("由区财政厅拨付", Home(region.chain))) == []


@pytest.mark.parametrize(
    ("printed", "highest"),
    [
        ("第一章第四条、第五章第三十、第五章第三十一条", 31),
        ("第三十一至三十三条", 33),
        ("第18条第（二十）项", 18),
        ("第1、29条", 29),
        ("第五章", None),
    ],
)
def test_highest_article(printed: str, highest: int | None) -> None:
    assert highest_article(printed) == highest


def test_years_of_a_list() -> None:
    assert stated_year("澜江区民政局责任清单（2015年版）") == 2015
    assert stated_year("澜江区民政局责任清单") is None
    assert (
        latest_year(["岚政发[2014]3号", "商务部令2012年第9号", "岚政发〔2941〕3号", "国务院令第393号"])
        == 2014
    )
    assert latest_year(["国务院令第393号"]) is None


_MARKS = st.text(
    "权目前由局实施各全级负责联系人：王明工商暂住证《》〈〉<>（）〔〕[]省市区县国石冀政办发"
    "号第条0123456789 \n舟山财厅场直辖",
    max_size=60,
)


@given(_MARKS)
def test_no_text_upsets_a_finder_and_every_slip_is_printed_and_explained(text: str) -> None:
    for home in (DISTRICT, MADE_UP, Home(())):
        slips = [
            *foreign_places(text, home),
            *foreign_numbers(text, home, {}),
            *exchanged_words(text, home),
            *broken_citations(text),
            *other_level(text, home),
            *abolished_terms(text, 2024),
            *exercised_elsewhere(text),
            *personal_names(text),
            *licence_names(text),
        ]
        for slip in slips:
            assert slip.printed
            assert slip.printed in text[slip.start :] or slip.kind in ("broken", "foreign")
            assert slip.reason.zh
            assert slip.reason.en
            assert 0 < slip.score <= 1


@pytest.mark.parametrize(
    "part",
    [
        "《",
        "》（〔2016",
        "国〔2016",
        "1",
        "国〔 ",
        "市",
        "舟山市",
        "《<",
        "区、区",
        " ",
        "权目前由",
        "各县市",
        "联系人：",
        "原工商局",
    ],
)
def test_long_texts_take_no_longer_than_their_length(part: str) -> None:
    """A time that grows with the square of the length would take minutes."""
    text = part * 20_000 + "号"
    for slips in (
        foreign_places(text, DISTRICT),
        foreign_numbers(text, DISTRICT, {}),
        exchanged_words(text, DISTRICT),
        broken_citations(text),
        other_level(text, DISTRICT),
        abolished_terms(text, 2024),
        exercised_elsewhere(text),
        personal_names(text),
        licence_names(text),
    ):
        assert all(slip.printed for slip in slips)
