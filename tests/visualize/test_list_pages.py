"""A page for every list, for what hangs on a law, an office, a target or a matter, and for paths."""

import csv
from urllib.parse import quote, unquote

import pytest

from dutygraph.api.routes.lists import LISTS
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.analysis.metrics import measure, project
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import region_code
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.models import BESIDE
from dutygraph.queries.findings.read.findings import stored_findings
from tests.queries.short import load
from tests.visualize.conftest import Fetch, browser
from tests.visualize.markup import parse

CIVIL = "云溪市澜江区民政局"


@pytest.mark.parametrize("address", LISTS)
def test_a_browser_gets_a_page_for_every_list(address: str, page: Fetch, sample: GraphStore) -> None:
    shown = page(address)
    for other in LISTS:
        assert other in shown.links
    (row, *_) = run_query(sample, LISTS[address][0], {"limit": 1}).rows
    named = str(next(value for value in row.values() if value))
    assert named in shown.text


@pytest.mark.parametrize(
    ("address", "query", "column", "leads"),
    [
        ("/laws", "laws", "id", "/laws/"),
        ("/offices", "offices", "id", "/offices/"),
        ("/targets", "targets", "id", "/targets/"),
        ("/matters", "matters", "id", "/matters/"),
        ("/tasks", "tasks", "office_id", "/offices/"),
        ("/tasks", "tasks", "duty_id", "/statements/"),
        ("/services", "services", "id", "/services/"),
        ("/regions", "regions", "id", "/regions/"),
    ],
)
def test_every_name_is_a_link(  # noqa: PLR0913 - a case has four parts
    address: str, query: str, column: str, leads: str, page: Fetch, sample: GraphStore
) -> None:
    (row, *_) = run_query(sample, query, {"limit": 1}).rows
    link = f"{leads}{quote(row[column], safe=':' if leads[-1] == '/' else '')}"
    assert link in page(address).links
    page(link)


def test_the_address_of_a_page_takes_no_more_rows_than_are_allowed(sample: GraphStore) -> None:
    with browser(sample, ServiceSettings(max_rows=2, page_size=50)) as client:
        few, *more = (client.get(f"/duties?{asked}") for asked in ("", "limit=1000", "limit=1000&offset=7"))
        rows = few.text.count("<tr")
        assert [shown.text.count("<tr") for shown in more] == [rows, rows]
        assert "limit=1000" not in more[0].text.partition("<main")[2].replace("lang=", "")
        following = client.get("/duties?limit=1000&page=2").text
    assert following.count("<tr") == rows
    assert following != few.text


@pytest.mark.parametrize("address", ["/search", "/duties", "/queries/duties", "/graph"])
def test_the_names_of_all_departments_are_offered(folder_store: GraphStore, address: str) -> None:
    many = (
        "UNWIND range(1, 501) AS n"
        " CREATE (:Department {id: 'd' + toString(n), name: '第' + toString(n) + '局', listed: true})"
    )
    folder_store.write(lambda tx: tx.run(many))
    with browser(folder_store) as client:
        options = client.get(address).text.count("<option value=")
    assert options >= 501


def test_what_a_finding_only_shows_beside_is_not_marked(sample: GraphStore) -> None:
    findings = stored_findings(sample).findings
    about = {node.id for one in findings for node in one.nodes if node.role not in BESIDE}
    beside = {node.id: node.department_id for one in findings for node in one.nodes} | dict.fromkeys(
        about, ""
    )
    with browser(sample) as client:
        pages = {body: client.get(f"/departments/{body}").text for body in set(beside.values()) - {""}}
    assert pages
    marked = {id_ for page in pages.values() for id_ in beside if f'marked" id="{id_}"' in page}
    assert not {id_ for id_ in marked if beside[id_]}


def test_documents_show_what_was_placed_and_lead_to_the_source(page: Fetch) -> None:
    shown = page("/documents")
    assert "91.9%" in shown.text
    assert any(
        link.startswith("/documents/02-market.txt/source?") and link.endswith("#here") for link in shown.links
    )


def test_lists_are_filtered_and_turned_over(page: Fetch, sample: GraphStore) -> None:
    first = page("/tasks?text=检查")
    assert "?text=%E6%A3%80%E6%9F%A5&format=csv" in first.links
    everything = page("/tasks")
    assert "?page=2" in everything.links
    assert "?page=1" in page("/tasks?page=2").links
    with browser(sample) as client:
        assert client.get("/tasks?page=0").status_code == 422
        assert client.get("/tasks?txt=1").status_code == 422
        assert client.get("/tasks?department=无此局").status_code == 404


@pytest.mark.parametrize(
    ("address", "query"),
    [("/departments", "departments"), ("/departments", "mentioned"), ("/metrics", "hubs")],
)
def test_what_has_no_room_stands_on_the_next_page(address: str, query: str, sample: GraphStore) -> None:
    named = {row["id"] for row in run_query(sample, query, {"limit": 1000}).rows}
    seen: set[str] = set()
    way: str | None = ""
    with browser(sample, ServiceSettings(max_rows=5)) as client:
        while way is not None:
            shown = parse(client.get(f"{address}{way}").text)
            seen |= {unquote(link.removeprefix("/departments/")) for link in shown.links}
            way = shown.next_page
    assert named <= seen


def test_a_region_shows_its_departments_however_many_others_there_are(folder_store: GraphStore) -> None:
    names = ["云溪市澜江区民政局", "云溪市澜江区财政局", "云溪市澜江区统计局", "云溪市霁原区民政局"]
    load(folder_store, [{"department": name} for name in names])
    for region, body in (("澜江区", names[0]), ("霁原区", names[-1])):
        with browser(folder_store, ServiceSettings(max_rows=2)) as client:
            assert body in parse(client.get(f"/regions/{region}").text).text


def test_generic_targets_stand_apart(page: Fetch, sample: GraphStore) -> None:
    rows = run_query(sample, "targets", {}).rows
    assert ("指不出是谁" in page(f"/targets?text={rows[-1]['target']}").text) == rows[-1]["generic"]
    assert "指不出是谁" not in page(f"/targets?text={quote(rows[0]['target'])}").text
    card = page(f"/targets/{rows[0]['id']}")
    assert rows[0]["regime"] in card.text
    assert rows[0]["department"] in card.text


def test_a_law_shows_what_rests_on_it_by_department(page: Fetch) -> None:
    card = page("/laws/食品安全法")
    assert "2 个部门" in card.text


def test_a_matter_stands_side_by_side(page: Fetch, sample: GraphStore) -> None:
    matter = next(
        row
        for row in run_query(sample, "matters", {}).rows
        if row["matter"] == "校车安全管理" and "交通" in row["declared_by"]
    )
    shown = page(f"/matters/{matter['id']}")
    assert shown.text.count("校车安全管理") > 1  # the other list that declares it is named
    assert "/departments/云溪市澜江区教育和体育局" in map(unquote, shown.links)


def test_paths_are_sentences_and_steps(page: Fetch) -> None:
    form = page("/paths")
    examples = [link for link in form.links if link.startswith("/paths?")]
    assert len(examples) == 3
    assert page(examples[0]).all("article")
    assert not [link for link in page(examples[0]).links if link.startswith("/paths?")]
    assert CIVIL in [one.get("value") for one in form.all("option")]
    shown = page("/paths?source=区民政局&target=区财政局&hops=4&paths=2")
    assert shown.text.count("该管理事项的分工中有") >= 1
    assert len([one for one in shown.all("article") if one["class"] == "finding path"]) == 2
    assert any(link.startswith("/statements/division-") for link in shown.links)
    only = page("/paths?source=区民政局&target=区财政局&edge=HAS_OFFICE")
    assert "没有路径" in only.text


def test_an_end_that_means_several_is_chosen_from_links(sample: GraphStore) -> None:
    with browser(sample) as client:
        answer = client.get("/paths?source=办公室&target=区财政局")
        assert answer.status_code == 300
        links = [link for link in parse(answer.text).links if "source=x-" in link]
        assert len(links) > 1
        assert client.get(f"/paths{links[0]}").status_code == 200
        assert client.get("/paths?source=无此处&target=区财政局").status_code == 404


def test_an_ambiguous_name_leads_to_each(sample: GraphStore) -> None:
    with browser(sample) as client:
        answer = client.get("/offices/办公室")
        assert answer.status_code == 300
        links = [link for link in parse(answer.text).links if link.startswith("/offices/x-")]
        assert len(links) > 1
        assert client.get(links[0]).status_code == 200


@pytest.mark.parametrize("kind", ["gaps", "metrics", "overlaps", "matters", "bases"])
def test_every_kind_of_picture_that_is_named_is_drawn(kind: str, page: Fetch) -> None:
    assert any(one.get("id") == "graph" for one in page(f"/graph?kind={kind}").all("div"))


@pytest.mark.parametrize("region", ["云溪市澜江区", "澜江区", "x-云溪市澜江区"])
def test_the_network_of_a_region_is_that_of_the_command(region: str, page: Fetch, sample: GraphStore) -> None:
    measured = {
        one.id: one.hub for one in measure(project(sample, "all", region_code(sample, region))).bodies
    }
    rows = run_query(sample, "hubs", {"region": region}).rows
    assert {row["id"]: row["hub"] for row in rows} == measured
    assert rows[0]["department"] in page(f"/metrics?region={region}").text


def test_a_table_of_findings_holds_what_the_page_lists(sample: GraphStore) -> None:
    with browser(sample) as client:
        shown = parse(client.get("/findings").text)
        (link,) = (one for one in shown.links if "format=csv" in one)
        rows = list(csv.DictReader(client.get(link).text.removeprefix("\ufeff").splitlines()))
        total = int(shown.text.split("共 ")[1].split(" 条")[0])
        (as_json,) = (one for one in shown.links if "format=json" in one)
        assert client.get(as_json).json()["total"] == total
    assert len({row["编号"] for row in rows if row["编号"].startswith("finding-")}) == total
