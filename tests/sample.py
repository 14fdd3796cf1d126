"""The sample district of ``data/`` in a store, as ``dutygraph ingest data`` puts it there."""

from pathlib import Path

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.update.reading import read_documents

DATA = Path(__file__).parents[1] / "data"


def load_sample(store: GraphStore) -> None:
    """Read the sample district into a store and compute the findings."""
    read_documents(store, map(parse_file, sorted(DATA.glob("*.txt"))))
