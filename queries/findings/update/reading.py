"""A whole reading: documents into the graph, and the findings brought up to date, as one piece."""

from collections.abc import Iterable
from dataclasses import dataclass

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.namesakes import without_namesakes
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.update.reading_news import ListNews, remember_news
from dutygraph.queries.findings.update.recompute import Progress, silent, update
from dutygraph.queries.findings.update.write import Changes
from dutygraph.queries.search.contents import keep_current


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading changed: ``changes`` list by list, ``news`` among the findings; None when they were up to date."""

    changes: list[ListChange]
    news: Changes | None


def read_documents(store: GraphStore, documents: Iterable[Document], progress: Progress = silent) -> Reading:
    """Put the lists of the documents into the graph, bring findings and search up to date, and return what changed.

    ``documents`` may be read from files only as they are asked for; of several with one name and different content, those
    after the first have theirs marked. Other commands wait until the end. A reading that is
    interrupted keeps the documents that are in; the next one, even of nothing, computes what is missing. Raises
    StoreBusyError, and then changes nothing, when another command does not end.
    """
    with store.locked():
        changes = []
        for document in without_namesakes(documents):
            progress("document")
            changes += ingest_document(store, document)
        news = update(store, progress)
        remember_news(store, "read", [ListNews.of(change) for change in changes], news)
    keep_current(store)
    return Reading(changes, news)
