"""Tools for assistants, asked by the client of the official SDK."""

import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp import Client, StdioServerParameters

from dutygraph.commands.assistant_tools import SECONDS, AssistantTools, tools_server
from dutygraph.commands.capping import MOST_CHARACTERS, capped
from dutygraph.graph.store.graph_store import GraphStore
from tests.event_loop import finished
from tests.queries.conftest import sample

__all__ = ["sample"]

T = TypeVar("T")
CALLS: dict[str, dict[str, Any]] = {
    "search": {"question": "谁管食品安全"},
    "department": {"name": "区民政局"},
    "paths": {"source": "区民政局", "target": "区财政局"},
    "dependents": {"name": "区民政局"},
    "neighbours": {"name": "区民政局"},
    "findings": {"severity": "high"},
    "topics": {},
    "queries": {},
    "query": {"name": "duties", "arguments": {"department": "区民政局", "limit": 3}},
}


def _asked(server: Any, work: Callable[[Client], Awaitable[T]]) -> T:
    async def ask() -> T:
        async with Client(server) as client:
            return await work(client)

    return finished(ask())


def _call(store: GraphStore, name: str, arguments: dict[str, Any]) -> Any:
    return _asked(tools_server(store), lambda client: client.call_tool(name, arguments))


@pytest.mark.parametrize("name", sorted(CALLS))
def test_one_call_has_its_time_once(sample: GraphStore, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    limits: list[float] = []
    limited = GraphStore.limited

    def counted(store: GraphStore, seconds: float) -> GraphStore:
        limits.append(seconds)
        return limited(store, seconds)

    monkeypatch.setattr(GraphStore, "limited", counted)
    getattr(AssistantTools(sample), name)(**CALLS[name])
    assert limits in ([], [SECONDS])


def test_every_tool_says_that_it_only_reads(sample: GraphStore) -> None:
    tools = _asked(tools_server(sample), lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == {
        name for name in vars(AssistantTools) if not name.startswith("_")
    }
    assert set(CALLS) | {"finding", "topic"} == {tool.name for tool in tools}
    for tool in tools:
        assert tool.annotations is not None
        assert (tool.annotations.read_only_hint, tool.annotations.destructive_hint) == (True, False)
        assert tool.description is not None
        assert " / " in tool.description


@pytest.mark.parametrize("name", CALLS)
def test_a_tool_answers_in_short(sample: GraphStore, name: str) -> None:
    result = _call(sample, name, CALLS[name])
    assert not result.is_error, result.content
    assert result.structured_content
    assert len(json.dumps(result.structured_content, ensure_ascii=False)) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("query", {"name": "laws", "parameters": {"text": "统计法"}}, "parameters 没有这个参数"),
        ("findings", {"department": "区民政局", "departmnt": "区财政局"}, "相近的有：department"),
        ("queries", {"region": "澜江区"}, "region: there is no such parameter"),
    ],
)
def test_an_argument_that_a_tool_does_not_know_is_refused(
    sample: GraphStore, name: str, arguments: dict[str, Any], told: str
) -> None:
    result = _call(sample, name, arguments)
    assert result.is_error
    assert told in result.content[0].text


def test_answers_carry_their_place(sample: GraphStore) -> None:
    found = _call(sample, "findings", {"limit": 1}).structured_content
    (finding,) = found["findings"]
    assert all(node["source"] and node["locator"] for node in finding["nodes"])
    card = _call(sample, "finding", {"id": finding["id"]}).structured_content
    assert card["findings"][0]["sentence"] == finding["sentence"]
    topic = _call(sample, "topics", {"limit": 1}).structured_content["topics"][0]
    members = _call(sample, "topic", {"id": topic["id"]}).structured_content["members"]
    assert [member["id"] for member in members] == topic["findings"]
    rows = _call(sample, "query", CALLS["query"]).structured_content["rows"]
    assert len(rows) == 3
    assert all(row["source"] and row["locator"] for row in rows)


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("department", {"name": "没有的局"}, "没有的局"),
        ("query", {"name": "dutis"}, "duties"),
        ("query", {"name": "duties"}, "department"),
        ("findings", {"kind": ["orphan.no_taks"]}, "orphan.no_task"),
        ("findings", {"limit": 1000}, "100"),
        ("search", {}, "question"),
    ],
)
def test_what_is_wrong_is_told(sample: GraphStore, name: str, arguments: dict[str, Any], said: str) -> None:
    result = _call(sample, name, arguments)
    assert result.is_error
    assert said in result.content[0].text


def test_long_answers_are_cut_and_say_so() -> None:
    rows = [{"text": "字" * 2000, "parts": list(range(200))} for _ in range(500)]
    answer = capped({"rows": rows, "total": 500})
    assert len(json.dumps(answer, ensure_ascii=False)) <= MOST_CHARACTERS
    assert answer["left_out"] == {"rows": 500, "rows.text": 2000, "rows.parts": 200}
    assert answer["rows"][0]["text"] == "字" * 999 + "…"
    assert capped({"rows": [1], "total": 1}) == {"rows": [1], "total": 1}


def test_many_texts_that_no_list_holds_are_cut_and_told() -> None:
    answer = capped({f"text{n}": "字" * 900 for n in range(100)})
    assert len(json.dumps(answer, ensure_ascii=False)) <= MOST_CHARACTERS
    assert answer["left_out"] == {f"text{n}": 900 for n in range(100)}


def test_what_is_no_tool_is_told_as_such(sample: GraphStore) -> None:
    odd, unknown = (_call(sample, name, {}) for name in ("_store", "nothing"))
    assert odd.is_error
    assert odd.content[0].text.replace("_store", "nothing") == unknown.content[0].text


@pytest.fixture
def command(sample_folder: Path, tmp_path: Path) -> StdioServerParameters:
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    root = str(Path(__file__).parents[2])
    return StdioServerParameters(
        command=sys.executable,
        args=["-m", "dutygraph", "--data", str(folder), "mcp"],
        env={**os.environ, "PYTHONPATH": root},
        cwd=root,
    )


def test_the_command_serves_them_over_stdio(command: StdioServerParameters) -> None:
    result = _asked(command, lambda client: client.call_tool("department", {"name": "区民政局"}))
    assert result.structured_content is not None
    assert result.structured_content["name"] == "云溪市澜江区民政局"
