"""Headings: which lines open a section, and that no text around their words does."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.lists.headings import is_body
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.parse import parse_bytes

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "headings.yaml").read_text(encoding="utf-8"))
NAMES = [name for section in section_kinds().values() for name in section.headings]
VERBS = ["负责", "组织", "协调", "指导", "推进", "公布", "编制", "落实", "参与", "监督"]


def sections_of(line: str) -> list[str]:
    text = f"澜江区民政局责任清单\n{line}\n无\n"
    (found,) = parse_bytes(text.encode(), "list.txt").lists
    return found.sections_present


@pytest.mark.parametrize(
    ("line", "section"), [(line, section) for section, lines in CASES["opens"].items() for line in lines]
)
def test_a_heading_opens_its_section(line: str, section: str) -> None:
    assert sections_of(line) == [section]


@pytest.mark.parametrize("line", CASES["opens_none"])
def test_other_lines_open_none(line: str) -> None:
    assert sections_of(line) == []


@pytest.mark.parametrize("name", CASES["bodies"])
def test_the_name_of_a_body(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize("name", CASES["no_bodies"])
def test_what_names_no_body(name: str) -> None:
    assert not is_body(name)


@given(
    st.sampled_from(VERBS),
    st.sampled_from(NAMES),
    st.sampled_from(["", "工作", "的实施", "事项办理", "。", "，按规定执行。"]),
)
def test_what_is_done_with_a_section_is_no_heading(verb: str, name: str, rest: str) -> None:
    assert sections_of(f"{verb}{name}{rest}") == []
    assert sections_of(f"（二）{verb}全区{name}{rest}") == []


@given(st.sampled_from(NAMES), st.text("一二三负责全区社会救助工作审核的和，。、", min_size=1, max_size=30))
def test_a_sentence_is_no_heading(name: str, text: str) -> None:
    assert sections_of(f"{text}{name}，{text}。") == []


@pytest.mark.parametrize(
    "line", ["一、部门职责清单", "编制权责清单", "1.组织公布部门责任清单", "推行权力清单"]
)
def test_no_title(line: str) -> None:
    assert not names_list(line)
