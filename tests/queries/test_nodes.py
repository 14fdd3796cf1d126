"""Any two nodes: found by id or name, the paths between them, what is tied to one and what hangs on it."""

from itertools import pairwise
from typing import Any

import pytest

from dutygraph.graph.analysis.neighbourhood import Direction, PathLimits
from dutygraph.graph.analysis.paths import Which
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.neighbours import dependents, neighbours, node_card
from dutygraph.queries.catalogue.nodes import find_node
from dutygraph.queries.catalogue.paths import PathsAnswer, paths_between
from dutygraph.queries.errors import AmbiguousNameError, UnknownNodeError
from tests.queries.short import load

CIVIL, FOREST, MONEY = "云溪市澜江区民政局", "云溪市澜江区林业局", "云溪市澜江区财政局"
LAW = "殡葬管理条例"
PARTS = [
    {"department": "区民政局", "division": "审批公墓。"},
    {"department": "区林业局", "division": "审核占用林地。"},
]


def a_list(body: str, **more: Any) -> dict[str, Any]:
    task = {"text": f"{body}办的事。", "office": "办公室"}
    return {
        "department": f"云溪市澜江区{body}",
        "duties": [{"text": f"{body}的职责。", "tasks": [task]}],
        **more,
    }


@pytest.fixture
def district(store: GraphStore) -> GraphStore:
    """Three lists: one declares a matter, two cite one law, and all inspect anybody."""
    regime = [{"title": "检查制度", "targets": "工作人员"}]
    cited = [{"title": LAW}]
    load(
        store,
        [
            a_list(
                "民政局",
                boundaries=[{"matter": "公墓管理", "parties": PARTS}],
                citations=cited,
                supervision=regime,
            ),
            a_list("林业局", citations=cited, supervision=regime),
            a_list("财政局", supervision=regime),
            a_list("水务局"),
        ],
    )
    return store


def ask(  # noqa: PLR0913 - what can be asked
    store: GraphStore,
    source: str,
    target: str,
    which: Which = "simple",
    *,
    edges: tuple[str, ...] = (),
    direction: Direction = "any",
    hops: int = 8,
) -> PathsAnswer:
    limits = PathLimits(hops, 10, 10, edges, direction)
    return paths_between(store, source, target, limits, which)


def passed(answer: PathsAnswer) -> list[list[str]]:
    return [[step.end.name for step in path.steps] for path in answer.paths]


def test_a_node_goes_by_its_id_and_its_name(district: GraphStore) -> None:
    for text, kind in {
        CIVIL: "Department", "区民政局": "Department", "公墓管理": "SharedMatter", "公墓": "SharedMatter",
        LAW: "LegalBasis", "工作人员": "SupervisionTarget", "审批公墓。": "",
    }.items():  # fmt: skip
        if kind:
            found = find_node(district, text)
            assert found.kind == kind
            assert find_node(district, found.id) == found
        else:
            with pytest.raises(UnknownNodeError):
                find_node(district, text)


def test_a_name_with_several_meanings_names_them(district: GraphStore) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_node(district, "办公室")
    assert [choice.within for choice in caught.value.choices] == sorted(
        f"云溪市澜江区{body}" for body in ("民政局", "林业局", "财政局", "水务局")
    )
    assert CIVIL in caught.value.text.zh
    assert find_node(district, caught.value.choices[0].id).kind == "Office"


def test_the_shortest_paths_are_all_of_the_fewest_steps(district: GraphStore) -> None:
    answer = ask(district, "民政局", "林业局", "shortest")
    assert passed(answer) == [["公墓管理", "审核占用林地。", FOREST]]
    one = ask(district, LAW, "林业局", "shortest")
    assert {len(path.steps) for path in one.paths} == {2}


def test_simple_paths_come_best_first_and_pass_no_node_twice(district: GraphStore) -> None:
    paths = ask(district, "民政局", "林业局").paths
    assert len(paths) > 2
    lengths = [len(path.steps) for path in paths]
    assert lengths[0] == min(lengths)
    for path in paths:
        nodes = [path.steps[0].start.id, *(step.end.id for step in path.steps)]
        assert len(nodes) == len(set(nodes))
        assert all(before.end == after.start for before, after in pairwise(path.steps))
    assert len({tuple(step.end.id for step in path.steps) for path in paths}) == len(paths)


def test_paths_apart_share_nothing_between_the_ends(district: GraphStore) -> None:
    inner = [path.steps[:-1] for path in ask(district, "民政局", "林业局", "apart").paths]
    every = [step.end.id for steps in inner for step in steps]
    assert len(inner) > 1
    assert len(every) == len(set(every))


def test_whom_everybody_inspects_ties_nothing(district: GraphStore) -> None:
    assert passed(ask(district, "民政局", "财政局")) == []
    assert passed(ask(district, "民政局", "工作人员"))[0] == ["检查制度", "工作人员"]


def test_paths_follow_only_the_edges_that_are_asked_for(district: GraphStore) -> None:
    answer = ask(district, "民政局", "林业局", edges=("HAS_DUTY", "BASED_ON", "RUNS"))
    assert all(
        step.edge.name in ("HAS_DUTY", "BASED_ON", "RUNS") for path in answer.paths for step in path.steps
    )
    assert LAW in {name for names in passed(answer) for name in names}
    assert passed(ask(district, "民政局", "林业局", edges=("HAS_OFFICE",))) == []


def test_paths_can_be_bound_to_a_direction(district: GraphStore) -> None:
    down = ask(district, "民政局", LAW, direction="forward")
    assert down.paths
    assert all(step.forward for path in down.paths for step in path.steps)
    up = ask(district, LAW, "民政局", direction="backward")
    assert up.paths
    assert not any(step.forward for path in up.paths for step in path.steps)
    assert ask(district, LAW, "民政局", direction="forward").paths == []


def test_a_path_is_no_longer_than_asked_for(district: GraphStore) -> None:
    assert ask(district, "民政局", "林业局", hops=2).paths == []
    assert {len(path.steps) for path in ask(district, "民政局", "林业局", hops=3).paths} == {3}


def test_a_path_reads_as_a_sentence(district: GraphStore) -> None:
    (path, *_) = ask(district, "民政局", "林业局").paths
    assert path.sentence.zh == (
        f"{CIVIL}的清单载明管理事项“公墓管理”；该管理事项的分工中有职责分工“审核占用林地。”；该职责分工分给{FOREST}。"
    )
    assert path.sentence.en == (
        f"{CIVIL} declares the shared matter “公墓管理”, which has among its parts the division “审核占用林地。”,"
        f" which is given to {FOREST}."
    )


def test_each_step_names_the_text_it_rests_on(district: GraphStore) -> None:
    for path in ask(district, "民政局", "林业局").paths:
        stated = [step for step in path.steps if ontology().is_stated(ontology().edge(step.edge.name))]
        assert stated
        for step in stated:
            assert all((step.text, step.source, step.locator)), step


def test_a_node_and_itself_have_no_path(district: GraphStore) -> None:
    assert ask(district, "民政局", "民政局").paths == []


def test_neighbours_come_in_pages_with_counts_of_all(district: GraphStore) -> None:
    whole = neighbours(district, "民政局", None, None, (0, 1000))
    assert whole.total == len(whole.rows) == sum(count.count for count in whole.counts)
    pages = [neighbours(district, "民政局", None, None, (at, 2)) for at in range(0, whole.total, 2)]
    assert [row for page in pages for row in page.rows] == whole.rows
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]
    duties = neighbours(district, "民政局", "HAS_DUTY", "Duty", (0, 10))
    assert [row.name for row in duties.rows] == ["民政局的职责。"]
    assert (duties.total, duties.counts) == (1, whole.counts)


def test_a_card_has_what_the_graph_knows(district: GraphStore) -> None:
    card = node_card(district, "公墓管理")
    assert (card.node.name, card.node.within) == ("公墓管理", CIVIL)
    assert card.properties["matter"] == "公墓管理"
    assert card.node.locator
    assert {count.edge.name for count in card.counts} >= {"ABOUT", "DECLARED_BY"}


def affected(store: GraphStore, text: str, depth: int = 3) -> set[tuple[int, str]]:
    return {(row.depth, row.node.name) for row in dependents(store, text, depth, (0, 1000)).rows}


def test_what_hangs_on_a_body(district: GraphStore) -> None:
    found = affected(district, "林业局")
    assert {
        (1, "林业局的职责。"),
        (2, "林业局办的事。"),
        (1, "审核占用林地。"),
        (2, "公墓管理"),
        (3, "审批公墓。"),
    } <= found
    assert not {name for _, name in found} & {CIVIL, LAW, "民政局的职责。"}


def test_what_hangs_on_a_law_a_matter_and_an_office(district: GraphStore) -> None:
    assert affected(district, LAW, 1) == {(1, "检查制度")}
    assert affected(district, "公墓管理", 1) == {(1, "审批公墓。"), (1, "审核占用林地。")}
    office = node_office(district)
    assert affected(district, office) == {(1, "民政局办的事。")}


def node_office(store: GraphStore) -> str:
    rows = neighbours(store, "民政局", "HAS_OFFICE", None, (0, 10)).rows
    return rows[0].id


def test_dependents_come_in_pages_with_counts_of_all(district: GraphStore) -> None:
    whole = dependents(district, "民政局", 3, (0, 1000))
    assert whole.total == len(whole.rows) == sum(count.count for count in whole.counts)
    part = dependents(district, "民政局", 3, (1, 2))
    assert part.rows == whole.rows[1:3]
    assert part.more
    assert part.counts == whole.counts
    assert [row.depth for row in whole.rows] == sorted(row.depth for row in whole.rows)


def test_every_dependency_is_told_both_ways() -> None:
    kinds = ontology().dependencies()
    assert len(kinds) > 10
    for kind in kinds:
        assert kind.forth
        assert kind.back
