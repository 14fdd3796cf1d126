"""Reading in the browser: documents sent by a form, a job while it goes on and what came of it, lists taken out again."""

from typing import Annotated, Any

from fastapi import File, Form, Request, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Store
from dutygraph.api.jobs.record import Job
from dutygraph.api.jobs.requests import (
    ask_to_cancel,
    ask_to_read,
    ask_to_recompute,
    ask_to_remove,
    jobs_of,
)
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.news import links_of, news_shown
from dutygraph.api.pages.page import render
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import DOCUMENTS, LIVE, WRITE, PolicyRouter
from dutygraph.api.security.access import Editor
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.errors import RegionNameError
from dutygraph.ingest.reading_options import NO_OPTIONS, ReadingOptions
from dutygraph.ingest.reading_order import reading_order
from dutygraph.queries.catalogue.bodies import bodies, regions_of
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.update.removing import lists_of

router = pages(LIVE)
documents = PolicyRouter(DOCUMENTS, WriteRoute, include_in_schema=False)
forms = PolicyRouter(WRITE, WriteRoute, include_in_schema=False)
_JOBS = 20
"""So many jobs of the last time are listed."""


@router.get("/read")
def read(request: Request, store: Store) -> Response:
    """Show the form for documents, what is being read, what the last reading changed, and all that was read."""
    return _form(request, store)


@documents.post("/read")
async def send(
    request: Request,
    actor: Editor,
    files: Annotated[list[UploadFile] | None, File()] = None,
    region: Annotated[str, Form()] = "",
    department: Annotated[str, Form()] = "",
) -> Response:
    """Take the documents of the form, and lead to the job that reads them; a form that is refused is shown again."""
    options = ReadingOptions(region=region.strip(), department=department.strip())
    try:
        if not files:
            raise ArgumentError(zh="没有选择文件", en="no document was chosen")
        job = await run_in_threadpool(ask_to_read, request, actor, files, options)
    except (ArgumentError, RegionNameError) as error:
        store: GraphStore = request.state.store
        return await run_in_threadpool(_form, request, store, options, error)
    return _to(job)


@router.get("/jobs")
def jobs() -> Response:
    """Lead to the page of reading, where the jobs stand."""
    return RedirectResponse("/read", 307)


@router.get("/jobs/{job}")
def job(request: Request, store: Store, job: str) -> Response:
    """Show how far a job is, and at its end what it changed."""
    found = jobs_of(request).find(job)
    return render(request, "job.html", job=found, **links_of(store, found.result or {}))


@forms.post("/jobs/{job}/cancel")
def cancel(request: Request, actor: Editor, job: str) -> Response:
    """End a job."""
    return _to(ask_to_cancel(request, actor, job))


@router.get("/read/remove")
def confirm(request: Request, store: Store, name: str) -> Response:
    """Ask whether a list, or all of a document, is really to be taken out, and show what that is."""
    return render(request, "remove.html", name=name, lists=lists_of(store, name))


@forms.post("/read/remove")
def remove(request: Request, actor: Editor, name: Annotated[str, Form()]) -> Response:
    """Take out a list, or all lists of a document, and lead to the job that does it."""
    return _to(ask_to_remove(request, actor, name, "DutyList", "Document"))


@forms.post("/read/recompute")
def recompute(request: Request, actor: Editor) -> Response:
    """Compute all findings anew, and lead to the job that does it."""
    return _to(ask_to_recompute(request, actor))


def _to(job: Job) -> Response:
    return RedirectResponse(f"/jobs/{job.id}", 303)


def _form(
    request: Request,
    store: GraphStore,
    options: ReadingOptions = NO_OPTIONS,
    refused: ArgumentError | RegionNameError | None = None,
) -> Response:
    all_jobs = jobs_of(request).all()
    return render(
        request,
        "read.html",
        options=options,
        refused=refused,
        may_write=request.state.actor.role == "editor",
        megabytes=request.state.settings.upload_megabytes,
        regions=regions_of(bodies(store).values()),
        going_on=[one for one in all_jobs if not one.ended],
        jobs=[one for one in all_jobs if one.ended][:_JOBS],
        documents=_documents(store),
        **news_shown(store),
    )


def _documents(store: GraphStore) -> list[dict[str, Any]]:
    rows = run_query(store, "documents", {}).rows
    return sorted(rows, key=lambda row: (row["source"], row["document_id"], reading_order(row["locator"])))
