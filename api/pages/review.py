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
from dutygraph.api.route_policy import KEPT, WRITE, PolicyRouter
from dutygraph.api.security.access import Reviewer
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.ids import subject_of
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.queue import ReviewQueue, all_to_review
from dutygraph.queries.findings.read.selection import Entry, ResolvedSelection
from dutygraph.queries.findings.read.topics import TopicSummary, all_topics
from dutygraph.visualize.progress import progress_of

router = pages(KEPT)
forms = PolicyRouter(WRITE, WriteRoute, include_in_schema=False)


@router.get("/review")
def review(request: Request, store: Store, asked: Annotated[ReviewChoice, Query()]) -> Response:
    """Show the finding or topic at which the reader stands, else the first that waits to be judged."""
    return to_kept_region(request, store) or _shown(request, store, asked)


@forms.post("/review")
async def judge(request: Request, actor: Reviewer, asked: Annotated[ReviewChoice, Query()]) -> Response:
    """Take the verdict of the form and go on to the next one that waits; a form that is refused is shown again."""
    store: GraphStore = request.state.store
    at = asked.at or ""
    draft = await taken(request, actor, subject_of(at), at)
    if draft.refused:
        return await run_in_threadpool(_shown, request, store, asked, draft)
    onward = (await run_in_threadpool(_queue, store, asked)).next_waiting(asked.at)
    response = RedirectResponse(f"/review{asked.address(at=onward)}", 303)
    return remember(response, draft)


def _shown(request: Request, store: GraphStore, asked: ReviewChoice, draft: Draft = EMPTY) -> Response:
    queue = _queue(store, asked)
    at = asked.at or queue.next_waiting()
    if at is None:
        return render(request, "review_done.html", queue=queue, asked=asked, lists=_lists(asked))
    shown = judging(request, store, subject_of(at), at, draft)
    return render(
        request,
        "review.html",
        status=draft.status,
        queue=queue,
        asked=asked,
        lists=_lists(asked),
        progress=progress_of(Counter(one.status for one in queue.items)),
        **shown,
        **_ways(asked, queue, shown["item"].id),
    )


def _queue(store: GraphStore, asked: ReviewChoice) -> ReviewQueue:
    on_demand = asked.on_demand or bool(asked.topic)
    every = replace(asked.selection, statuses=(), topic=asked.topic, on_demand=on_demand)
    wanted = ResolvedSelection.of(store, every)
    found: Sequence[Entry | TopicSummary]
    match asked.subject:
        case "to_judge":
            found = all_to_review(store).found(wanted).listed(asked.sort)
        case "topics":
            found = all_topics(store).found(wanted).listed(asked.sort)
        case "findings":
            found = all_findings(store).found(wanted).listed(asked.sort)
    return ReviewQueue.of(found, asked.status or (), asked.at)


def _ways(asked: ReviewChoice, queue: ReviewQueue, id_: str) -> dict[str, Any]:
    """Where the reader stands, and the addresses before and after."""
    before, after = queue.neighbour(id_, -1), queue.neighbour(id_, 1)
    place = queue.place(id_)
    return {
        "number": None if place is None else place + 1,
        "here": f"/review{asked.address(at=id_)}",
        "previous": f"/review{asked.address(at=before)}" if before else None,
        "next": f"/review{asked.address(at=after)}" if after else None,
    }


def _lists(asked: ReviewChoice) -> str:
    """The address of the list that the queue goes through."""
    if asked.topic:
        return f"/topics/{asked.topic}"
    listed = "topics" if asked.subject == "topics" else "findings"
    return f"/{listed}{asked.address(of=None, topic=None)}"
