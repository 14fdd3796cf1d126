"""What the pages over the sample district say."""

import re

from fastapi.testclient import TestClient

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.catalogue.bodies import short_names
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.models import ON_DEMAND
from dutygraph.visualize.wording import in_short
from tests.queries.found import find
from tests.visualize.conftest import Fetch, browser, rows_of
from tests.visualize.markup import parse

CIVIL = "云溪市澜江区民政局"
READ_IN_PART = """云溪市澜江区气象局责任清单
一、部门职责
序号\t主要职责\t工作事项\t承办股室\t联动口令
1\t负责预警。\t发布信号。\t预报股\t收到上级指令后一小时以内
"""


def test_the_start_page_says_what_was_read_and_found(page: Fetch, sample: GraphStore) -> None:
    start = page("/")
    assert "已读 8 个文件、14 份清单，涉及 14 个部门" in start.text
    assert f"有 {len(find(sample).findings)} 条问题线索" in start.text
    assert "01-civil-education-health.txt" in start.text
    assert "分工未写入对方清单" in start.text
    for row in run_query(sample, "departments", {}).rows:
        assert row["department"] in start.text


def test_an_empty_graph_says_what_to_do(folder_store: GraphStore) -> None:
    with browser(folder_store) as client:
        response = client.get("/")
        assert response.status_code == 200
        assert "dutygraph ingest" in response.text
        for address in ("/departments", "/findings", "/graph", "/graph?kind=gaps", "/queries", "/schema"):
            assert client.get(address).status_code == 200


def test_english_is_a_choice_that_stays(sample: GraphStore) -> None:
    with browser(sample) as client:
        assert "问题线索" in client.get("/").text
        english = client.get("/?lang=en")
        assert "Findings" in english.text
        assert 'lang="en"' in english.text
        assert "Shared matters" in client.get("/departments/区民政局").text
        assert "问题线索" in client.get("/findings?lang=zh").text
        assert "问题线索" in client.get("/findings?lang=xx").text


def test_switching_the_language_keeps_the_place(page: Fetch) -> None:
    links = page("/search?q=%E6%A1%A3%E6%A1%88&department=").links
    assert "?q=%E6%A1%A3%E6%A1%88&department=&lang=en" in links


def test_a_department_page_holds_its_whole_list(page: Fetch, sample: GraphStore) -> None:
    shown = page("/departments/区民政局")
    text = shown.text
    for row in run_query(sample, "duties", {"department": CIVIL}).rows:
        assert row["duty"] in text
        assert (row["task"] or "") in text
    for row in run_query(sample, "services", {"department": CIVIL}).rows:
        assert row["service"] in text
    found = find(sample, department=CIVIL).findings
    later = [one for one in found if one.class_ in ON_DEMAND]
    names = short_names(sample)
    for finding in found:
        assert (in_short(finding.sentence.zh, names) in text) != (finding in later)
    assert later
    (rest,) = (link for link in shown.links if link.startswith("/findings?") and "on_demand=1" in link)
    assert f"共 {len(found)} 条" in page(rest).text


def test_departments_are_counted_as_their_lists_show_them(page: Fetch) -> None:
    listed = page("/findings?department=区民政局").text
    for place in ("/", "/departments", "/regions/澜江区"):
        (count,) = re.findall(rf"{CIVIL}\s+[\d–]+\s+(\d+)\s", page(place).text)
        assert f"共 {count} 条" in listed


def test_a_list_that_was_read_in_part_says_so_on_top(folder_store: GraphStore) -> None:
    document = parse_bytes(READ_IN_PART.encode(), "气象局.txt")
    ingest_document(folder_store, document)
    (share,) = [f"{found.placed:.1%}" for found in document.lists]
    with browser(folder_store) as client:
        text = client.get("/departments/区气象局").text
        assert f"未读全：只有 {share} 的文字归入了内容（未读全的章节：部门职责）" in text
        assert text.index("未读全") < text.index("负责预警")
        assert f"未读全（已归入 {share}）" in client.get("/").text


def test_a_list_that_was_read_says_nothing_of_it(page: Fetch) -> None:
    assert "未读全" not in page("/departments/区民政局").text


def test_a_body_without_a_list_has_a_page(page: Fetch) -> None:
    assert "没有自己的清单" in page("/departments/公安澜江分局").text


def test_findings_are_filtered_and_paged(page: Fetch, sample: GraphStore) -> None:
    whole = [finding.id for finding in find(sample).findings if finding.class_ not in ON_DEMAND]
    first, second = page("/findings"), page("/findings?page=2")
    assert f"共 {len(whole)} 条" in first.text
    assert (rows_of(first), rows_of(second)) == (whole[:50], whole[50:100])
    few = [f.id for f in find(sample).findings if f.kind == "gap.target" and CIVIL in f.departments]
    assert rows_of(page("/findings?kind=gap.target&department=区民政局")) == few != []


def test_a_finding_shows_its_evidence_with_places(page: Fetch, sample: GraphStore) -> None:
    finding = next(f for f in find(sample).findings if f.kind == "boundary.one_sided")
    shown = page(f"/findings/{finding.id}")
    division = finding.nodes[0]
    assert division.text in shown.text
    assert f"{division.source}\u00a0· 第{division.locator['line']}行" in shown.text
    assert f"/statements/{division.id}" in shown.links
    assert f"/documents/{division.source}/source?line={division.locator['line']}#here" in shown.links
    assert "明确职责边界" in shown.text


def test_every_kind_and_option_has_words(sample: GraphStore) -> None:
    with browser(sample) as client:
        kinds = {finding.kind: finding.id for finding in find(sample).findings}
        for lang in ("zh", "en"):
            for id_ in kinds.values():
                assert client.get(f"/findings/{id_}?lang={lang}").status_code == 200


def test_a_source_page_shows_the_statement_and_its_neighbours(page: Fetch, sample: GraphStore) -> None:
    row = run_query(sample, "duties", {"department": CIVIL}).rows[4]
    shown = page(f"/statements/{row['task_id']}")
    assert row["task"] in shown.text
    assert row["office"] in shown.text
    assert row["source"] in shown.text
    assert f"第{row['locator']['line']}行" in shown.text
    assert sum(link.startswith("/statements/") for link in shown.links) >= 6


def test_search_marks_what_was_looked_for(page: Fetch) -> None:
    shown = page("/search?q=档案")
    assert shown.all("mark")
    assert re.search(r"共 \d+ 条", shown.text)
    assert "没有" not in page("/search").text


def test_a_query_is_asked_by_its_form(page: Fetch) -> None:
    form = page("/queries/duties")
    names = {attributes.get("name") for attributes in form.all("input")}
    assert {"department", "limit"} <= names
    assert not form.all("tbody")
    answer = page("/queries/duties?department=区民政局&limit=5")
    assert "5 行" in answer.text
    assert any(link.startswith("/queries/duties?") and "format=csv" in link for link in answer.links)


def test_a_mistake_in_a_form_is_said_beside_it(sample: GraphStore) -> None:
    with browser(sample) as client:
        response = client.get("/queries/duties?department=区没有局&limit=5")
        assert response.status_code == 422
        assert "区没有局" in response.text
        assert 'role="alert"' in response.text
        assert "<form" in response.text


def test_data_and_page_live_at_one_address(sample: GraphStore) -> None:
    with browser(sample) as client:
        for address in (
            "/departments",
            "/findings",
            "/schema",
            "/queries",
            "/queries/departments",
            "/search?q=档案",
        ):
            assert client.get(address).headers["content-type"].startswith("text/html")
            data = client.get(address, headers={"accept": "*/*"})
            assert data.headers["content-type"] == "application/json"
            joined = f"{address}{'&' if '?' in address else '?'}format=json"
            assert client.get(joined).json() == data.json()


def test_a_wrong_parameter_is_named_as_it_was_given(sample: GraphStore) -> None:
    with browser(sample) as client:
        said = parse(client.get("/findings?class=odd").text).text
    assert "参数“class”只能是" in said
    assert "query." not in said


def test_the_twin_of_a_page_is_its_data(sample: GraphStore) -> None:
    with browser(sample) as client:
        assert "format=json" in client.get("/departments/区民政局").text
        assert client.get("/departments/区民政局?format=json").json()["name"] == CIVIL


def test_the_description_of_the_api_is_drawn_without_the_network(page: Fetch, sample: GraphStore) -> None:
    docs = page("/docs")
    with browser(sample) as client:
        files = [*(s["src"] for s in docs.all("script")), *(link["href"] for link in docs.all("link"))]
        assert files
        for address in files:
            assert client.get(str(address)).status_code == 200


def test_vendored_code_comes_with_its_licences(sample: GraphStore) -> None:
    client: TestClient = browser(sample)
    with client:
        for licence in ("LICENSE-MIT", "LICENSE-APACHE-2.0"):
            assert client.get(f"/vendor/vis-network-10.1.5/{licence}").status_code == 200
