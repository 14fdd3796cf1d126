"""What is asked of one district touches that district: rules and analyses do not read the statements of the others.

The embedded engine tells how many rows each step of a statement made; a label that is scanned, or joined with all of
another, makes more of them when other districts come.
"""

import re
from collections.abc import Iterator
from typing import Any

import neo4j

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.cypher_files import cypher as question
from dutygraph.queries.findings.rules.run import parameters_of
from dutygraph.queries.findings.rules.settings import configured_rules
from dutygraph.queries.findings.update.home_region import asked_about
from dutygraph.queries.findings.update.reading import read_documents

HERE = "云溪市白石区"
ELSEWHERE = [f"云溪市{name}江区" for name in "澜涟漪"]
FIELDS = ["河道采砂", "食品安全", "消防安全", "校车安全", "燃气安全", "农药经营"]
FROM_THE_INSTRUMENT = {"basis.repealed", "basis.article", "basis.title", "basis.cited_otherwise"}
"""Rules that begin with the instruments that are out of force, or with the few slips, whoever cites them."""
OF_A_REGION = [
    "overlap_regions",
    "overlap_statements",
    "boundary_regions",
    "boundary_statements",
    "boundary_divisions",
    "boundary_other_statements",
    "boundary_lists",
    "boundary_offices",
    "boundary_disputes",
    "boundary_forget",
    "overlap_forget",
    "repeat_forget",
    "actor_forget",
    "repeat_regions",
    "repeat_statements",
    "coverage_duties",
    "coverage_regimes",
    "actor_regions",
    "actor_texts",
    "names_in_region",
    "metrics_bodies",
    "metrics_matters",
    "metrics_bases",
    "metrics_overlaps",
    "duties_by_region",
    "peer_lacks",
]

OF_SOME_FINDINGS = ["finding_payloads", "link_verdicts", "link_comments", "unlink_findings", "drop_findings"]
"""What is asked of findings by their ids."""


def a_list(region: str, body: str, times: int) -> bytes:
    """A list of so many duties on each field, with parts given to another body."""
    duties = [f"负责{field}的监督检查，依法查处第{n}类违法行为" for field in FIELDS for n in range(times)]
    rows = "".join(f"{n}\t{text}\t综合股\t检查{text}\t\n" for n, text in enumerate(duties, 1))
    parts = "".join(
        f"{n}\t{field}监管\t负责{field}的日常检查\t{party}\t\t《云溪市{field}条例》\n"
        for n, field in enumerate(FIELDS, 1)
        for party in ("区水利局", "区交通运输局")
    )
    return (
        f"{region}{body}责任清单\n\n一、部门职责\n\n序号\t主要职责\t责任股室\t具体工作事项\t备注\n{rows}"
        f"\n二、与相关部门的职责边界\n\n序号\t管理事项\t职责分工\t相关部门\t案例\t相关依据\n{parts}"
    ).encode()


def read(store: GraphStore, region: str, times: int) -> None:
    bodies = ("水利局", "交通运输局")
    read_documents(
        store, [parse_bytes(a_list(region, body, times), f"{region}{body}.txt") for body in bodies]
    )


def asked(store: GraphStore) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every statement that is asked of the district, with its parameters."""
    rows = store.read(
        "MATCH (d:Department) WHERE d.name STARTS WITH $here RETURN d.id AS id, d.region AS region",
        {"here": HERE},
    )
    bodies, region = [row["id"] for row in rows], rows[0]["region"]
    for name, one in configured_rules(store).items():
        if name not in FROM_THE_INSTRUMENT:
            yield name, one.rule.cypher, parameters_of(one, bodies)
    parameters = {"region": region, "touched": bodies, "bodies": bodies}
    for name in sorted(OF_A_REGION):
        yield name, cypher(name), parameters
    yield "district_matters", question("district_matters"), {"region": region}
    yield "same_regions", question("same_regions"), {"ids": bodies}
    statements = store.read(
        "MATCH (d:Department {region: $region})-[:HAS_DUTY]->(n:Duty) RETURN n.id AS id", {"region": region}
    )
    yield "evidence", question("evidence"), {"ids": [row["id"] for row in statements]}
    findings = store.read(
        "MATCH (f:Finding) WHERE any(id IN f.department_ids WHERE id IN $ids) RETURN f.id AS id ORDER BY id LIMIT 40",
        {"ids": bodies},
    )
    ids = [row["id"] for row in findings]
    for name in OF_SOME_FINDINGS:
        yield name, question(name), {"ids": ids}
    about = {"kinds": None, **asked_about(bodies)}
    for name in ("findings_in_scope", "topics_in_scope", "topic_members"):
        yield name, question(name), about
    yield "keep_payloads", question("keep_payloads"), {"rows": [{"id": id_, "payload": ""} for id_ in ids]}


def rows_touched(store: GraphStore) -> dict[str, int]:
    """The rows that the steps of each statement make together."""
    connection = store._connection
    with connection.writer.session(database=connection.endpoint.database) as session:
        return {name: _rows(session, text, parameters) for name, text, parameters in asked(store)}


def _rows(session: neo4j.Session, text: str, parameters: dict[str, Any]) -> int:
    with session.begin_transaction() as transaction:  # rolled back: statements that write are asked as well
        told = transaction.run(f"PROFILE {text}", parameters).consume().profile
        transaction.rollback()
    assert told is not None
    steps = told["args"]["string-representation"]
    return sum(int(count.replace(",", "")) for count in re.findall(r"(\d[\d,]*) rows[,)]", steps))


def test_other_districts_are_not_read(folder_store: GraphStore) -> None:
    read(folder_store, HERE, 2)
    alone = rows_touched(folder_store)
    for region in ELSEWHERE:
        read(folder_store, region, 8)
    among_others = rows_touched(folder_store)
    bodies = folder_store.read("MATCH (d:Department) RETURN count(d) AS bodies")[0]["bodies"]
    grown = {
        name: (rows, among_others[name])
        for name, rows in alone.items()
        if among_others[name] > 1.2 * rows + 8 * bodies
    }
    assert grown == {}


def test_a_district_has_its_city_in_common_with_its_neighbours_and_nothing_else(store: GraphStore) -> None:
    city = "云溪市"
    read_documents(
        store,
        [
            parse_bytes(a_list(region, "水利局", 1), f"{region}.txt")
            for region in (city, HERE, *ELSEWHERE[:1])
        ],
    )
    ids = {
        row["name"]: row["id"]
        for row in store.read("MATCH (d:Department {listed: true}) RETURN d.name AS name, d.id AS id")
    }
    around = {
        name: {row["id"] for row in store.read(question("same_regions"), {"ids": [id_]})}
        for name, id_ in ids.items()
    }
    here, neighbour, above = (ids[f"{region}水利局"] for region in (HERE, ELSEWHERE[0], city))
    assert {here, above} <= around[f"{HERE}水利局"]
    assert neighbour not in around[f"{HERE}水利局"]
    assert {here, neighbour, above} <= around[f"{city}水利局"]
