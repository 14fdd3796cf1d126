"""The start page: the matrix of departments, the region that is kept; and a document with its margin."""

from itertools import combinations
from urllib.parse import quote, urlencode

import pytest

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.read.pairs import Between, between_bodies, is_overlap
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.visualize.matrix import MOST, matrix
from dutygraph.visualize.texts import text
from tests.visualize.conftest import Fetch, browser, rows_of
from tests.visualize.markup import parse

TWO_REGIONS = """云溪市澜江区档案局责任清单
一、部门职责
序号\t主要职责\t工作事项\t承办股室
1\t负责档案查阅登记，保管本级机关档案，开展档案宣传教育，指导乡镇街道档案工作\t登记查阅人员，保管各门类档案，组织档案日活动\t
{more}
云溪市白石区档案局责任清单
一、部门职责
序号\t主要职责\t工作事项\t承办股室
1\t负责档案抢救保护，推进档案数字化\t修裱破损档案，扫描存量档案\t
"""


def test_the_matrix_counts_what_a_cell_opens(page: Fetch, sample: GraphStore) -> None:
    entries = list_findings(sample)
    between = between_bodies(sample, entries)
    listed = [body for body in bodies(sample).values() if body.listed]
    drawn = matrix(listed, between)
    for cell in (cell for row in drawn.rows for cell in row if cell):
        pair = {cell.a.id, cell.b.id}
        both = [entry for entry in entries if pair <= set(entry.department_ids)]
        assert cell.between.findings == len(both)
        assert cell.between.overlaps == sum(map(is_overlap, both))
    strongest = drawn.pairs[0]
    assert strongest.between.overlaps == max(cell.between.overlaps for cell in drawn.pairs)
    start = page("/")
    ids = {"department": strongest.a.id, "other": strongest.b.id}
    address = f"/findings?{urlencode(ids, quote_via=quote, safe='')}&on_demand=1"
    assert address in start.links
    assert len(rows_of(page(address))) == strongest.between.findings


def test_the_matrix_counts_as_the_classes_do(sample: GraphStore) -> None:
    """An overlap that is mild is one in the cell as well."""
    entries = [one for one in list_findings(sample) if one.class_ in ("duplication", "overlap")]
    mild = next(one for one in entries if one.severity == "low" and len(one.department_ids) == 2)
    told = between_bodies(sample, [mild])
    assert told[frozenset(mild.department_ids)].overlaps == 1
    for one in ("class_duplication", "class_overlap"):
        assert f"“{text(one, 'zh')}”" in text("matrix_note", "zh")


def test_a_declared_boundary_is_marked_for_every_two_parties(sample: GraphStore) -> None:
    between = between_bodies(sample, [])
    assert between
    assert all(one.findings == 0 and one.declared > 0 for one in between.values())
    drawn = matrix(bodies(sample).values(), between)
    assert {frozenset((cell.a.id, cell.b.id)) for cell in drawn.pairs} == set(between)


def test_too_many_bodies_are_a_table_only() -> None:
    crowd = [NamedBody(f"b{n}", f"局{n}", f"局{n}", True, None, None, None) for n in range(MOST + 1)]
    drawn = matrix(crowd, {frozenset((a.id, b.id)): Between(1, 1) for a, b in combinations(crowd, 2)})
    assert drawn.rows == []
    assert len(drawn.pairs) == len(crowd) * MOST // 2
    assert matrix(crowd, {}).bodies == []


def test_a_region_is_chosen_once_and_kept(folder_store: GraphStore) -> None:
    ingest_document(folder_store, parse_bytes(TWO_REGIONS.format(more="").encode(), "档案局.txt"))
    recompute(folder_store)
    here, there = (body for body in bodies(folder_store).values() if body.listed)
    assert here.region != there.region
    with browser(folder_store) as client:
        both = parse(client.get("/findings").text)
        only = parse(client.get("/findings", params={"region": here.region}).text)
        assert 0 < len(rows_of(only)) < len(rows_of(both))
        again = client.get("/findings")
        assert again.url.params["region"] == here.region
        assert rows_of(parse(again.text)) == rows_of(only)
        assert there.name not in parse(client.get("/").text).text
        every = client.get("/findings?region=")
        assert rows_of(parse(every.text)) == rows_of(both)
        assert rows_of(parse(client.get("/findings").text)) == rows_of(both)
        client.cookies.set("region", "nowhere")
        assert client.get("/findings").status_code == 200


def test_a_document_has_every_statement_and_its_warnings_in_the_margin(folder_store: GraphStore) -> None:
    document = parse_bytes(TWO_REGIONS.format(more="顺延一行").encode(), "档案局.txt")
    warnings = [warning for read in document.lists for warning in read.warnings]
    assert warnings
    ingest_document(folder_store, document)
    recompute(folder_store)
    with browser(folder_store) as client:
        shown = parse(client.get("/documents/档案局.txt/source?line=9").text)
        for text in ("负责档案查阅登记", "负责档案抢救保护", *(warning.message for warning in warnings)):
            assert text in shown.text
        (here,) = [row for row in shown.all("tr") if row.get("id") == "here"]
        assert here["class"] == "here"
        assert sum(link.startswith("/findings/") for link in shown.links) >= 2
        assert sum(link.startswith("/statements/") for link in shown.links) == 6
        assert client.get("/documents/没有.txt/source").status_code == 404
        assert client.get("/documents/档案局.txt/source?part=9").status_code == 200
        assert client.get("/documents/档案局.txt/source?parts=9").status_code == 422


def test_a_start_page_of_many_districts_ends(page: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = page("/")
    monkeypatch.setattr("dutygraph.api.pages.start._ROWS", 3)
    few = page("/?lang=zh")  # another address: answers are kept
    assert "涉及 14 个部门" in few.text
    assert len(few.all("tr")) < len(whole.all("tr"))
    assert few.links.count("/departments") == whole.links.count("/departments") + 1
    assert few.links.count("/documents") == whole.links.count("/documents") + 1
