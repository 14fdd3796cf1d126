"""What jobs do: read uploaded documents, take lists out, compute findings anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from dutygraph.api.jobs.queue import CancelledError, JobProgress, Work
from dutygraph.api.jobs.spool import Spooled
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.ingest.records import Document
from dutygraph.ingest.sandbox import Refused, parse_files
from dutygraph.queries.findings.read.topics import all_topics
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.reading_news import FindingNews
from dutygraph.queries.findings.update.recompute import recompute, update
from dutygraph.queries.findings.update.removing import remove
from dutygraph.queries.findings.update.versions import up_to_date
from dutygraph.queries.findings.update.write import Changes

_ENTRIES = 1000
"""Changed entries of a list that a job tells; ``counts`` counts them all."""


def reading(store: GraphStore, upload: Spooled, options: ReadingOptions) -> Work:
    """Return the work of reading an upload."""

    def work(progress: JobProgress) -> dict[str, Any]:
        refused: list[dict[str, str]] = []

        def documents() -> Iterator[Document]:
            paths = [path for path, _ in upload.files]
            read = parse_files(paths, options=options)
            for count, ((_, name), one) in enumerate(zip(upload.files, read, strict=True)):
                progress.read(count)
                if isinstance(one, Refused):
                    refused.append({"file": name, "zh": one.zh, "en": one.en})
                else:
                    yield one.model_copy(update={"source": name})
            progress.read(len(paths))

        with _stale_when_cancelled(store):
            found = read_documents(store, documents(), progress.step)
        all_topics(store)  # with the findings: read before the first page asks for them
        lists = [_change_fields(change) for change in found.changes]
        return {"lists": lists, "refused": refused, **_news(found.news)}

    return work


def removing(store: GraphStore, name: str) -> Work:
    """Return the work of taking out a list or the lists of a document (id or name)."""

    def work(progress: JobProgress) -> dict[str, Any]:
        with _stale_when_cancelled(store):
            removal = remove(store, name, progress.step)
        all_topics(store)
        return {"lists": [asdict(one) for one in removal.lists], **_news(removal.news)}

    return work


def recomputing(store: GraphStore) -> Work:
    """Return the work of bringing findings up to date, or of computing all of them anew where they are."""

    def work(progress: JobProgress) -> dict[str, Any]:
        with _stale_when_cancelled(store):
            news = update(store, progress.step) or recompute(store, progress.step)
        all_topics(store)
        return _news(news)

    return work


@contextmanager
def _stale_when_cancelled(store: GraphStore) -> Iterator[None]:
    """Let a job that ends early say whether lists have changed whose findings are still to be computed."""
    try:
        yield
    except CancelledError as error:
        error.result = {"stale": not up_to_date(store)}
        raise


def _change_fields(change: ListChange) -> dict[str, Any]:
    fields = ("department", "source", "state", "counts", "placed", "read_in_part")
    warnings = [warning.model_dump(mode="json", exclude_none=True) for warning in change.warnings]
    reason = change.reason.model_dump(mode="json", exclude_none=True) if change.reason else None
    entries = [entry.model_dump() for entry in change.entries[:_ENTRIES]]
    return {
        **{name: getattr(change, name) for name in fields},
        "entries": entries,
        "reason": reason,
        "warnings": warnings,
    }


def _news(changes: Changes | None) -> dict[str, Any]:
    """How many findings came, went and changed, none when they were up to date, and the first of each."""
    return FindingNews.of(changes).model_dump()
