"""The questions of the service as tools for an assistant (Model Context Protocol): they read, and answer in short."""

import functools
from collections.abc import Callable, Sequence
from importlib.metadata import version
from inspect import signature
from typing import Annotated, Any, ParamSpec

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import BaseModel, Field

from dutygraph.bilingual import Bilingual
from dutygraph.commands.capping import capped
from dutygraph.errors import DutygraphError
from dutygraph.graph.analysis.neighbourhood import PathLimits
from dutygraph.graph.analysis.paths import Which
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.mistakes import unknown_parameter, words_with_place
from dutygraph.queries.catalogue import cards
from dutygraph.queries.catalogue import neighbours as ties
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import catalogue, run_query
from dutygraph.queries.catalogue.paths import paths_between
from dutygraph.queries.errors import argument_error, nearest
from dutygraph.queries.findings.models import Severity, Status
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import finding_card, list_findings, read_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.read.topics import read_topics, topic_card, topic_entries
from dutygraph.queries.search.answer import SearchFilters
from dutygraph.queries.search.answer import search as search_for

SECONDS = 30.0
"""So long all reads of one call may take."""
_SHARED = 10
_INSTRUCTIONS = (
    "政府部门责任清单的知识图谱：谁负责什么、部门之间的分工、重叠、缺口。每条答案带出处（source、locator），引用时请一并给出。"
    " / A graph of government responsibility lists: who answers for what, how bodies share work, overlaps and gaps."
    " Answers carry their place (source, locator): quote it. left_out names lists and texts that were cut,"
    " with their whole length."
)
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

Name = Annotated[str, Field(min_length=1, description="编号或名称 / id or name")]
Rows = Annotated[int, Field(ge=1, le=100, description="最多几条 / most rows")]
Body = Annotated[
    str | None, Field(description="部门名称、别称或编号 / name, other name or id of a department")
]
Kinds = Annotated[list[str] | None, Field(description="线索类别 / kinds of finding")]
P = ParamSpec("P")


class AssistantTools:
    """The tools over one graph; each public method is one."""

    def __init__(self, store: GraphStore) -> None:
        self._whole_store = store

    @property
    def _store(self) -> GraphStore:
        """The store for one call: its time runs from here."""
        return self._whole_store.limited(SECONDS)

    def search(
        self, question: Annotated[str, Field(min_length=1)], department: Body = None, limit: Rows = 20
    ) -> Any:
        """谁管什么、写在哪里 / Who answers for what was asked, and the entries that say so: 谁管食品, 食品 安全, 7600272."""
        return search_for(self._store, question, SearchFilters(department=department), limit=limit)

    def department(self, name: Name) -> Any:
        """一个部门的全部内容 / All of one department: duties, offices, matters, regimes, services."""
        return cards.department_card(self._store, name)

    def paths(
        self,
        source: Name,
        target: Name,
        which: Which = "simple",
        hops: Annotated[int, Field(ge=1, le=8)] = 6,
        paths: Annotated[int, Field(ge=1, le=20)] = 5,
    ) -> Any:
        """两处之间的依存路径 / How two things depend on each other, each path in a sentence and step by step."""
        return paths_between(self._store, source, target, PathLimits(hops, paths, _SHARED), which)

    def dependents(self, name: Name, depth: Annotated[int, Field(ge=1, le=6)] = 3, limit: Rows = 50) -> Any:
        """撤销一处会影响什么 / What is affected when a body, an office, a matter or a legal basis goes away."""
        return ties.dependents(self._store, name, depth, (0, limit))

    def neighbours(self, name: Name, limit: Rows = 50) -> Any:
        """与一处相连的内容 / What is tied to a thing, and by which edges."""
        return ties.neighbours(self._store, name, None, None, (0, limit))

    def findings(
        self,
        kind: Kinds = None,
        department: Body = None,
        severity: Severity | None = None,
        status: Status | None = None,
        limit: Rows = 10,
    ) -> Any:
        """问题线索，最该看的在前 / Findings (overlaps, orphans, gaps …), the most important first."""
        asked = _selection(kind, department, severity, status)
        store = self._store
        found = list_findings(store, asked)
        return {"total": len(found), **_plain(read_findings(store, found[:limit]))}

    def finding(self, id: Name) -> Any:  # noqa: A002 - as the answers call it
        """一条线索及其依据和核查意见 / One finding with its evidence and verdicts; the beginning of its id is enough."""
        return finding_card(self._store, id)

    def topics(
        self,
        kind: Kinds = None,
        department: Body = None,
        severity: Severity | None = None,
        status: Status | None = None,
        limit: Rows = 10,
    ) -> Any:
        """议题：说同一件事的线索 / Topics: findings that tell one story, the most important first."""
        asked = _selection(kind, department, severity, status)
        store = self._store
        found = topic_entries(store, asked)
        return {"total": len(found), **_plain(read_topics(store, found[:limit]))}

    def topic(self, id: Name) -> Any:  # noqa: A002
        """一个议题及其线索 / One topic with its findings; the beginning of its id is enough."""
        return topic_card(self._store, id)

    def queries(self) -> Any:
        """全部命名查询及其参数 / All named queries with their parameters."""
        return {
            "queries": [query.model_dump(exclude={"cypher", "computed"}) for query in catalogue().values()]
        }

    def query(self, name: Name, arguments: dict[str, Scalar] = {}) -> Any:  # noqa: B006 - it is not changed
        """运行一个命名查询 / Ask a named query (see the tool queries) with its arguments."""
        return run_query(self._store, name, arguments, most=100)


_TOOLS = tuple(name for name in vars(AssistantTools) if not name.startswith("_"))


class _StrictServer(MCPServer[Any]):
    """A server whose tools refuse arguments that they do not know, which the library passes over in silence."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool. Raises ToolError, with the nearest names, for unknown arguments, and what the library raises."""
        tool = getattr(AssistantTools, name) if name in _TOOLS else None
        known = list(signature(tool).parameters)[1:] if tool else []
        unknown = [argument for argument in arguments if tool and argument not in known]
        if unknown:
            error = argument_error(_unknown(argument, known) for argument in unknown)
            raise ToolError(f"{error.answer.zh} ({error.answer.en})")
        return await super().call_tool(name, arguments, context)


def tools_server(store: GraphStore) -> MCPServer[Any]:
    """Return the server of the tools; ``run("stdio")`` serves them."""
    server = _StrictServer(
        "dutygraph", version=version("dutygraph"), instructions=_INSTRUCTIONS, log_level="WARNING"
    )
    tools = AssistantTools(store)
    for name in _TOOLS:
        server.add_tool(_answering(getattr(tools, name)), name=name, annotations=_READS)
    return server


def _unknown(argument: str, known: Sequence[str]) -> Bilingual:
    return words_with_place(unknown_parameter((argument[:80],), nearest(argument, known)))


def _selection(
    kind: list[str] | None, department: str | None, severity: Severity | None, status: Status | None
) -> Selection:
    """Return what the arguments of a tool choose. Raises UnknownQueryError for a kind that no finding can have."""
    asked = FindingFilters(
        kind=kind,
        department=department,
        severity=[severity] if severity else None,
        status=[status] if status else None,
    )
    return asked.selection


def _answering(tool: Callable[P, Any]) -> Callable[P, dict[str, Any]]:
    """Return a tool whose answer is capped, and whose errors tell the assistant what to mend."""

    @functools.wraps(tool)
    def answer(*args: P.args, **kwargs: P.kwargs) -> dict[str, Any]:
        try:
            return capped(_plain(tool(*args, **kwargs)))
        except DutygraphError as error:
            raise ToolError(f"{error.answer.zh} ({error.answer.en})") from error

    answer.__annotations__["return"] = dict[str, Any]
    return answer


def _plain(answer: Any) -> dict[str, Any]:
    plain: dict[str, Any] = answer.model_dump(mode="json") if isinstance(answer, BaseModel) else answer
    return plain
