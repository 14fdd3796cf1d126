"""Findings in the form that reports and other systems take, the rules they come from, and what people say of them."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import (
    MOST,
    TABLE_RESPONSES,
    Listed,
    PageChoice,
    RowChoice,
    chosen_format,
    rows_of,
    send,
    within,
)
from dutygraph.api.route_policy import CACHED
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import FindingCard, Findings, TopicCard, Topics
from dutygraph.queries.findings.read.facet_index import FoundEntries
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import all_findings, finding_card, read_findings
from dutygraph.queries.findings.read.selection import Facet, FacetCount, ResolvedSelection, named_facets
from dutygraph.queries.findings.read.topics import all_topics, read_topics, topic_card
from dutygraph.queries.findings.rules.cards import RuleCard, rule_card, rule_cards
from dutygraph.queries.findings.sorting import Sort
from dutygraph.queries.verdicts.report import VerdictReport, verdict_report
from dutygraph.visualize.findings_table import findings_table, topics_table

_findings = data_routes(CACHED, "/findings", "问题线索 / findings")
_topics = data_routes(CACHED, "/topics", "议题 / topics")
_verdicts = data_routes(CACHED, "/verdicts", "核查意见 / verdicts")
_rules = data_routes(CACHED, "/rules", "规则 / rules")
ROUTERS = (_findings, _topics, _verdicts, _rules)

Facets = dict[Facet, list[FacetCount]]


class FindingsPage(Findings):
    """A page of the findings; ``total`` counts all that fit, ``facets`` what each value of a filter would give."""

    total: int
    more: bool
    facets: Facets


class TopicsPage(Topics):
    """A page of the topics, as of the findings."""

    total: int
    more: bool
    facets: Facets


class FindingsRequest(PageChoice, FindingFilters):
    """Which findings or topics a program asks for, in which order and form, and how many at once."""

    sort: Sort = Field(
        "rank",
        description="次序：最该看的、得分高的在前，按类别，按部门 / the most important first, by score, kind, department",
    )
    page: int | None = Field(
        None, ge=1, le=MOST, description="第几页，可代替 offset / which page, in place of offset"
    )

    on_demand: bool = Field(
        True,
        description="是否也列常规交叉、可能重叠 / whether ordinary interplay and possible overlaps are listed",
    )

    def rows(self, settings: ServiceSettings, shape: str) -> tuple[int, int]:
        """Return offset and limit; a table holds everything unless its size is stated. Raises ArgumentError."""
        is_whole = shape != "json" and self.limit is None
        limit = MOST if is_whole else within(self.limit, settings.max_rows, settings.page_size)
        return (limit * (self.page - 1) if self.page else self.offset), limit


@_findings.get(
    "",
    summary="问题线索，最该看的在前 / Findings, most important first",
    response_model=FindingsPage,
    responses=TABLE_RESPONSES,
)
def findings(
    request: Request, store: Store, settings: Settings, params: Annotated[FindingsRequest, Query()]
) -> Response:
    """Findings, most important first."""
    found = all_findings(store).found(_choice(store, params))
    offset, limit = params.rows(settings, chosen_format(request, params))
    page = read_findings(store, found.listed(params.sort, offset, limit))
    body = FindingsPage(**dict(page), **_around(store, found, offset + limit))
    table = partial(findings_table, page.findings)
    return send(request, Listed("findings", body, table, limit, offset, body.more), params)


@_findings.get("/{finding}", summary="一条问题线索及其核查意见 / One finding and its verdicts")
def finding(store: Store, finding: str) -> FindingCard:
    """One finding with its verdict history; the beginning of its id is enough."""
    return finding_card(store, finding)


@_topics.get(
    "",
    summary="议题，最该看的在前 / Topics, most important first",
    response_model=TopicsPage,
    responses=TABLE_RESPONSES,
)
def topics(
    request: Request, store: Store, settings: Settings, params: Annotated[FindingsRequest, Query()]
) -> Response:
    """Topics, most important first: findings that tell one story are one topic."""
    found = all_topics(store).found(_choice(store, params))
    offset, limit = params.rows(settings, chosen_format(request, params))
    page = read_topics(store, found.listed(params.sort, offset, limit))
    body = TopicsPage(**dict(page), **_around(store, found, offset + limit))
    table = partial(topics_table, page.topics)
    return send(request, Listed("topics", body, table, limit, offset, body.more), params)


def _choice(store: GraphStore, params: FindingsRequest) -> ResolvedSelection:
    return ResolvedSelection.of(store, replace(params.selection, on_demand=params.on_demand))


def _around(store: GraphStore, found: FoundEntries[Any], end: int) -> dict[str, Any]:
    """Return what a page says of the whole list; ``end`` is the number of its last row."""
    facets = named_facets(store, found.facets())
    return {"total": found.total, "more": end < found.total, "facets": facets}


@_topics.get("/{topic}", summary="一个议题、其线索及核查意见 / One topic, its findings and its verdicts")
def topic(store: Store, topic: str) -> TopicCard:
    """One topic with its findings and its verdict history; the beginning of its id is enough."""
    return topic_card(store, topic)


@_verdicts.get("/report", summary="需复查的核查意见 / Verdicts to be looked at again")
def report(
    request: Request, response: Response, store: Store, params: Annotated[RowChoice, Query()]
) -> VerdictReport:
    """Where what is computed now does not fit the verdicts, or people do not agree."""
    found = verdict_report(store).contradictions
    return VerdictReport(contradictions=rows_of(request, response, found, params))


@_rules.get("", summary="全部规则及其设置 / All rules and how they are set")
def rules(
    request: Request, response: Response, store: Store, params: Annotated[RowChoice, Query()]
) -> list[RuleCard]:
    """All rules and how they are set."""
    return rows_of(request, response, rule_cards(store), params)


@_rules.get("/{kind}", summary="一条规则 / One rule")
def rule(store: Store, kind: str) -> RuleCard:
    """One rule and how it is set."""
    return rule_card(store, kind)
