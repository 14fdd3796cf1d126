"""Jobs go on whatever happens to the disk, end when they are told to, and are remembered; but not for ever."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.jobs.queue import CancelledError, JobProgress, Jobs, TooManyJobsError, Work
from dutygraph.api.jobs.record import REMEMBERED, Job
from dutygraph.api.jobs.spool import Spool, Spooled
from dutygraph.api.jobs.work import reading, recomputing, removing
from dutygraph.api.settings import ServiceSettings
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.health import examine
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.reading_options import NO_OPTIONS
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.rules.settings import set_rule
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.versions import up_to_date
from tests.api.conftest import HERE
from tests.api.writes.asking import LIST, OWN_PAGE, ended, first_finding, until, upload


@contextmanager
def unwritable(file: Path) -> Iterator[None]:
    """A file that takes nothing, as on a full disk: a folder has its name."""
    kept = file.with_name("kept")
    if file.exists():
        file.rename(kept)
    file.mkdir()
    try:
        yield
    finally:
        file.rmdir()
        if kept.exists():
            kept.rename(file)


@contextmanager
def started(store: GraphStore, told: Callable[[Job], None] = lambda _: None) -> Iterator[Jobs]:
    with closing(Spool(store)) as spool, closing(Jobs(store, spool, told)) as jobs:
        yield jobs


def waiting_for(go: Event) -> Work:
    """Work that goes on until it is let go."""

    def work(_: JobProgress) -> dict[str, Any]:
        go.wait(60)
        return {}

    return work


def at_once(_: JobProgress) -> dict[str, Any]:
    return {}


def test_a_full_disk_ends_no_job_and_is_made_up_for(folder_store: GraphStore) -> None:
    go = Event()

    def work(_: JobProgress) -> dict[str, Any]:
        go.wait(60)
        return {"lists": []}

    told: list[Job] = []
    with started(folder_store, told.append) as jobs:
        job = jobs.submit(Job.new("recompute", ""), work)
        with unwritable(folder_store.beside("jobs.jsonl")):
            go.set()
            until(lambda: jobs.find(job.id).ended)
            assert jobs.find(job.id).state == "done"
            with pytest.raises(UnwritableFileError):
                jobs.submit(Job.new("recompute", ""), at_once)
        second = jobs.submit(Job.new("recompute", ""), at_once)
        until(lambda: jobs.find(second.id).ended)
        assert [one.id for one in jobs.all()] == [second.id, job.id]
    assert [one.id for one in told] == [job.id, second.id]
    with started(folder_store) as again:
        assert [(one.id, one.state) for one in again.all()] == [(second.id, "done"), (job.id, "done")]


def test_whatever_work_and_its_end_raise_the_next_job_is_done(folder_store: GraphStore) -> None:
    def fails(*_: Any) -> Any:
        raise MemoryError

    with started(folder_store, fails) as jobs:
        first = jobs.submit(Job.new("recompute", ""), fails, clear=fails)
        second = jobs.submit(Job.new("recompute", ""), at_once)
        until(lambda: jobs.find(second.id).ended)
        assert [jobs.find(one.id).state for one in (first, second)] == ["failed", "done"]


def test_a_job_that_waits_is_cancelled_at_once_and_makes_room(folder_store: GraphStore) -> None:
    go, cleared = Event(), Event()
    work = waiting_for(go)
    with started(folder_store) as jobs:
        first = jobs.submit(Job.new("recompute", ""), work)
        until(lambda: jobs.find(first.id).state == "running")
        waiting = [jobs.submit(Job.new("recompute", ""), work, clear=cleared.set) for _ in range(8)]
        with pytest.raises(TooManyJobsError):
            jobs.submit(Job.new("recompute", ""), work)
        assert jobs.cancel(waiting[0].id).state == "cancelled"
        assert cleared.is_set()
        another = jobs.submit(Job.new("recompute", ""), work)
        assert jobs.cancel(first.id).state == "running"
        go.set()
        until(lambda: jobs.find(another.id).ended)
        assert jobs.find(first.id).state == "done"  # it had no step left
        assert jobs.cancel(first.id).state == "done"


def test_no_more_jobs_are_remembered_than_can_be_asked_about(folder_store: GraphStore) -> None:
    file = folder_store.beside("jobs.jsonl")
    line = Job.new("read", "").model_dump(mode="json")
    lines = [json.dumps({**line, "id": f"{n:04d}", "state": "done"}) for n in range(3 * REMEMBERED)]
    file.write_text("\n".join([*lines, "no job", '{"id": 1}', lines[-1][:20]]), encoding="utf-8")
    with started(folder_store) as jobs:
        assert [one.id for one in jobs.all()][:2] == [
            f"{3 * REMEMBERED - 1:04d}",
            f"{3 * REMEMBERED - 2:04d}",
        ]
        assert len(jobs.all()) == REMEMBERED
    assert len(file.read_bytes().splitlines()) == REMEMBERED


def test_a_job_that_goes_on_is_not_forgotten_however_many_come_after_it(
    folder_store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutygraph.api.jobs.queue.REMEMBERED", 3)
    go = Event()
    work = waiting_for(go)
    with started(folder_store) as jobs:
        first = jobs.submit(Job.new("recompute", ""), work)
        until(lambda: jobs.find(first.id).state == "running")
        waiting = jobs.submit(Job.new("recompute", ""), at_once)
        cancelled = [jobs.cancel(jobs.submit(Job.new("recompute", ""), at_once).id) for _ in range(4)]
        assert [jobs.find(one.id).state for one in (first, waiting)] == ["running", "queued"]
        go.set()
        until(lambda: jobs.find(waiting.id).ended)
        last = jobs.submit(Job.new("recompute", ""), at_once)
        until(lambda: jobs.find(last.id).ended)
        assert len(jobs.all()) == 3
        assert not {one.id for one in jobs.all()} & {one.id for one in cancelled[:-1]}


def test_a_file_of_jobs_that_cannot_be_read_does_not_keep_the_service_from_starting(
    folder_store: GraphStore,
) -> None:
    with (
        unwritable(folder_store.beside("jobs.jsonl")),
        TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as client,
    ):
        assert client.get("/jobs").json() == []
        assert client.get("/departments").status_code == 200


def test_jobs_of_another_run_that_goes_on_are_not_interrupted(folder_store: GraphStore) -> None:
    go = Event()
    work = waiting_for(go)
    with started(folder_store) as one:
        job = one.submit(Job.new("recompute", ""), work)
        until(lambda: one.find(job.id).state == "running")
        with started(folder_store) as other:
            assert other.find(job.id).state == "queued"
        go.set()
    with started(folder_store) as later:
        assert later.find(job.id).state == "done"


def test_a_job_that_the_end_of_the_service_stops_is_interrupted(folder_store: GraphStore) -> None:
    begun = Event()

    def work(progress: JobProgress) -> dict[str, Any]:
        begun.set()
        while True:
            progress.step("analysis")

    told: list[Job] = []
    with started(folder_store, told.append) as jobs:
        running = jobs.submit(Job.new("recompute", ""), work)
        waiting = jobs.submit(Job.new("recompute", ""), work)
        begun.wait(60)
    with started(folder_store, told.append) as jobs:
        assert {jobs.find(one.id).state for one in (running, waiting)} == {"interrupted"}
    assert [(one.id, one.state) for one in told] == [(running.id, "interrupted"), (waiting.id, "interrupted")]


def test_pages_say_that_findings_are_being_computed_while_a_job_goes_on(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()
    monkeypatch.setattr("dutygraph.api.jobs.requests.recomputing", lambda _: waiting_for(go))
    client.put("/rules/overlap.duty", json={"on": False}, headers=OWN_PAGE)
    addresses = ("/", "/findings", f"/findings/{first_finding(client)}")

    def offers() -> list[bool]:
        pages = [client.get(address, headers={"accept": "text/html"}).text for address in addresses]
        computed = ["being computed" in page or "正在计算" in page for page in pages]
        asked = ['action="/read/recompute"' in page for page in pages]
        assert computed == [not one for one in asked]
        return asked

    assert offers() == [True] * 3
    started = client.post("/recompute", headers=OWN_PAGE)
    assert offers() == [False] * 3
    go.set()
    ended(client, started)
    assert until(lambda: offers() == [True] * 3)


def stopping(work: Work, step: str) -> dict[str, Any] | None:
    """Do work that is cancelled when a step begins; return what it leaves."""

    def change(**values: Any) -> None:
        if step in values.values():
            progress.stop = "cancelled"

    progress = JobProgress(change)
    with pytest.raises(CancelledError) as error:
        work(progress)
    return error.value.result


def told_by(store: GraphStore) -> list[Any]:
    return [one.id for one in list_findings(store)]


def lists(store: GraphStore) -> set[str]:
    return {row["id"] for row in store.read("MATCH (l:DutyList) RETURN l.id AS id")}


@pytest.mark.parametrize("step", ["orphans", "rules", "findings"])
def test_computing_ends_at_each_step_and_leaves_the_findings_as_they_were(
    store: GraphStore, step: str
) -> None:
    set_rule(store, "overlap.duty", on=False)
    before = told_by(store)
    assert stopping(recomputing(store), step) == {"stale": True}
    assert told_by(store) == before
    assert not up_to_date(store)
    read_documents(store, [])
    assert told_by(store) != before
    assert examine(store) == []


@pytest.mark.parametrize("step", ["document", "analysis", "rules", "findings"])
def test_a_removal_ends_at_each_step_with_lists_in_or_out(store: GraphStore, step: str) -> None:
    before, found = lists(store), told_by(store)
    left = stopping(removing(store, "02-market.txt"), step)
    assert left == {"stale": step != "document"}
    assert (lists(store) == before) is (step == "document")
    assert told_by(store) == found
    read_documents(store, [])
    assert up_to_date(store)
    assert examine(store) == []


@pytest.mark.parametrize("step", ["document", "analysis"])
def test_a_reading_ends_at_each_step_with_lists_whole(store: GraphStore, step: str, tmp_path: Path) -> None:
    file = tmp_path / "0001.txt"
    file.write_text(LIST, encoding="utf-8")
    before = lists(store)
    work = reading(store, Spooled(tmp_path, [(file, "档案局.txt")]), NO_OPTIONS)
    assert stopping(work, step) == {"stale": step != "document"}
    assert len(lists(store) - before) == (step != "document")
    assert examine(store) == []


def test_a_running_job_is_cancelled_over_http_and_the_audit_says_so(client: TestClient) -> None:
    asked = client.post("/recompute", headers=OWN_PAGE)
    client.delete(asked.headers["location"], headers=OWN_PAGE)
    job = ended(client, asked)
    assert job["state"] == "cancelled"
    rows = client.get("/audit").json()["rows"]
    told = {(row["action"], row["outcome"]) for row in rows if row["job"] == job["id"]}
    assert told == {("recompute", "accepted"), ("recompute", "cancelled")}
    assert not client.get("/findings").json()["stale"]


def test_nothing_is_written_that_cannot_be_recorded(over_empty: TestClient, folder_store: GraphStore) -> None:
    with unwritable(folder_store.beside("audit.jsonl")):
        refused = upload(over_empty, "档案局.txt", LIST.encode(), **OWN_PAGE)
        assert (refused.status_code, refused.json()["code"]) == (507, "cannot_write")
        assert over_empty.get("/jobs").json() == []
        assert not list(folder_store.beside("uploads").rglob("*.txt"))
        assert over_empty.put("/rules/overlap.duty", json={"on": False}, headers=OWN_PAGE).status_code == 507
    assert ended(over_empty, over_empty.post("/recompute", headers=OWN_PAGE))["state"] == "done"


def test_the_end_of_a_job_is_recorded_when_the_disk_has_room_again(
    client: TestClient, store: GraphStore
) -> None:
    asked = client.post("/recompute", headers=OWN_PAGE)
    with unwritable(store.beside("audit.jsonl")):
        job = ended(client, asked)
    again = ended(client, client.post("/recompute", headers=OWN_PAGE))
    rows = [(row["job"], row["outcome"]) for row in client.get("/audit").json()["rows"]]
    assert rows[::-1] == [(one["id"], said) for one in (job, again) for said in ("accepted", "done")]


def test_a_failed_job_is_told_with_its_reason(client: TestClient, store: GraphStore) -> None:
    first = client.delete("/documents/02-market.txt", headers=OWN_PAGE)
    second = client.delete("/documents/02-market.txt", headers=OWN_PAGE)
    assert ended(client, first)["state"] == "done"
    assert ended(client, second)["state"] == "failed"
    row = client.get("/audit").json()["rows"][0]
    assert row["outcome"] == "failed"
    assert row["details"]["error"]["zh"]


def test_lines_of_the_record_that_are_none_are_told(store: GraphStore) -> None:
    store.beside("audit.jsonl").write_text('{"at": 1}\nnothing\n', encoding="utf-8")
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
        page = client.get("/audit").json()
    assert (page["total"], page["damaged"]) == (0, 2)
