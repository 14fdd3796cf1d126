"""Jobs as they are asked for, by programs or in the browser: recorded, checked, and put into the queue."""

from collections.abc import Sequence

from fastapi import Request, UploadFile

from dutygraph.api.jobs.queue import Jobs
from dutygraph.api.jobs.record import Job
from dutygraph.api.jobs.spool import Spool
from dutygraph.api.jobs.work import reading, recomputing, removing
from dutygraph.api.requests.uploads import MOST_FILES, too_many_files
from dutygraph.api.security.access import Client
from dutygraph.api.security.audit import audited
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.queries.findings.update.removing import named_list


def jobs_of(request: Request) -> Jobs:
    """Return the jobs of the service."""
    jobs: Jobs = request.state.jobs
    return jobs


def ask_to_read(request: Request, actor: Client, files: Sequence[UploadFile], options: ReadingOptions) -> Job:
    """Take documents in, and return the job of reading them.

    Raises TooLargeError, RegionNameError, StatedColumnsError, TooManyJobsError and UnwritableFileError, and then keeps none.
    """
    store: GraphStore = request.state.store
    spool: Spool = request.state.spool
    sent = [(file.filename or "").encode(errors="replace").decode() for file in files[:MOST_FILES]]
    with audited(request, actor, "read", "/documents", {"files": sent}) as act:
        if len(files) > MOST_FILES:
            raise too_many_files(len(files))
        options.check()
        upload = spool.keep(files)
        job = Job.new("read", actor.name, [name for _, name in upload.files])
        work = reading(store, upload, options)
        return jobs_of(request).submit(job, work, clear=upload.remove, accepted=act.accepted)


def ask_to_remove(request: Request, actor: Client, name: str, *labels: str) -> Job:
    """Return the job of taking out a list, or the lists of a document (``named_list`` of these labels).

    Raises UnknownNodeError, AmbiguousNameError and TooManyJobsError.
    """
    store: GraphStore = request.state.store
    with audited(request, actor, "remove", name) as act:
        found = named_list(store, name, labels)
        job = Job.new("remove", actor.name, [found.name])
        return jobs_of(request).submit(job, removing(store, found.id), accepted=act.accepted)


def ask_to_recompute(request: Request, actor: Client) -> Job:
    """Return the job of computing all findings anew. Raises TooManyJobsError."""
    store: GraphStore = request.state.store
    with audited(request, actor, "recompute", "") as act:
        job = Job.new("recompute", actor.name)
        return jobs_of(request).submit(job, recomputing(store), accepted=act.accepted)


def ask_to_cancel(request: Request, actor: Client, id_: str) -> Job:
    """End a job that waits, or let one that runs end at its next step, and return it. Raises UnknownJobError."""
    with audited(request, actor, "cancel", id_):
        return jobs_of(request).cancel(id_)
