"""The queue: one finding or topic after another, the form in place, and after a verdict the next one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.choices import ReviewChoice
from dutygraph.api.pages.judging import EMPTY, Draft, judging
from dutygraph.api.pages.page import render
from dutygraph.api.pages.region import to_kept_region
from dutygraph.api.pages.writing import remember, taken
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import CACHED, WRITE, PolicyRouter
from dutygraph.api.security.access import Reviewer
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.ids import subject_of
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.queue import ReviewQueue, all_to_review
from dutygraph.queries.findings.read.selection import Entry, ResolvedSelection
from dutygraph.queries.findings.read.topics import TopicSummary, all_topics
from dutygraph.visualize.progress import progress_of

router = pages(CACHED)
forms = PolicyRouter(WRITE, WriteRoute, include_in_schema=False)


@router.get("/review")
def review(request: Request, store: Store, params: Annotated[ReviewChoice, Query()]) -> Response:
    """Show the finding or topic at which the reader stands, else the first that waits to be judged."""
    return to_kept_region(request, store) or _shown(request, store, params)


@forms.post("/review")
async def judge(request: Request, actor: Reviewer, params: Annotated[ReviewChoice, Query()]) -> Response:
    """Take the verdict of the form and go on to the next one that waits; a form that is refused is shown again."""
    store: GraphStore = request.state.store
    at = params.at or ""
    draft = await taken(request, actor, subject_of(at), at)
    if draft.refused:
        return await run_in_threadpool(_shown, request, store, params, draft)
    onward = (await run_in_threadpool(_queue, store, params)).next_waiting(params.at)
    response = RedirectResponse(f"/review{params.address(at=onward)}", 303)
    return remember(response, draft)


def _shown(request: Request, store: GraphStore, params: ReviewChoice, draft: Draft = EMPTY) -> Response:
    queue = _queue(store, params)
    at = params.at or queue.next_waiting()
    if at is None:
        return render(request, "review_done.html", queue=queue, params=params, lists=_lists(params))
    shown = judging(request, store, subject_of(at), at, draft)
    return render(
        request,
        "review.html",
        queue=queue,
        params=params,
        lists=_lists(params),
        progress=progress_of(Counter(one.status for one in queue.items)),
        **shown,
        **_ways(params, queue, shown["item"].id),
    )


def _queue(store: GraphStore, params: ReviewChoice) -> ReviewQueue:
    on_demand = params.on_demand or bool(params.topic)
    every = replace(params.selection, statuses=(), topic=params.topic, on_demand=on_demand)
    wanted = ResolvedSelection.of(store, every)
    found: Sequence[Entry | TopicSummary]
    match params.subject:
        case "to_judge":
            found = all_to_review(store).found(wanted).listed(params.sort)
        case "topics":
            found = all_topics(store).found(wanted).listed(params.sort)
        case "findings":
            found = all_findings(store).found(wanted).listed(params.sort)
    return ReviewQueue.of(found, params.status or (), params.at)


def _ways(params: ReviewChoice, queue: ReviewQueue, id_: str) -> dict[str, Any]:
    """Where the reader stands, and the addresses before and after."""
    before, after = queue.neighbour(id_, -1), queue.neighbour(id_, 1)
    place = queue.place(id_)
    return {
        "number": None if place is None else place + 1,
        "here": f"/review{params.address(at=id_)}",
        "previous": f"/review{params.address(at=before)}" if before else None,
        "next": f"/review{params.address(at=after)}" if after else None,
    }


def _lists(params: ReviewChoice) -> str:
    """The address of the list that the queue goes through."""
    if params.topic:
        return f"/topics/{params.topic}"
    listed = "topics" if params.subject == "topics" else "findings"
    return f"/{listed}{params.address(of=None, topic=None)}"
