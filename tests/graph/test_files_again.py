"""What a file is to the graph: its name and its content; and what becomes of its lists when it is read again."""

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.health import examine
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.ingest.records import Document
from dutygraph.queries.catalogue.documents import document_card
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import AmbiguousNameError
from dutygraph.queries.findings.update.reading import read_documents

BODIES = ("档案局", "水利局", "民政局")
DISTRICT = "云溪市澜江区"
HEADER = "\t".join(("序号", "主要职责", "具体工作事项", "责任科室"))


def a_list(body: str, duty: str = "管好本职工作", title: str = "责任清单") -> str:
    return f"{body}{title}\n一、部门职责\n{HEADER}\n1\t{body}{duty}\t逐项登记\t综合科\n"


def a_file(source: str, *lists: str, region: str | None = None) -> Document:
    return parse_bytes("".join(lists).encode(), source).model_copy(update={"region": region})


def read(store: GraphStore, *documents: Document) -> list[tuple[str, str]]:
    return told(read_documents(store, documents).changes)


def told(changes: Iterable[ListChange]) -> list[tuple[str, str]]:
    return [(change.department, change.state) for change in changes]


def held(store: GraphStore) -> list[tuple[str, str]]:
    """The bodies with lists, and the file of each."""
    rows = run_query(store, "documents", {}).rows
    assert examine(store) == []
    return sorted((row["department"], row["source"]) for row in rows)


@pytest.mark.parametrize("where", ["", DISTRICT])
def test_files_of_one_name_in_one_reading_are_as_many(where: str, store: GraphStore) -> None:
    documents = [a_file("责任清单.txt", a_list(where + body)) for body in BODIES]
    assert [state for _, state in read(store, *documents)] == ["added"] * 3
    before = held(store)
    assert [body for body, _ in before] == sorted(where + body for body in BODIES)
    assert len({source for _, source in before}) == 3
    assert {state for _, state in read(store, *documents)} == {"unchanged"}
    assert held(store) == before


@pytest.mark.parametrize("order", list(itertools.permutations(["a.txt", "b.txt"])))
@pytest.mark.parametrize(("where", "files"), [("", ["a.txt", "b.txt"]), (DISTRICT, ["a.txt"])])
def test_the_same_bytes_under_two_names_stay_where_they_are(
    where: str, files: list[str], order: tuple[str, ...], store: GraphStore
) -> None:
    documents = [a_file(name, a_list(f"{where}档案局")) for name in order]
    read(store, *documents)
    before = held(store)
    assert [source for _, source in before] == files
    assert {state for _, state in read(store, *documents)} == {"unchanged"}
    assert held(store) == before
    if len(files) == 2:
        with pytest.raises(AmbiguousNameError):
            document_card(store, documents[0].sha256)
        assert [row["source"] for row in document_card(store, "b.txt").lists] == ["b.txt"]


@pytest.mark.parametrize("where", ["", DISTRICT])
def test_what_a_file_does_not_bring_again_goes_and_is_told(where: str, store: GraphStore) -> None:
    archive, library = a_list(f"{where}档案局"), a_list(f"{where}图书馆")
    read(store, a_file("a.txt", archive, library, a_list(f"{where}档案局", title="责任清单（补充）")))
    assert len(held(store)) == 3
    changes = read(store, a_file("a.txt", archive))
    assert changes[0] == (f"{where}档案局", "replaced")
    assert sorted(changes[1:]) == [(f"{where}图书馆", "removed"), (f"{where}档案局", "removed")]
    assert held(store) == [(f"{where}档案局", "a.txt")]


def test_further_lists_of_a_body_go_with_the_one_that_another_file_replaces(store: GraphStore) -> None:
    body = f"{DISTRICT}档案局"
    more = a_list(body, title="责任清单（补充）")
    read(store, a_file("a.txt", a_list(body), a_list(f"{DISTRICT}图书馆"), more))
    assert read(store, a_file("b.txt", a_list(body, "有变动"))) == [(body, "replaced"), (body, "removed")]
    assert held(store) == [(f"{DISTRICT}图书馆", "a.txt"), (body, "b.txt")]


def test_a_file_moves_with_its_stated_region(store: GraphStore) -> None:
    body = f"{DISTRICT}档案局"
    read(store, a_file("a.txt", a_list(body)), a_file("b.txt", a_list(f"{DISTRICT}民政局")))
    moved = a_file("a.txt", a_list(body), region="湘潭市岳塘区")
    assert read(store, moved) == [(body, "added"), (body, "removed")]
    assert read(store, moved) == [(body, "unchanged")]
    regions = {row["source"]: row["region"] for row in run_query(store, "documents", {}).rows}
    assert regions == {"a.txt": "岳塘区", "b.txt": "澜江区"}


def test_a_file_whose_body_was_stated_wrong_is_put_right(store: GraphStore) -> None:
    text = f"一、部门职责\n{HEADER}\n1\t管理档案\t接收档案\t业务科\n".encode()
    first, second = (
        parse_bytes(text, "a.txt", ReadingOptions(f"{DISTRICT}{body}")) for body in ("民政局", "档案局")
    )
    read(store, first)
    assert read(store, second) == [(f"{DISTRICT}档案局", "added"), (f"{DISTRICT}民政局", "removed")]
    nobody = parse_bytes(text, "a.txt")
    assert [state for _, state in read(store, nobody)] == ["skipped"]
    assert held(store) == [(f"{DISTRICT}档案局", "a.txt")]


def test_another_file_of_the_name_takes_no_list_of_a_region_away(store: GraphStore) -> None:
    documents = [a_file("责任清单.txt", a_list(f"{DISTRICT}{body}")) for body in BODIES]
    for document in documents:
        changes = read_documents(store, [document]).changes
        assert [change.state for change in changes] == ["added"]
    assert "other_file_stays" in [warning.code for warning in changes[0].warnings]
    assert [body for body, _ in held(store)] == sorted(f"{DISTRICT}{body}" for body in BODIES)
    for document in documents:
        assert [state for _, state in read(store, document)] == ["unchanged"]
    again = a_file("责任清单.txt", a_list(f"{DISTRICT}档案局", "有变动"))
    assert read(store, again) == [(f"{DISTRICT}档案局", "replaced")]
    assert len(held(store)) == len(BODIES)


def test_another_file_of_the_name_without_a_region_is_told(store: GraphStore) -> None:
    read(store, a_file("责任清单.txt", a_list("档案局")))
    changes = read_documents(store, [a_file("责任清单.txt", a_list("民政局"))]).changes
    assert told(changes) == [("民政局", "added"), ("档案局", "removed")]
    assert "replaced_same_name" in [warning.code for warning in changes[0].warnings]


@pytest.mark.parametrize("order", list(itertools.permutations(["清单.txt", "民政局/清单.txt"])))
@pytest.mark.parametrize("where", ["", DISTRICT])
def test_a_file_given_by_itself_or_in_its_folder_is_one(
    where: str, order: tuple[str, ...], store: GraphStore
) -> None:
    for name in order:
        read(store, a_file(name, a_list(f"{where}民政局")))
    assert held(store) == [(f"{where}民政局", "民政局/清单.txt")]
    if not where:
        read(store, a_file("清单.txt", a_list("民政局"), region=DISTRICT))
        assert [row["region"] for row in run_query(store, "documents", {}).rows] == ["澜江区"]


def test_a_graph_whose_documents_go_by_their_checksums_is_read_on(store: GraphStore) -> None:
    documents = [a_file("清单.txt", a_list("民政局"), a_list(f"{DISTRICT}档案局"))]
    read(store, *documents)
    before = held(store)
    store.write(lambda tx: tx.run("MATCH (d:Document) SET d.id = d.sha256"))
    assert read(store, *documents) == [("民政局", "replaced"), (f"{DISTRICT}档案局", "replaced")]
    assert held(store) == before
    assert len(store.read("MATCH (d:Document) RETURN d.id AS id")) == 1
    assert {state for _, state in read(store, *documents)} == {"unchanged"}


def test_a_folder_of_files_of_one_name_is_read(tmp_path: Path) -> None:
    for body in BODIES:
        (tmp_path / "lists" / body).mkdir(parents=True)
        (tmp_path / "lists" / body / "责任清单.txt").write_text(a_list(body), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(app, ["--data", str(tmp_path / "data"), *arguments])
        assert done.exit_code == 0, done.output
        return done.output

    def sources() -> list[str]:
        lines = run("query", "documents", "--format", "csv").splitlines()
        return sorted(line.partition(",")[0].lstrip("\ufeff") for line in lines[1:])

    expected = sorted(f"{body}/责任清单.txt" for body in BODIES)
    run("ingest", str(tmp_path / "lists"))
    assert sources() == expected
    run("ingest", *(str(tmp_path / "lists" / body / "责任清单.txt") for body in BODIES))
    assert sources() == expected
    run("ingest", str(tmp_path / "lists" / "民政局" / "责任清单.txt"), "--region", DISTRICT)
    assert sources() == expected
    assert run("parse", str(tmp_path / "lists")).count('"source": "民政局/责任清单.txt"') == 1
