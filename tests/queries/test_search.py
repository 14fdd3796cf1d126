"""Questions as people ask them are answered, and every part of every text is found."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.catalogue.cards import department_card
from dutygraph.queries.catalogue.lookup import find_department
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import ArgumentError, SearchIndexError
from dutygraph.queries.search.answer import SearchFilters, search
from dutygraph.queries.search.entry import IndexEntry
from dutygraph.queries.search.grams import expression, spelled
from dutygraph.queries.search.index import SearchIndex
from dutygraph.queries.search.question import taken_apart, understood
from tests.queries.short import document, load
from tests.sample import DATA

CASES = yaml.safe_load(Path(__file__).with_name("search.yaml").read_text(encoding="utf-8"))
LETTERS = "的监管档案養犬养狗 、。"
"""Parts of words of letters and digits are found from their beginning only."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["question"])
def test_a_question_is_answered(case: Mapping[str, Any], sample: GraphStore) -> None:
    answer = search(sample, case["question"])
    assert answer.close == case.get("close", False)
    assert bool(answer.rows) != case.get("none", False)
    assert bool(answer.answering) == ("who" in case)
    if "who" in case:
        first = answer.answering[0]
        assert first.department.endswith(case["who"])
        assert case.get("office") in (None, *first.offices)
        assert case.get("phone") in (None, *first.phones)
    if "says" in case:
        assert case["says"] in f"{answer.rows[0].title}{answer.rows[0].text}"


@pytest.mark.parametrize("text", ["档案", "登记", "的", "食品安全", "12315"])
def test_it_finds_what_a_scan_of_the_graph_finds(text: str, sample: GraphStore) -> None:
    scanned = {row["id"] for row in run_query(sample, "search", {"text": text, "limit": 10_000}).rows}
    found = {row.id for row in search(sample, text, limit=10_000).rows}
    assert scanned
    assert scanned <= found


def test_an_answer_can_be_narrowed_and_turned_over(sample: GraphStore) -> None:
    whole = search(sample, "管理", limit=1000)
    assert sum(facet.count for facet in whole.kinds) == whole.total == len(whole.rows)
    facet = whole.kinds[0]
    narrowed = search(sample, "管理", SearchFilters(kind=facet.value), limit=1000)
    assert {row.kind["name"] for row in narrowed.rows} == {facet.value}
    assert narrowed.total == facet.count
    department = whole.departments[0]
    assert search(sample, "管理", SearchFilters(department=department.value)).total == department.count
    pages = [search(sample, "管理", offset=offset, limit=7).rows for offset in (0, 7)]
    assert [*pages[0], *pages[1]] == whole.rows[:14]
    assert search(sample, "管理", SearchFilters(region="澜江区")).total == whole.total


def test_a_kind_that_is_none_is_answered_with_near_ones(sample: GraphStore) -> None:
    with pytest.raises(ArgumentError, match="Duty"):
        search(sample, "管理", SearchFilters(kind="Dutty"))


def test_what_is_read_anew_is_found_and_what_is_gone_is_not(store: GraphStore, tmp_path: Path) -> None:
    text = (DATA / "02-market.txt").read_text(encoding="utf-8")
    for words, gone in (("霓虹灯牌", "盲道"), ("盲道", "霓虹灯牌")):
        (tmp_path / "02-market.txt").write_text(text.replace("食品", words), encoding="utf-8")
        ingest_document(store, parse_file(tmp_path / "02-market.txt"))
        assert search(store, words, SearchFilters(kind="Task")).total > 2
        assert search(store, gone, SearchFilters(kind="Task")).total == 0


def test_the_bodies_that_entries_name_are_those_of_the_graph(store: GraphStore, tmp_path: Path) -> None:
    parties = [{"department": "区文旅局", "division": "负责古塔修缮"}]
    load(
        store, [{"department": "云溪市澜江区民政局", "boundaries": [{"matter": "古塔", "parties": parties}]}]
    )
    assert search(store, "古塔修缮").answering
    own = {
        "department": "云溪市澜江区文旅局",
        "also_known_as": ["区文物局"],
        "duties": [{"text": "保护文物"}],
    }
    ingest_document(store, document([own], "文旅局.txt"))
    answering = search(store, "古塔修缮").answering
    assert [one.department_id for one in answering] == [find_department(store, "区文旅局")[0].id]
    assert department_card(store, answering[0].department_id).matters


def test_who_leads_stands_before_who_takes_part_and_offices_of_one_cell_stand_apart(
    store: GraphStore,
) -> None:
    parties = [
        {"department": "区文旅局", "division": "牵头负责古塔修缮"},
        {"department": "区民政局", "division": "配合牵头部门做好古塔修缮"},
    ]
    tasks = [{"text": "看护古桥", "office": "文物科、博物馆科"}]
    load(
        store,
        [
            {"department": "云溪市澜江区民政局", "boundaries": [{"matter": "古塔修缮", "parties": parties}]},
            {"department": "云溪市澜江区文旅局", "duties": [{"text": "保护文物", "tasks": tasks}]},
        ],
    )
    led = search(store, "古塔修缮归谁管").answering
    assert [one.department for one in led] == ["云溪市澜江区文旅局", "云溪市澜江区民政局"]
    kept = search(store, "谁管古桥")
    assert kept.answering[0].offices == kept.rows[0].offices == ["文物科", "博物馆科"]


def test_what_is_mentioned_in_passing_names_nobody(store: GraphStore) -> None:
    regime = {"title": "养老机构监管", "body": [{"heading": "", "text": "检查养老机构的古钟"}]}
    load(store, [{"department": "云溪市澜江区民政局", "supervision": [regime]}])
    answer = search(store, "谁管古钟")
    assert [row.title for row in answer.rows] == ["养老机构监管"]
    assert not answer.answering
    assert search(store, "谁管养老机构监管").answering


def test_an_index_of_another_form_is_made_anew_and_no_index_is_told(tmp_path: Path) -> None:
    file = tmp_path / "search.sqlite"
    file.write_text("no database at all, but long enough to be taken for one " * 40, encoding="utf-8")
    with pytest.raises(SearchIndexError, match=r"search\.sqlite"):
        SearchIndex(file).lists()
    file.unlink()
    SearchIndex(file).replace({"one": "1"}, [entry("甲", "养犬登记")])
    assert SearchIndex(file).lists() == {"one": "1"}
    assert SearchIndex(file).find('"养犬"').total == 1


@pytest.mark.parametrize(
    "named", [["区林业局", "区财政局", "区民政局"], ["区民政局", "区财政局", "区林业局"]]
)
def test_of_several_parties_the_one_printed_first_acts(store: GraphStore, named: list[str]) -> None:
    parties = [{"department": "、".join(named), "division": "审核公墓占用林地。"}]
    matter = {"matter": "公墓管理", "parties": parties}
    load(store, [{"department": "云溪市澜江区卫生健康局", "boundaries": [matter]}])
    (hit,) = (one for one in search(store, "审核公墓占用林地").rows if one.kind["name"] == "Division")
    assert hit.actor == f"云溪市澜江{named[0]}"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """An index for what the test puts in."""
    return SearchIndex(tmp_path_factory.mktemp("index") / "search.sqlite")


@given(data=st.data(), text=st.text(LETTERS, min_size=1, max_size=30), other=st.text(LETTERS, max_size=30))
def test_every_part_of_a_text_is_found_and_nothing_else(
    data: st.DataObject, text: str, other: str, index: SearchIndex
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    index.replace({"list": None}, [entry("text", text), entry("other", other)])
    wanted = expression(part)
    if wanted is None:
        assert letters(part) == ""
        return
    found = {hit.id for hit, _ in index.find(wanted).best}
    assert "text" in found
    assert "other" not in found or letters(part) in letters(other)


@given(text=st.text())
def test_whatever_is_asked_makes_an_expression_that_sqlite_takes(text: str, index: SearchIndex) -> None:
    for asked in (understood(text), taken_apart(understood(text))):
        for wanted in filter(None, (asked.expression, asked.pieces)):
            assert index.find(wanted).total == len(index.find(wanted).best)


@given(texts=st.lists(st.text(LETTERS, max_size=12), max_size=4), asked=st.text(LETTERS, max_size=6))
def test_a_question_finds_the_texts_that_hold_its_words_and_no_others(
    texts: list[str], asked: str, index: SearchIndex
) -> None:
    """A mark between two characters of a word may keep a text from being found (养、养 for 养养)."""
    index.replace({"list": None}, [entry(str(number), text) for number, text in enumerate(texts)])
    question = understood(asked)
    if question.terms:
        found = {hit.id for hit, _ in index.find(question.expression).best}
        printed = {
            str(number)
            for number, text in enumerate(texts)
            if all(any(word in text for word in term.words) for term in question.terms)
        }
        held = {
            str(number)
            for number, text in enumerate(texts)
            if all(any(letters(word) in letters(text) for word in term.words) for term in question.terms)
        }
        assert printed <= found <= held


@pytest.mark.parametrize("text", ["停车" * 500, "小区 " * 333, "甲 乙" * 333, "的" * 1000, "停车场吗" * 250])
def test_a_long_question_is_answered(text: str, sample: GraphStore) -> None:
    assert search(sample, text).question == text


def test_a_question_that_is_too_long_is_told(sample: GraphStore) -> None:
    with pytest.raises(ArgumentError) as told:
        search(sample, "停车" * 600)
    assert "1000" in told.value.text.zh
    assert "1000" in told.value.text.en


def entry(id_: str, text: str) -> IndexEntry:
    """A duty with a text."""
    return IndexEntry(
        id=id_, kind="Duty", list="list", region="", department="局", department_id="d", actor="局", actor_id="d",
        title="", text=text, beside="", offices="", phone="", source="", locator="{}", assists=False, weight=1.0,
    )  # fmt: skip


def letters(text: str) -> str:
    """The letters of a text as they are compared."""
    return "".join(character for character in spelled(text) if character.isalnum())


def test_words_of_a_question_fall_away_and_everyday_words_become_official_ones() -> None:
    assert [term.words[0] for term in understood("请问小区停车归谁管？").terms] == ["小区停车"]
    apart = taken_apart(understood("小区停车归谁管"))
    assert [term.words[0] for term in apart.terms] == ["小区", "停车"]
    assert "停车场" in apart.terms[1].words
    assert [term.words[0] for term in understood("谁管").terms] == ["谁管"]
