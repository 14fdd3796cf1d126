"""Answers while lists are read again and again: each is of one state of the graph, and its ETag is of that state."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from itertools import cycle, islice
from threading import Event
from time import monotonic, sleep

import httpx
import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.recompute import recompute
from tests.api.conftest import HERE
from tests.queries.short import load

ADDRESSES = ("/departments/澜江区档案局", "/nodes/澜江区档案局/neighbours", "/duties", "/search?q=档案")
READERS = 4
ANSWERS = 120
SECONDS = 60
"""At most, on a busy machine."""


def _state(store: GraphStore, number: int) -> None:
    """Make one of two states: everything that a list says is told apart by its number."""
    task = {"text": f"整理档案{number}", "office": f"保管股{number}"}
    duties = [{"text": f"管理档案{number}", "tasks": [task], "remark": f"备注{number}"}]
    short = {
        "title": f"清单{number}",
        "department": "澜江区档案局",
        "duties": duties,
        "citations": [{"title": f"档案法{number}"}],
    }
    load(store, [short, {**short, "department": "澜江区财政局"}])


@pytest.fixture
def client(store: GraphStore) -> Iterator[TestClient]:
    _state(store, 1)
    recompute(store)
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as found:
        yield found


def test_an_answer_and_its_etag_are_of_one_state(store: GraphStore, client: TestClient) -> None:
    over, began = Event(), monotonic()
    numbers: dict[str, str] = {}
    answers: list[tuple[str, str, str]] = []

    def write() -> None:
        for number in cycle((2, 1)):
            _state(store, number)
            numbers[store.revision()] = str(number)
            if len(answers) > ANSWERS or monotonic() > began + SECONDS:
                break
            goal = len(answers) + 1  # an answer during which a list is read is made anew
            while len(answers) < goal and monotonic() < began + SECONDS:
                sleep(0.01)
        over.set()

    def read(first: int) -> None:
        for address in islice(cycle(ADDRESSES), first, None):
            answer = client.get(address)
            if answer.status_code == 200:
                answers.append((address, answer.headers["etag"], answer.text))
            if over.is_set():
                break

    with ThreadPoolExecutor(READERS + 1) as pool:
        for done in [pool.submit(write), *(pool.submit(read, first) for first in range(READERS))]:
            done.result()
    told = {
        _etag(client, address, revision): number
        for revision, number in numbers.items()
        for address in ADDRESSES
    }
    judged = [(address, told[etag], text) for address, etag, text in answers if etag in told]
    assert len(judged) > ANSWERS / 2
    wrong = [
        (a, number, text) for a, number, text in judged if {n for n in "12" if f"档案{n}" in text} != {number}
    ]
    assert wrong == []


def _etag(client: TestClient, address: str, revision: str) -> str:
    """The ETag of an answer of a revision of the graph."""
    url = httpx.URL(HERE).join(address)
    asked = (url.path, url.query.decode(), client.headers["accept"])
    return f'W/"{digest(client.app.state.edition, revision, *asked)}"'  # type: ignore[attr-defined]
