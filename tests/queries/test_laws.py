"""A register of instruments replaces the last one whole, and legal bases are compared with what is in force."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.analysis.bases import analyse_bases
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.registers import import_register, registers
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.ingest.laws.register import LawRegister, RegisterEntry, read_register
from dutygraph.ingest.laws.register_columns import COLUMNS
from dutygraph.ingest.parse import parse_bytes
from tests.ingest.crafted import as_text
from tests.queries.found import find
from tests.queries.short import load

PARKS = RegisterEntry("岚山市公园管理条例", "地方性法规", "2005-10-25", "", True, 40, "岚山地方法规")
SQUARES = RegisterEntry("岚山市广场管理条例", "地方性法规", "2015-10-25", "", False, 30, "岚山地方法规")
LIST = {
    "department": "云溪市澜江区民政局",
    "duties": [{"text": "管理公园。"}],
    "citations": [{"title": "岚山市公园管理条例", "articles": "第四十五条"}],
}


def _register(*entries: RegisterEntry) -> LawRegister:
    return LawRegister(entries, ())


def _kinds(store: GraphStore) -> list[str]:
    analyse_bases(store, None)
    return [finding.kind for finding in find(store, kinds=["basis.repealed", "basis.article"]).findings]


def test_importing_replaces_what_was_in_force_and_remembers_it(store: GraphStore) -> None:
    first = import_register(store, _register(PARKS, PARKS), "一.csv")
    second = import_register(store, _register(SQUARES), "二.csv")
    versions = {one.id: one for one in registers(store)}
    assert (first.entries, first.titles) == (2, 1)
    assert versions[first.id].current is False
    assert versions[second.id] == second
    titles = [row["key"] for row in store.read(cypher("instruments"))]
    assert titles == ["岚山市广场管理条例"]


def test_bases_are_compared_with_each_new_register(store: GraphStore) -> None:
    load(store, [LIST])
    assert _kinds(store) == []
    for _ in range(2):  # the same register again changes nothing
        import_register(store, _register(PARKS), "一.csv")
        assert sorted(_kinds(store)) == ["basis.article", "basis.repealed"]
    import_register(store, _register(SQUARES), "二.csv")
    assert _kinds(store) == []


def test_an_article_in_chinese_numerals_is_followed_from_text_to_finding(
    store: GraphStore,
) -> None:
    row = "民法典,民法典,法律,2020-05-28,2021-01-01,0,1260,国家"
    register = "\n".join([",".join(COLUMNS), row]).encode()
    import_register(store, read_register(register, "法规库.csv"), "法规库.csv")
    row_of_list = ("1", "根据《中华人民共和国民法典》第一千三百条登记收养", "综合股", "办理收养登记", "")
    ingest_document(store, parse_bytes(as_text([row_of_list]), "list.txt"))
    assert _kinds(store) == ["basis.article"]


def test_a_failed_import_leaves_the_register_in_force(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = import_register(store, _register(PARKS), "一.csv")

    def fail(tx: Transaction, _: object) -> None:
        raise RuntimeError("the database is gone")

    monkeypatch.setattr("dutygraph.graph.loading.registers.write_subgraph", fail)
    with pytest.raises(RuntimeError):
        import_register(store, _register(SQUARES), "二.csv")
    assert [one.id for one in registers(store) if one.current] == [kept.id]
    assert len(store.read(cypher("instruments"))) == 1


def test_comparing_twice_is_the_same_as_once(store: GraphStore) -> None:
    load(store, [LIST | {"citations": [{"title": "中华人民共和国收养法"}, {"title": "残疾人保护法"}]}])
    counts = []
    for _ in range(2):
        analyse_bases(store, None)
        counts.append(
            [
                store.read(cypher("count_edges", TYPE=type_))[0]["count"]
                for type_ in ("REGISTERED_AS", "MISNAMES", "SHOWS_SLIP")
            ]
        )
    assert counts == [[1, 1, 0], [1, 1, 0]]


def test_the_commands_say_what_is_in_force_and_what_is_wrong(tmp_path: Path) -> None:
    data, file = str(tmp_path / "data"), tmp_path / "法规库.csv"
    row = "岚山市公园管理条例,岚山市公园管理条例,地方性法规,2005-10-25,,1,{},岚山地方法规"
    outputs = []
    for articles in ("40", "四十", ""):
        file.write_text("\n".join([",".join(COLUMNS), row.format(articles)]), encoding="gb18030")
        done = CliRunner().invoke(app, ["--data", data, "laws", "import", str(file)])
        outputs.append((done.exit_code, "1 部法规" in done.output, "第2行 articles" in done.output))
    status = CliRunner().invoke(app, ["--data", data, "laws", "status"]).output
    assert outputs == [(0, True, False), (2, False, True), (0, True, False)]
    assert status.count("法规库.csv") == 2
    assert "内置表" in status
