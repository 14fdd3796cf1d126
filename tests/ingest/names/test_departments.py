"""Names of bodies: labelled names, cells that name several, and what must hold whatever the order of reading."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.ingest.names.body_names import split_bodies
from dutygraph.ingest.names.body_words import is_vague
from dutygraph.ingest.names.departments import ListedBody, Resolver, listed_id
from dutygraph.ingest.names.regions import find_region
from dutygraph.ingest.word_files import load_words

PLACES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "departments.yaml")
CASES = [(place, case) for place in PLACES for case in place["names"]]
HOME = find_region("衡阳市蒸湘区")


def listed(place: dict[str, Any]) -> list[ListedBody]:
    region = find_region(place["region"])
    return [ListedBody(body["name"], tuple(body.get("also", ())), region) for body in place["lists"]]


BODIES = listed(PLACES[0])


@pytest.mark.parametrize(("place", "case"), CASES, ids=[case["printed"] for _, case in CASES])
def test_labelled_name(place: dict[str, Any], case: dict[str, Any]) -> None:
    declared_by = f"{place['code']}:{case['by']}" if "by" in case else None
    (found,) = Resolver(find_region(place["region"]), listed(place)).resolve(case["printed"], declared_by)
    assert found.id == f"{case.get('region', place['code'])}:{case['key']}"
    assert found.listed == case.get("listed", False)
    assert found.name == case.get("name", found.name)
    assert not found.vague
    assert found.reason.zh
    assert found.reason.en


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("城区公路局、蒸湘运管所", ["城区公路局", "蒸湘运管所"]),
        ("区卫生局区计生局", ["区卫生局", "区计生局"]),
        ("区发改局区财政局区住建局", ["区发改局", "区财政局", "区住建局"]),
        ("区住建局和区财政局", ["区住建局", "区财政局"]),
        ("区公安分局\n区司法局", ["区公安分局", "区司法局"]),
        ("区人社局（就业局）", ["区人社局（就业局）"]),
        ("区人社局（社保局、医保中心）", ["区人社局（社保局、医保中心）"]),
        ("区人力资源和社会保障局", ["区人力资源和社会保障局"]),
        ("市公安局蒸湘分局", ["市公安局蒸湘分局"]),
        ("区市场监管局", ["区市场监管局"]),
        ("区委组织部", ["区委组织部"]),
        ("区统计局（主办）：", ["区统计局"]),
        (" \n ", []),
    ],
)
def test_a_cell_may_name_several_bodies(cell: str, bodies: list[str]) -> None:
    assert split_bodies(cell) == bodies


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "其他有关部门",
        "区直有关部门",
        "各相关单位",
        "主管单位",
        "各资金主管部门",
        "行业管理部门",
        "有关单位",
    ],
)
def test_vague_names(name: str) -> None:
    assert is_vague(name)


@pytest.mark.parametrize(
    "name", ["区民政局", "公安交警部门", "各镇人民政府（街道办事处）", "邮政部门", "统计局"]
)
def test_names_that_say_who_is_meant(name: str) -> None:
    assert not is_vague(name)


def test_a_vague_party_is_kept_and_marked() -> None:
    (found,) = Resolver(HOME, BODIES).resolve("其他有关部门")
    assert (found.id, found.name, found.vague, found.listed) == (
        "430408:其他有关部门",
        "其他有关部门",
        True,
        False,
    )
    assert Resolver(HOME, BODIES).resolve("") == []


def test_namesakes_keep_their_brackets_and_their_ids() -> None:
    water, farming = (body for body in BODIES if body.name.endswith("农村工作办公室"))
    together, alone = Resolver(HOME, BODIES), Resolver(HOME, [water])
    assert together.listed(listed_id(water)).name == f"{water.name}（蒸湘区水利农机局）"
    assert alone.listed(listed_id(water)).name == "衡阳市蒸湘区农村工作办公室"
    assert together.listed(listed_id(water)).id == alone.listed(listed_id(water)).id
    assert listed_id(water) != listed_id(farming)


def test_a_title_without_a_place_gets_its_region() -> None:
    body = ListedBody("县政府办公室", (), find_region("任县"))
    assert Resolver(body.region, [body]).listed(listed_id(body)).name == "邢台市任县政府办公室"


def test_a_title_without_a_place_keeps_its_joint_name() -> None:
    body = ListedBody("区城市管理和综合执法局", (), find_region("衡阳市蒸湘区"))
    assert Resolver(body.region, [body]).listed(listed_id(body)).name == "衡阳市蒸湘区城市管理和综合执法局"


@pytest.mark.parametrize(
    ("title", "also", "short"),
    [
        ("衡阳市蒸湘区发展改革和科学技术局", (), "发展改革和科学技术局"),
        ("区发展改革和科学技术局", (), "发展改革和科学技术局"),
        ("市公安局蒸湘分局", (), "公安局蒸湘分局"),
        ("衡阳市蒸湘区委编办", (), "区委编办"),
        ("衡阳市蒸湘区行政审批局", (), "行政审批局"),
        ("云溪市澜江区粮食工作办公室", ("澜江区储备农机局",), "粮食工作办公室（储备农机局）"),
    ],
)
def test_a_body_is_called_within_its_region_as_its_title_prints_it(
    title: str, also: tuple[str, ...], short: str
) -> None:
    home = find_region("云溪市澜江区") if also else HOME
    body = ListedBody(title, also, home)
    namesake = ListedBody(title, ("澜江区供销社",), home)
    resolver = Resolver(home, [body, namesake] if also else [body])
    assert resolver.listed(listed_id(body)).short == short


def test_a_list_of_the_city_answers_to_the_citys_names_only() -> None:
    city = ListedBody("衡阳市民政局", (), find_region("衡阳市"))
    resolver = Resolver(HOME, [*BODIES, city])
    assert [found.id for found in resolver.resolve("市民政局、区民政局")] == [
        "430400:民政局",
        "430408:民政局",
    ]
    assert all(found.listed for found in resolver.resolve("市民政局、区民政局"))


def test_without_a_region_nothing_is_claimed() -> None:
    (found,) = Resolver(None, []).resolve("区民政局")
    assert (found.id, found.region, found.level) == ("unknown:区民政局", None, "county")


@settings(max_examples=20)
@given(st.permutations(BODIES))
def test_the_order_of_reading_does_not_matter(bodies: list[ListedBody]) -> None:
    names = [case["printed"] for case in PLACES[0]["names"]]
    expected = [Resolver(HOME, BODIES).resolve(name) for name in names]
    assert [Resolver(HOME, bodies).resolve(name) for name in names] == expected


@pytest.mark.parametrize(("place", "case"), CASES, ids=[case["printed"] for _, case in CASES])
def test_the_canonical_name_means_the_same_body(place: dict[str, Any], case: dict[str, Any]) -> None:
    resolver = Resolver(find_region(place["region"]), listed(place))
    (found,) = resolver.resolve(case["printed"])
    (again,) = resolver.resolve(found.name)
    assert (again.id, again.name) == (found.id, found.name)


PIECES = [
    "区",
    "市",
    "省",
    "蒸湘",
    "衡阳市",
    "公安",
    "民政",
    "局",
    "分局",
    "办",
    "（",
    "）",
    "、",
    "和",
    "各",
    "有关",
    "部门",
    "国家",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_cell_is_resolved(cell: str) -> None:
    found = Resolver(HOME, BODIES).resolve(cell)
    assert [body.printed for body in found] == split_bodies(cell)
    assert all(body.id and body.name for body in found)
