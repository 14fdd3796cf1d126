"""The service is killed while a job runs: the graph stays whole, and the next run tells what became of the job."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from dutygraph.graph.health import examine
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.versions import up_to_date
from dutygraph.queries.versions import data_version
from tests.api.writes.asking import LIST, OWN_PAGE, until

SERVE = [sys.executable, "-m", "dutygraph", "serve", "--port", "0"]
OFFICES = ("档案局", "气象局", "体育局", "统计局", "粮食局", "林业局")


@contextmanager
def service(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", httpx.Client]]:
    """The service of a data folder in a process of its own, and a browser at this machine."""
    with subprocess.Popen(
        [*SERVE[:3], "--data", str(folder), *SERVE[3:]],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        address = next(word for line in process.stdout for word in line.split() if word.startswith("http://"))
        try:
            with httpx.Client(base_url=address, headers=OWN_PAGE, timeout=60) as client:
                yield process, client
        finally:
            process.kill()


@pytest.mark.parametrize("work", ["read", "remove", "recompute"])
def test_a_killed_service_loses_nothing(work: str, sample_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    with service(folder) as (process, client):
        before = client.get("/readyz").json()["data_version"]
        files = [("files", (f"{name}.txt", LIST.replace("档案局", name).encode())) for name in OFFICES]
        if work == "read":
            asked = client.post("/documents", files=files)
        elif work == "remove":
            asked = client.delete("/documents/02-market.txt")
        else:
            asked = client.post("/recompute")
        assert asked.status_code == 202, asked.text
        job = asked.headers["location"]
        until(lambda: client.get(job).json()["state"] != "queued")
        until(lambda: random.random() < 0.05)
        process.kill()
        process.wait()
    with service(folder) as (_, client):
        told = client.get(job).json()
        assert told["state"] in ("interrupted", "done")
        ends = [row["outcome"] for row in client.get("/audit").json()["rows"] if row["job"] == told["id"]]
        assert ends == [told["state"], "accepted"]
        assert not list((folder / "uploads").rglob("*.txt"))
    with GraphStore.open(StoreSettings(data=folder)) as store:
        assert examine(store) == []
        if work == "recompute":
            assert data_version(store) == before
        read_documents(store, [])
        assert up_to_date(store)
        assert examine(store) == []
