"""Writes over HTTP on both engines, from the first document to the record of all that was done."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.health import examine
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.versions import up_to_date
from tests.api.conftest import HERE
from tests.api.writes.asking import OWN_PAGE, ended, first_finding
from tests.sample import DATA


@pytest.fixture
def graph(shared_store: GraphStore) -> Iterator[GraphStore]:
    """An empty graph on each engine, with nothing beside it."""
    shared_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    for name in ("audit.jsonl", "jobs.jsonl", "tokens.json"):
        shared_store.beside(name).unlink(missing_ok=True)
    yield shared_store
    shared_store.beside("audit.jsonl").unlink(missing_ok=True)


def test_documents_come_are_judged_and_go(graph: GraphStore) -> None:
    with TestClient(
        create_app(nullcontext(graph), ServiceSettings()), base_url=HERE, headers=OWN_PAGE
    ) as client:
        paths = sorted(DATA.glob("*.txt"))
        files = [("files", (path.name, path.read_bytes())) for path in paths]
        read = ended(client, client.post("/documents", files=files))
        assert (read["state"], read["read"], read["result"]["refused"]) == ("done", len(paths), [])
        assert read["result"]["findings"]["appeared"] > 0

        address = f"/findings/{first_finding(client)}/verdict"
        said = {"value": "confirmed", "by": "李明"}
        first = client.put(address, json=said, headers={"if-match": client.get(address).headers["etag"]})
        assert first.status_code == 200, first.text
        assert client.put(address, json=said, headers={"if-match": '"none"'}).status_code == 412

        assert client.put("/rules/overlap.duty", json={"on": False}).json()["on"] is False
        computed = ended(client, client.post("/recompute"))
        assert computed["result"]["findings"]["vanished"] > 0

        waits = client.post("/recompute")
        client.delete(waits.headers["location"])
        assert ended(client, waits)["state"] == "cancelled"
        assert ended(client, client.delete("/documents/02-market.txt"))["state"] == "done"
        assert up_to_date(graph)
        assert examine(graph) == []
        rows = client.get("/audit").json()["rows"]
        jobs = [job["id"] for job in client.get("/jobs").json()]
        assert all(sum(row["job"] == job for row in rows) == 2 for job in jobs)
        assert not list(graph.beside("uploads").rglob("*.txt"))
