"""``--department``: who publishes lists that name nobody, given by whoever reads them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.queries.catalogue.named_queries import run_query

BODY = "云溪市白石区档案局"
TABLE = "一、部门职责\n序号\t主要职责\t具体工作事项\t责任科室\n1\t负责档案接收\t每年接收到期档案\t业务科\n"
NAMELESS = {
    "table.txt": TABLE,
    "title.txt": f"责任清单\n{TABLE}",
    "sheet.csv": "序号,主要职责,具体工作事项,责任科室\n1,负责档案接收,每年接收到期档案,业务科\n",
    "rules.txt": f"行政执法责任制度\n{BODY}\n第一条　本制度适用于档案执法。\n第二条　自印发之日起施行。\n",
}
NAMED = {
    "title.txt": f"云溪市白石区审计局责任清单\n{TABLE}",
    "stamp.txt": f"部门名称（盖章）：云溪市白石区审计局\n{TABLE}",
}


@pytest.mark.parametrize("name", NAMELESS)
def test_lists_that_name_nobody_are_those_of_the_given_body(name: str) -> None:
    data = NAMELESS[name].encode()
    (unnamed,) = parse_bytes(data, name).lists
    (found,) = parse_bytes(data, name, ReadingOptions(BODY)).lists
    assert (unnamed.department, found.department) == ("", BODY)
    assert found.title == (unnamed.title or BODY)
    assert [warning.code for warning in unnamed.warnings if warning not in found.warnings][
        -1
    ] == "no_department"
    assert not [warning for warning in found.warnings if warning not in unnamed.warnings]


def test_the_warning_tells_of_the_option() -> None:
    (found,) = parse_bytes(TABLE.encode(), "table.txt").lists
    assert ["--department" in warning.message for warning in found.warnings] == [True]


@pytest.mark.parametrize("name", NAMED)
def test_a_printed_name_stands(name: str) -> None:
    data = NAMED[name].encode()
    assert parse_bytes(data, name, ReadingOptions(BODY)) == parse_bytes(data, name)


def test_of_several_lists_only_the_nameless_one_is_given() -> None:
    data = (TABLE + NAMED["title.txt"]).encode()
    names = [found.department for found in parse_bytes(data, "list.txt", ReadingOptions(BODY)).lists]
    assert names == [BODY, "云溪市白石区审计局"]


def test_the_commands_take_it(tmp_path: Path) -> None:
    path = tmp_path / "title.txt"
    path.write_text(NAMELESS["title.txt"], encoding="utf-8")
    parsed = CliRunner().invoke(app, ["parse", str(path), "--department", BODY])
    assert [one["department"] for one in json.loads(parsed.stdout)["documents"][0]["lists"]] == [BODY]

    data = tmp_path / "data"
    done = CliRunner().invoke(app, ["--data", str(data), "ingest", str(path), "--department", BODY])
    assert done.exit_code == 0, done.output
    with GraphStore.open(StoreSettings(data=data)) as store:
        (row,) = run_query(store, "documents", {}).rows
        (region,) = store.read(
            "MATCH (:Department {listed: true})-[:IN_REGION]->(r:Region) RETURN r.name AS name"
        )
    assert row["department"] == BODY
    assert region["name"]
