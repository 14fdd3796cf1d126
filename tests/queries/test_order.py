"""The graph and its findings are those of the lists that it holds, in whatever order and how often these were read.

What every state is compared with is one reading of its lists into an empty graph. ``order.yaml`` has the lists.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.queries.findings.update.removing import remove
from tests.queries.short import document

CASES: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("order.yaml").read_text(encoding="utf-8"))
LISTS: Mapping[str, Any] = CASES["lists"]
CHANGED: Mapping[str, Any] = CASES["changed"]
NAMES = sorted(LISTS)
CITY_LAST = [
    "qing-health",
    "yan-health",
    "yan-police",
    "yan-farm",
    "yan-civil",
    "yan-culture",
    "city-market",
    "city-health",
]
TOLD_OF_READING = {"news", "revision"}
VERSION = "data_version"
"""Of a finding: what was read when it was written. One that stays as it is, is not written again."""

State = Mapping[str, Counter[str]]
"""Nodes and edges with their properties."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store that every test begins by emptying."""
    with GraphStore.open(StoreSettings(data=tmp_path_factory.mktemp("order"))) as store:
        store.prepare()
        yield store


@pytest.fixture(scope="module")
def expected(graph: GraphStore) -> State:
    """What the graph holds of all lists."""
    return read_anew(graph, documents(NAMES))


def documents(names: Iterable[str], lists: Mapping[str, Any] = LISTS) -> list[Document]:
    """A document for each list, as the file of this name has it."""
    return [_document(name, lists[name]) for name in names]


def _document(name: str, short: Mapping[str, Any]) -> Document:
    said = {key: value for key, value in short.items() if key != "region"}
    read = document([said], source=f"{name}.txt")
    version = "first" if short is LISTS[name] else "second"
    return read.model_copy(update={"region": short.get("region"), "sha256": f"{name}-{version}"})


def empty(store: GraphStore) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


def read_anew(store: GraphStore, read: Iterable[Document]) -> State:
    """Read documents into the emptied store, at once; all findings are computed by that."""
    empty(store)
    read_documents(store, read)
    return state(store)


def state(store: GraphStore) -> State:
    """All that the graph holds, but for what is said of the last reading."""
    graph = read_subgraph(store)
    nodes = [node for node in graph.nodes if node.id not in TOLD_OF_READING]
    return {
        "nodes": Counter(_printed(node.label, node.id, _without_version(node.properties)) for node in nodes),
        "edges": Counter(
            _printed(edge.type, edge.start.id, edge.end.id, edge.properties) for edge in graph.edges
        ),
    }


def _without_version(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in properties.items() if name != VERSION}


def _printed(*facts: Any) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def differences(found: State, expected: State) -> dict[str, list[str]]:
    """What one state has that the other has not."""
    return {
        f"{sort} {side}": sorted(more)
        for sort in expected
        for side, more in (
            ("only found", found[sort] - expected[sort]),
            ("only expected", expected[sort] - found[sort]),
        )
        if more
    }


def test_the_lists_have_findings_to_compare(expected: State) -> None:
    kinds = {
        json.loads(node)[2].get("kind") for node in expected["nodes"] if json.loads(node)[0] == "Finding"
    }
    assert kinds >= {
        "overlap.duty",
        "overlap.duplicate",
        "overlap.vertical",
        "boundary.one_sided",
        "boundary.vague",
    }


@pytest.mark.parametrize("order", [CITY_LAST, CITY_LAST[::-1]], ids=["city last", "city first"])
def test_order_of_files_does_not_count(order: list[str], graph: GraphStore, expected: State) -> None:
    assert differences(read_anew(graph, documents(order)), expected) == {}


@pytest.mark.parametrize("order", [CITY_LAST, CITY_LAST[::-1]], ids=["city last", "city first"])
def test_one_by_one_is_as_all_at_once(order: list[str], graph: GraphStore, expected: State) -> None:
    empty(graph)
    for one in documents(order):
        read_documents(graph, [one])
    assert differences(state(graph), expected) == {}
    recompute(graph)
    assert differences(state(graph), expected) == {}


def test_a_list_replaced_in_between_leaves_no_trace(graph: GraphStore, expected: State) -> None:
    changed = documents(CHANGED, CHANGED)
    as_changed = read_anew(graph, [*documents(name for name in NAMES if name not in CHANGED), *changed])
    read_anew(graph, documents(NAMES))
    for one in changed:
        read_documents(graph, [one])
    assert differences(state(graph), as_changed) == {}
    for one in documents(CHANGED):
        read_documents(graph, [one])
    assert differences(state(graph), expected) == {}


@pytest.mark.parametrize("name", ["city-health", "yan-health", "yan-culture"])
def test_a_list_taken_out_leaves_no_trace(name: str, graph: GraphStore, expected: State) -> None:
    without = read_anew(graph, documents(one for one in NAMES if one != name))
    read_documents(graph, documents([name]))
    assert differences(state(graph), expected) == {}
    remove(graph, f"{name}.txt")
    assert differences(state(graph), without) == {}
    recompute(graph)
    assert differences(state(graph), without) == {}


@pytest.fixture(scope="module")
def linked(graph: GraphStore) -> State:
    """What the graph holds of all lists before anything is computed."""
    return link_anew(graph, documents(NAMES))


def link_anew(store: GraphStore, read: Iterable[Document]) -> State:
    """Put documents into the emptied store one by one and compute nothing."""
    empty(store)
    for one in read:
        ingest_document(store, one)
    collect_orphans(store)
    return state(store)


@given(order=st.permutations(NAMES), first=st.sampled_from(sorted(CHANGED)))
@settings(max_examples=4)
def test_bodies_and_links_in_any_order(
    order: list[str], first: str, graph: GraphStore, linked: State
) -> None:
    found = link_anew(graph, [*documents([first], CHANGED), *documents(order)])
    assert differences(found, linked) == {}


def test_a_body_named_by_another_list_is_the_one_that_publishes_its_own(graph: GraphStore) -> None:
    read_anew(graph, documents(["city-health", "yan-civil"]))
    rows = graph.read(
        "MATCH (d:Department)<-[e:ASSIGNED_TO]-(:Division) WHERE d.name ENDS WITH '民政局'"
        " RETURN d.id AS id, d.listed AS listed, e.printed AS printed"
    )
    assert rows == [{"id": "x-澄漪市砚川区:民政局", "listed": True, "printed": "澄漪市砚川区民政局"}]


def test_a_body_with_names_in_brackets_is_one_with_what_a_list_of_a_sibling_region_names(
    graph: GraphStore,
) -> None:
    for order in (["qing-health", "yan-health"], ["yan-health", "qing-health"]):
        read_anew(graph, documents(order))
        (linked,) = graph.read(
            "MATCH (d:Department)<-[e:ASSIGNED_TO]-(:Division) WHERE e.printed = '澄漪市砚川区卫生健康局'"
            " RETURN d.id AS id, d.listed AS listed"
        )
        assert linked == {"id": "x-澄漪市砚川区:卫生健康局（中医药管理局）", "listed": True}


def test_what_other_lists_teach_reaches_those_that_were_read_before(graph: GraphStore) -> None:
    number = "珍政办发〔2018〕3号"
    copying = {
        "department": "衡阳市蒸湘区民政局",
        "duties": [{"text": f"按照{number}文件核发证书"}],
        "citations": [{"title": "", "document_number": number}],
    }
    copied = document([copying], source="区.txt")
    titles = [
        {"title": f"衡阳市{name}办法", "document_number": f"珍政发〔2017〕{at}号"}
        for at, name in enumerate("甲乙", 1)
    ]
    teacher = document([{"department": "衡阳市财政局", "citations": titles}], source="市.txt")

    def slips() -> int:
        return int(
            graph.read("MATCH (f:Finding {kind: 'basis.foreign_region'}) RETURN count(f) AS n")[0]["n"]
        )

    read_anew(graph, [copied])
    assert slips() == 1
    read_documents(graph, [teacher])
    assert slips() == 0
    remove(graph, "市.txt")
    assert slips() == 1


def test_a_topic_tells_bodies_of_one_short_name_apart(graph: GraphStore) -> None:
    work = [{"text": "核发养老机构补贴", "tasks": [{"text": "核发养老机构补贴"}]}]
    parts = [
        {"department": "区民政局", "division": "核发养老机构补贴"},
        {"department": "市民政局", "division": "复核养老机构补贴"},
        {"department": "区财政局", "division": "核发养老机构补贴"},
    ]
    matter = {"matter": "养老机构补贴核发", "parties": parts}
    lists = [
        {"department": "澄漪市民政局", "duties": [{"text": "监督检查殡仪馆"}]},
        {"department": "澄漪市砚川区民政局", "duties": [{"text": "监督检查公墓"}]},
        {"department": "澄漪市砚川区财政局", "duties": work, "boundaries": [matter]},
    ]
    read_anew(graph, [document([one], source=f"{one['department']}.txt") for one in lists])
    rows = graph.read("MATCH (t:Topic) RETURN t.sentence_zh AS sentence, t.departments AS departments")
    told = [
        row["sentence"] for row in rows if {"澄漪市民政局", "澄漪市砚川区民政局"} <= set(row["departments"])
    ]
    assert told
    assert all("澄漪市民政局" in one and "澄漪市砚川区民政局" in one for one in told)
