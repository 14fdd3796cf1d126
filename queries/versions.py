"""Which data an answer rests on."""

from graph.identity import digest
from graph.store import GraphStore
from queries.statements import statement


def data_version(store: GraphStore) -> str:
    """Return a hash of all lists in the graph: ids and fingerprints. It changes when anything they say changes."""
    rows = store.read(statement("list_fingerprints"))
    return digest(*(f"{row['id']} {row['fingerprint']}" for row in rows))
