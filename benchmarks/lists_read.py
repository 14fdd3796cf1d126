"""Lists in an embedded graph of their own, and what is found in them."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.update.recompute import recompute


@contextmanager
def graph_of(documents: Iterable[Document]) -> Iterator[GraphStore]:
    """Put documents into a graph that goes when the block ends; nothing is computed yet."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data,
        GraphStore.open(StoreSettings(data=Path(data))) as store,
    ):
        store.prepare()
        for document in documents:
            ingest_document(store, document)
        yield store


def findings_of(paths: Iterable[Path]) -> list[Finding]:
    """Return what is found in the lists of some files, in rank order."""
    with graph_of(map(parse_file, sorted(paths))) as store:
        recompute(store)
        return stored_findings(store).findings
