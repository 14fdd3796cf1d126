"""The first page: where the review stands, what to look at first, who overlaps with whom, and what was read."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.news import news_shown
from dutygraph.api.pages.page import render
from dutygraph.api.pages.region import largest_region, region_of
from dutygraph.api.route_policy import CACHED
from dutygraph.graph.health import count_nodes
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.reading_order import reading_order
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.bodies import NamedBody, bodies, regions_of, short_names
from dutygraph.queries.catalogue.named_queries import Answer, run_query
from dutygraph.queries.findings.models import ON_DEMAND, Finding, Topic
from dutygraph.queries.findings.read.facet_index import FoundEntries
from dutygraph.queries.findings.read.findings import all_findings, read_findings
from dutygraph.queries.findings.read.pairs import between_bodies
from dutygraph.queries.findings.read.queue import WAITING, all_to_review
from dutygraph.queries.findings.read.selection import Entry, ResolvedSelection, Selection
from dutygraph.queries.findings.read.topics import TopicSummary, read_topics
from dutygraph.queries.findings.update.versions import state_of_findings, up_to_date
from dutygraph.visualize.finding_groups import by_class
from dutygraph.visualize.matrix import Matrix, matrix
from dutygraph.visualize.progress import progress_of

router = pages(CACHED)
_FIRST = 6
"""So many are named to begin with."""
_COUNTED = ("Document", "DutyList", "Department")
_ROWS = 60
"""So many departments and documents are shown: those of a county; the lists of all are a link away."""


@router.get("/")
def start(request: Request, store: Store, settings: Settings) -> Response:
    """Show where everything stands, in the region that was chosen or in all."""
    known = bodies(store)
    region = region_of(request, known)
    found, worth = (
        all_findings(store).found(ResolvedSelection.of(store, Selection(region=region, on_demand=all_)))
        for all_ in (True, False)
    )
    shown = region or largest_region(known)
    return render(
        request,
        "start.html",
        counts=store.cached(
            "start counts", lambda: count_nodes(store, _COUNTED), partial(state_of_findings, store)
        ),
        regions=regions_of(known.values()),
        region=region,
        of_region=f"?region={region}" if region else "",
        short=short_names(store),
        groups=by_class(found.counted_by_class()),
        on_demand=ON_DEMAND,
        waiting=WAITING,
        most_rows=_ROWS,
        finding_counts=worth.counted("department"),
        total=found.total,
        shown=shown,
        matrix=_matrix(store, known, shown),
        stale=not up_to_date(store),
        **_review(store, region, worth),
        **_read(store, settings.max_rows, region),
        **news_shown(store),
    )


def _review(store: GraphStore, region: str | None, worth: FoundEntries[Entry]) -> dict[str, Any]:
    """How far the review is, and what waits first: topics, and findings that belong to none."""
    chosen = Selection(region=region, on_demand=False)
    items = all_to_review(store)
    still = ResolvedSelection.of(store, replace(chosen, statuses=WAITING))
    waiting = items.found(still).listed(limit=_FIRST)
    topics = read_topics(store, (one for one in waiting if isinstance(one, TopicSummary))).topics
    alone = read_findings(store, (one for one in waiting if isinstance(one, Entry))).findings
    shown: dict[str, Topic | Finding] = {one.id: one for one in topics}
    shown |= {one.id: one for one in alone}
    return {
        "topics": progress_of(items.found(ResolvedSelection.of(store, chosen)).counted("status")),
        "findings": progress_of(worth.counted("status")),
        "first": [shown[one.id] for one in waiting if one.id in shown],
    }


def _matrix(store: GraphStore, known: Mapping[str, NamedBody], region: str | None) -> Matrix:
    """Who overlaps with whom among the bodies with lists of one region; all those outside any where there is none."""
    inside = [body for body in known.values() if body.listed and body.region == region]
    entries = all_findings(store).found(ResolvedSelection.of(store, Selection(region=region))).listed()
    return matrix(inside, between_bodies(store, entries))


def _read(store: GraphStore, most: int, region: str | None) -> dict[str, Any]:
    """The departments and documents of a region, or of all, and whether there are more."""

    def listed(query: str) -> Answer:
        params: dict[str, Scalar] = {"region": region or "", "limit": most}
        return store.cached(f"{query} {region}", lambda: run_query(store, query, params), state)

    state = partial(state_of_findings, store)
    departments, documents = listed("departments"), listed("documents")
    return {
        "departments": departments.rows,
        "more_departments": departments.more,
        "documents": sorted(documents.rows, key=lambda row: (row["source"], reading_order(row["locator"]))),
        "more_documents": documents.more,
    }
