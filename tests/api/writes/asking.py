"""How tests ask a service to write, and wait for what comes of it."""

import time
from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from dutygraph.api.security.tokens import Role, TokenFile
from dutygraph.graph.store.graph_store import GraphStore

OWN_PAGE = {"sec-fetch-site": "same-origin"}
HEADER = "\t".join(("序号", "主要职责", "具体工作事项", "责任股室"))
LIST = f"云溪市澜江区档案局责任清单\n一、部门职责\n{HEADER}\n1\t管理档案。\t接收档案。\t管理股\n"

BODY = "云溪市澜江区地方志办公室"
ANOTHER = (
    f"{BODY}责任清单\n一、部门职责\n{HEADER}\n1\t编纂地方志。\t征集志书资料，出版年鉴。\t年鉴股\n"
    "2\t审批年鉴出版。\t\t\n3\t保管旧志和谱牒。\t整理入库志书，登记借阅，修复虫蛀残页，影印孤本。\t资料股\n只言片语\n"
)
"""A list of which something is found, and of which something stays unread."""


def bearer_of(store: GraphStore, role: Role) -> dict[str, str]:
    """Return headers with a new token of a role."""
    _, secret = TokenFile.of(store).create(f"test {role}", role, None)
    return {"authorization": f"Bearer {secret}"}


def until(holds: Callable[[], Any], seconds: float = 300.0) -> Any:
    """Wait for something to hold, and return it; a busy machine may take minutes for a job on a server that is new."""
    give_up = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < give_up
        time.sleep(0.02)
    return found


def ended(client: TestClient, response: Any) -> dict[str, Any]:
    """Wait for the end of the job that an answer names, and return the job."""
    assert response.status_code == 202, response.text

    def job() -> dict[str, Any] | None:
        told: dict[str, Any] = client.get(response.headers["location"]).json()
        return told if told["state"] not in ("queued", "running") else None

    found: dict[str, Any] = until(job)
    return found


def upload(client: TestClient, name: str, content: bytes, **headers: str) -> Any:
    """Send a document."""
    return client.post("/documents", files=[("files", (name, content))], headers=headers)


def first_finding(client: TestClient) -> str:
    """Return the id of a finding."""
    return str(client.get("/findings").json()["findings"][0]["id"])


def first_topic(client: TestClient) -> str:
    """Return the id of a topic."""
    return str(client.get("/topics").json()["topics"][0]["id"])
