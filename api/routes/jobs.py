"""Writes that take long, each a job: reading documents, taking lists out, computing findings anew."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import File, Form, Path, Query, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from dutygraph.api.jobs.queue import Jobs, too_many_jobs, unknown_job
from dutygraph.api.jobs.record import Job
from dutygraph.api.jobs.requests import (
    ask_to_cancel,
    ask_to_read,
    ask_to_recompute,
    ask_to_remove,
    jobs_of,
)
from dutygraph.api.listing import RowChoice, rows_of
from dutygraph.api.problems import problems
from dutygraph.api.requests.uploads import NoRoomError, broken_body, too_large
from dutygraph.api.requests.write_route import WriteRoute, wrong_media_type
from dutygraph.api.route_policy import DOCUMENTS, FREE, WRITE, PolicyRouter
from dutygraph.api.routes.write_problems import ANY_READ, ANY_WRITE
from dutygraph.api.security.access import Editor
from dutygraph.ingest.files.limits import MEGABYTE
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.queries.errors import UnknownNodeError

_EVERY = 0.2
"""Seconds between two looks at a job whose progress is sent."""
_UPLOAD = problems(
    *ANY_WRITE,
    broken_body("Missing boundary in multipart."),
    too_large(200 * MEGABYTE),
    wrong_media_type("multipart/form-data"),
    too_many_jobs(),
    NoRoomError(zh="", en=""),
)
_REMOVAL = problems(
    *ANY_WRITE, UnknownNodeError(zh="图中没有“区没有局”", en="nothing is called 区没有局"), too_many_jobs()
)
_RECOMPUTE = problems(*ANY_WRITE, too_many_jobs())
_CANCEL = problems(*ANY_WRITE, unknown_job("5f0c9a7d21b3e684"))
_JOB = problems(*ANY_READ, unknown_job("5f0c9a7d21b3e684"))
_documents = PolicyRouter(DOCUMENTS, WriteRoute, "写入 / writes")
_writes = PolicyRouter(WRITE, WriteRoute, "写入 / writes")
_jobs = PolicyRouter(FREE, WriteRoute, "写入 / writes")
ROUTERS = (_documents, _writes, _jobs)
_JobId = Annotated[str, Path(description="任务编号 / id of the job")]


@_documents.post(
    "/documents", status_code=202, summary="上传并读取文件 / Send documents to be read", responses=_UPLOAD
)
def send_documents(
    request: Request,
    response: Response,
    actor: Editor,
    files: Annotated[list[UploadFile], File(description="一个或多个文件 / one document or many")],
    region: Annotated[str, Form(description="行政区划名称或代码 / region of the lists")] = "",
    department: Annotated[str, Form(description="未写明部门时以此为准 / who publishes")] = "",
    columns: Annotated[str, Form(description="表头说明 / what unknown headers stand for")] = "",
) -> Job:
    """Read documents as ``dutygraph ingest`` does; the job says what changed, warnings, and what was refused."""
    options = ReadingOptions(department, region, columns)
    return _accepted(response, ask_to_read(request, actor, files, options))


@_writes.delete(
    "/documents/{document:path}",
    status_code=202,
    summary="移出一个文件的清单 / Take out a document",
    responses=_REMOVAL,
)
def remove_document(request: Request, response: Response, actor: Editor, document: str) -> Job:
    """Take out all lists of a document, with their findings; verdicts stay."""
    return _accepted(response, ask_to_remove(request, actor, document, "Document"))


@_writes.delete(
    "/lists/{list_id:path}",
    status_code=202,
    summary="移出一份清单 / Take out a list",
    responses=_REMOVAL,
)
def remove_list(request: Request, response: Response, actor: Editor, list_id: str) -> Job:
    """Take out a list, with its findings; verdicts stay."""
    return _accepted(response, ask_to_remove(request, actor, list_id, "DutyList"))


@_writes.post(
    "/recompute",
    status_code=202,
    summary="重新计算问题线索 / Compute findings anew",
    responses=_RECOMPUTE,
)
def recompute(request: Request, response: Response, actor: Editor) -> Job:
    """Compute all findings anew, after rules have changed."""
    return _accepted(response, ask_to_recompute(request, actor))


@_jobs.get("/jobs", summary="任务 / Jobs, the latest first", responses=problems(*ANY_READ))
async def jobs(request: Request, response: Response, params: Annotated[RowChoice, Query()]) -> list[Job]:
    """The jobs of the last time, the latest first."""
    return rows_of(request, response, jobs_of(request).all(), params)


@_jobs.get("/jobs/{job}", summary="一个任务的进展 / One job", responses=_JOB)
async def job(request: Request, job: _JobId) -> Job:
    """How far a job is, and at its end what it changed."""
    return jobs_of(request).find(job)


@_writes.delete("/jobs/{job}", summary="取消任务 / Cancel a job", responses=_CANCEL)
def cancel(request: Request, actor: Editor, job: _JobId) -> Job:
    """End a job that waits, or let one that runs end at its next step; lists that are in or out by then stay so."""
    return ask_to_cancel(request, actor, job)


@_jobs.get(
    "/jobs/{job}/events",
    summary="任务进展（事件流） / Progress as server-sent events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}, **_JOB},
)
async def events(request: Request, job: _JobId) -> StreamingResponse:
    """The job, each time that something about it changes, until it has ended; each event is the JSON of ``/jobs/{id}``."""
    jobs = jobs_of(request)
    await run_in_threadpool(jobs.find, job)
    return StreamingResponse(_changes(jobs, job), media_type="text/event-stream")


async def _changes(jobs: Jobs, id_: str) -> AsyncIterator[str]:
    last: Job | None = None
    while last is None or not last.ended:
        now = jobs.find(id_)
        if now != last:
            last = now
            yield f"event: job\ndata: {now.model_dump_json()}\n\n"
        else:
            await asyncio.sleep(_EVERY)


def _accepted(response: Response, job: Job) -> Job:
    response.headers["Location"] = f"/jobs/{job.id}"
    return job
