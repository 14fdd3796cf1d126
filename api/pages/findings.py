"""The findings and topics as lists to work with, and one of them with its texts."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.choices import FindingPageChoice
from dutygraph.api.pages.judging import judging
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.pages.region import to_kept_region
from dutygraph.api.route_policy import CACHED
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies, short_names
from dutygraph.queries.findings.models import Finding, Topic
from dutygraph.queries.findings.read.facet_index import FoundEntries
from dutygraph.queries.findings.read.findings import all_findings, read_findings
from dutygraph.queries.findings.read.queue import WAITING
from dutygraph.queries.findings.read.selection import ResolvedSelection
from dutygraph.queries.findings.read.topics import all_topics, read_topics
from dutygraph.queries.findings.sorting import SORTS
from dutygraph.queries.verdicts.report import verdict_report
from dutygraph.visualize.filter_form import filter_form

router = pages(CACHED)


@router.get("/findings")
def findings(
    request: Request, store: Store, settings: Settings, params: Annotated[FindingPageChoice, Query()]
) -> Response:
    """Show the findings of a choice, page by page."""
    if redirect := to_kept_region(request, store):
        return redirect
    found = all_findings(store).found(ResolvedSelection.of(store, params.listed))
    page = read_findings(store, found.listed(params.sort, *_window(params, settings)))
    same = {"on_demand": int(params.on_demand)}  # programs get it unless they say no
    return render(
        request,
        "findings.html",
        items=page.findings,
        stale=page.stale,
        as_csv=f"/findings{params.address(format='csv', sort=None, **same)}",
        as_json=f"/findings{params.address(format='json', **same)}",
        **_around(request, store, params, settings.page_size, found),
    )


def _window(params: FindingPageChoice, settings: ServiceSettings) -> tuple[int, int]:
    """Where the page that is asked for begins in a list, and how many stand on it."""
    return (params.page - 1) * settings.page_size, settings.page_size


def _around(
    request: Request, store: GraphStore, params: FindingPageChoice, size: int, found: FoundEntries[Any]
) -> dict[str, Any]:
    """What stands around a page of a list: its filters, how much there is, and the ways onward."""
    known, lang = bodies(store), language_of(request)
    other = params.address(sort=None)
    statuses = found.counted("status")
    return {
        "short": short_names(store),
        "form": filter_form(found.facets(), known, params, found.choice.wanted, lang),
        "orders": SORTS,
        "params": params,
        "total": found.total,
        "hidden": found.hidden,
        "waiting": sum(statuses[status] for status in WAITING),
        "page": params.page,
        "pages": max(1, -(-found.total // size)),
        "previous_page": params.address(page=params.page - 1),
        "next_page": params.address(page=params.page + 1),
        "report_of": params.address(sort=None, lang=lang),
        "as_topics": f"/topics{other}",
        "as_findings": f"/findings{other}",
    }


@router.get("/findings/{finding}")
def finding(request: Request, store: Store, finding: str) -> Response:
    """Show a finding with all of its evidence and what people have said about it."""
    return render(request, "finding.html", **judging(request, store, "finding", finding))


@router.get("/topics")
def topics(
    request: Request, store: Store, settings: Settings, params: Annotated[FindingPageChoice, Query()]
) -> Response:
    """Show the topics of a choice, page by page."""
    if redirect := to_kept_region(request, store):
        return redirect
    found = all_topics(store).found(ResolvedSelection.of(store, params.listed))
    page = read_topics(store, found.listed(params.sort, *_window(params, settings)))
    return render(
        request,
        "topics.html",
        items=page.topics,
        members=_members(store, page.topics),
        stale=page.stale,
        **_around(request, store, params, settings.page_size, found),
    )


def _members(store: GraphStore, shown: Iterable[Topic]) -> dict[str, Finding]:
    """The findings of topics, by id."""
    ids = {id_ for topic in shown for id_ in topic.findings}
    entries = [one for one in all_findings(store).entries if one.id in ids]
    return {one.id: one for one in read_findings(store, entries).findings}


@router.get("/topics/{topic}")
def topic(request: Request, store: Store, topic: str) -> Response:
    """Show a topic with its findings and what people have said about it."""
    return render(request, "topic.html", **judging(request, store, "topic", topic))


@router.get("/verdicts/report")
def report(request: Request, store: Store) -> Response:
    """Show where what is computed now does not fit the verdicts."""
    return render(request, "verdict_report.html", contradictions=verdict_report(store).contradictions)
